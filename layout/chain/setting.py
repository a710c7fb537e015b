"""A plan set on a sheet: columns, boxes, counts, and the lines between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from layout.chain import frame
from layout.chain.choice import NEEDED
from layout.chain.columns import Column, Lettered, afforded, columns_of, least_widths, lettered_in, widened
from layout.chain.heights import Standing, least_height, room_of, roomier, stand, stand_below
from layout.chain.lines import Drawn, drawn, drawn_when_chosen, whole_words
from layout.chain.plan import LAST, ChainBox, ChainLine, Plan
from layout.chain.ways import Ground
from layout.drawn.scene import Line, Text, Zone
from layout.places import Place
from layout.sheet import Sheet

TRIES = 4
WHOLE_WORD = 3  # other lines are worth as much as the whole word of a first line
FEW = 4  # contacts that are seen where the first lines lack room
SPARE = 60.0  # pixels of height kept free in each column where the words of first lines lack room
NARROWED = 0.5  # of its width keeps a gutter that gives way to a word in another
Counted = Mapping[int, tuple[ChainBox, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where everything of a plan stands; `counted` are the boxes of each column that are only counted."""

    sheet: Sheet
    columns: tuple[Column, ...]
    standing: Standing
    counted: Counted
    ground: Ground
    texts: tuple[Text, ...]
    zones: tuple[Zone, ...]
    lines: tuple[Line, ...]


def set_on(plan: Plan, sheet: Sheet) -> Setting:
    """Set a plan so that the first lines of the list of gaps are drawn with their words, and as much else as has room.

    Where a first line lacks room, the sheet is set again without further gaps, with fewer contacts, and with fewer
    boxes (the weakest are counted). No box is given up only for a longer word.
    """
    first, rest, contacts = _by_turn(plan)
    best, best_spare = _with_room(plan, [*first, *rest], 0.0, sheet), 0.0
    for spare in (0.0, SPARE, 2 * SPARE):
        for more in (contacts, contacts[:FEW], []):
            drawn_first, whole = _first_drawn(best, first)
            if drawn_first < len(first) or (whole < len(first) and more and spare <= best_spare):
                setting = _with_room(plan, [*first, *more], spare, sheet)
                if _score(setting, first) > _score(best, first):
                    best, best_spare = setting, spare
    return replace(best, lines=(*best.lines, *_waiting(plan, best)))


def _with_room(plan: Plan, seen: Sequence[ChainLine], spare: float, sheet: Sheet) -> Setting:
    """Set a plan with some of its lines; where words lack room, again with wider gutters, as far as the sheet goes."""
    room = sheet.width - 2 * sheet.margin - sum(least_widths(_by_column(plan.boxes), sheet))
    gutters: list[float] = [sheet.gutter] * LAST
    first = [line for line in seen if line.first]
    best, lines = _set(plan, seen, gutters, spare, sheet)
    for _ in range(TRIES - 1):
        wider = afforded(lines.for_words, gutters, room, sheet.gutter * NARROWED)
        wider = afforded(lines.for_lines, wider, room, sheet.gutter) if sum(wider) < room else wider
        if wider == gutters:
            break
        gutters = wider
        setting, lines = _set(plan, seen, gutters, spare, sheet)
        best = setting if _score(setting, first) >= _score(best, first) else best
    return best


def _first_drawn(setting: Setting, first: Sequence[ChainLine]) -> tuple[int, int]:
    """How many of the first lines are drawn, and how many of these with their whole word."""
    tags = {line.id: line.tag for line in setting.lines}
    words = [(line, tags[line.id]) for line in first if line.id in tags]
    return len(words), sum(tag is not None and tag.text in whole_words(line) for line, tag in words)


def _score(setting: Setting, first: Sequence[ChainLine]) -> tuple[int, float]:
    """How good a setting is: first lines drawn, then whole words, other lines and services that stand."""
    drawn_first, whole = _first_drawn(setting, first)
    standing = sum(len(box.box.members) for boxes in setting.standing.values() for box in boxes)
    return drawn_first, WHOLE_WORD * whole + len(setting.lines) + standing / 2


def _waiting(plan: Plan, setting: Setting) -> Iterator[Line]:
    """The lines that wait for a choice, over what is seen."""
    here = [line for line in plan.lines if line.a in setting.ground.boxes and line.b in setting.ground.boxes]
    drawn_at_once = {line.id for line in setting.lines}
    seen = [line for line in here if line.id in drawn_at_once]
    waiting = [replace(line, when_chosen=True) for line in here if line.id not in drawn_at_once]
    tags = [Place(line.tag.x, line.tag.y, line.tag.w, line.tag.h) for line in setting.lines if line.tag]
    return drawn_when_chosen(waiting, seen, tags, setting.ground)


def set_again(plan: Plan, folded: Setting, sheet: Sheet) -> Setting:
    """Set a plan of which a reader opened something: what stood on the folded map stays where it stood.

    Boxes of the plan are in their order. The sheet becomes as much taller as the opened columns grow.
    """
    by_column = _by_column(plan.boxes)
    columns = widened(folded.columns, by_column, sheet)
    counted_boxes = {index: tuple(boxes) for index, boxes in _by_column(plan.counted).items() if boxes}
    tops = {box.box.id: box.place.y for boxes in folded.standing.values() for box in boxes}
    rooms = {index: room_of(sheet, index in counted_boxes) for index in by_column}
    lettered = {index: [lettered_in(box, columns[index], sheet) for box in boxes] for index, boxes in by_column.items()}
    standing = {index: stand_below(boxes, tops, rooms[index]) for index, boxes in lettered.items()}
    over = [boxes[-1].extent.foot - rooms[index].foot for index, boxes in standing.items() if boxes]
    sheet = sheet.taller(max(0.0, *over))
    first, rest, contacts = _by_turn(plan)
    settings = [
        _laid_out(columns, standing, counted_boxes, [*first, *more], sheet)[0]
        for more in (rest, contacts, contacts[:FEW])
    ]
    best = max(settings, key=lambda setting: _score(setting, first))
    return replace(best, lines=(*best.lines, *_waiting(plan, best)))


def _by_turn(plan: Plan) -> tuple[list[ChainLine], list[ChainLine], list[ChainLine]]:
    """The first lines of the list; all others that are seen at once; these without gaps."""
    seen = [line for line in plan.lines if not line.when_chosen]
    rest = [line for line in seen if not line.first]
    return [line for line in seen if line.first], rest, [line for line in rest if line.kind != "gap"]


def _by_column(boxes: Sequence[ChainBox]) -> dict[int, list[ChainBox]]:
    found: dict[int, list[ChainBox]] = {index: [] for index in range(LAST + 1)}
    for box in boxes:
        found[box.column].append(box)
    return found


def _set(
    plan: Plan, seen: Sequence[ChainLine], gutters: Sequence[float], spare: float, sheet: Sheet
) -> tuple[Setting, Drawn]:
    columns = columns_of(_by_column(plan.boxes), gutters, sheet)
    lettered, counted = _fitting(plan, columns, spare, sheet)
    sheet = sheet.taller(max(0.0, *(_lacking(lettered[index], counted, index, sheet) for index in lettered)))
    passed = _passed(seen, lettered)
    rooms = {
        index: roomier(boxes, room_of(sheet, any(box.members for box in counted[index])), sheet, index in passed)
        for index, boxes in lettered.items()
    }
    return _laid_out(columns, stand(lettered, rooms, seen), counted, seen, sheet)


def _laid_out(
    columns: tuple[Column, ...], standing: Standing, counted: Counted, seen: Sequence[ChainLine], sheet: Sheet
) -> tuple[Setting, Drawn]:
    """Draw the lines between boxes that stand."""
    small, counts = frame.small_heads(standing, sheet), frame.counts(services_of(counted), standing, columns, sheet)
    ground = _ground(sheet, columns, standing, small, counts)
    lines = drawn([line for line in seen if line.a in ground.boxes and line.b in ground.boxes], ground)
    texts = [text for found in small.values() for text, _ in found] + [text for text, _, _ in counts.values()]
    zones = tuple(zone for _, _, zone in counts.values())
    return Setting(sheet, columns, standing, counted, ground, tuple(texts), zones, lines.lines), lines


def services_of(counted: Counted) -> dict[int, tuple[str, ...]]:
    """Return the services of each column that are only counted."""
    found = {index: tuple(name for box in boxes for name in box.members) for index, boxes in counted.items()}
    return {index: services for index, services in found.items() if services}


def _passed(lines: Sequence[ChainLine], lettered: Mapping[int, Sequence[Lettered]]) -> set[int]:
    """Return the columns between the ends of a line with a word."""
    column = {box.box.id: index for index, boxes in lettered.items() for box in boxes}
    ends = [sorted((column.get(line.a, 0), column.get(line.b, 0))) for line in lines if line.tag]
    return {index for first, last in ends for index in range(first + 1, last)}


def _fitting(
    plan: Plan, columns: Sequence[Column], spare: float, sheet: Sheet
) -> tuple[dict[int, list[Lettered]], dict[int, tuple[ChainBox, ...]]]:
    """Letter the boxes and count the weakest of a column that is too full.

    A column keeps `spare` pixels free, but two boxes and all that the first lines need stand in any case.
    """
    lettered: dict[int, list[Lettered]] = {}
    counted = {index: tuple(boxes) for index, boxes in _by_column(plan.counted).items()}
    for index, boxes in _by_column(plan.boxes).items():
        kept = [lettered_in(box, columns[index], sheet) for box in boxes]
        while (lacking := _lacking(kept, counted, index, sheet)) > -spare:
            weakest = min((box for box in kept if box.box.shape != "empty"), key=_strength, default=None)
            if weakest is None or (lacking <= 0 and (len(kept) < 3 or weakest.box.rank > NEEDED / 2)):
                break
            kept.remove(weakest)
            counted[index] = (*counted[index], weakest.box)
        lettered[index] = kept
    return lettered, counted


def _strength(box: Lettered) -> tuple[float, str]:
    return box.box.rank, box.box.id


def _lacking(boxes: Sequence[Lettered], counted: Counted, index: int, sheet: Sheet) -> float:
    """Return the height that the boxes of a column need beyond what there is."""
    room = room_of(sheet, any(box.members for box in counted.get(index, ())))
    return least_height(boxes, room) - (room.foot - room.top)


def _ground(
    sheet: Sheet,
    columns: tuple[Column, ...],
    standing: Standing,
    small: Mapping[int, Sequence[tuple[Text, Place]]],
    counts: Mapping[int, tuple[Text, Place, Zone]],
) -> Ground:
    blocked = {
        index: (
            *(box.extent for box in boxes),
            *(place for _, place in small.get(index, ())),
            *([counts[index][1]] if index in counts else []),
        )
        for index, boxes in standing.items()
    }
    boxes = {box.box.id: box for found in standing.values() for box in found}
    return Ground(sheet, columns, boxes, blocked)
