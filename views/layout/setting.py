"""A plan set on a sheet: columns, boxes, counts, and the lines between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from views.layout import frame
from views.layout.columns import Column, Lettered, afforded, columns_of, least_widths, lettered_in
from views.layout.heights import Standing, least_height, room_of, roomier, stand
from views.layout.lines import Drawn, drawn, drawn_when_chosen
from views.layout.places import Place
from views.layout.plan import LAST, ChainBox, ChainLine, Plan
from views.layout.sheet import Sheet
from views.layout.ways import Ground
from views.map.scene import Line, Text, Zone

TRIES = 4
NARROWED = 0.5  # of its width keeps a gutter that gives way to a word in another
Counted = dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where everything of a plan stands; `left_out` are the services of each column that are only counted."""

    sheet: Sheet
    columns: tuple[Column, ...]
    standing: Standing
    left_out: Mapping[int, tuple[str, ...]]
    ground: Ground
    texts: tuple[Text, ...]
    zones: tuple[Zone, ...]
    lines: tuple[Line, ...]


def set_on(plan: Plan, sheet: Sheet) -> Setting:
    """Set a plan; where lines or their words lack room, again with wider gutters, as far as the sheet affords them."""
    by_column: dict[int, list[ChainBox]] = {index: [] for index in range(LAST + 1)}
    for box in plan.boxes:
        by_column[box.column].append(box)
    room = sheet.width - 2 * sheet.margin - sum(least_widths(by_column, sheet))
    gutters: list[float] = [sheet.gutter] * LAST
    best, lines = _set(plan, by_column, gutters, sheet)
    for _ in range(TRIES - 1):
        wider = afforded(lines.for_words, gutters, room, sheet.gutter * NARROWED)
        wider = afforded(lines.for_lines, wider, room, sheet.gutter) if sum(wider) < room else wider
        if wider == gutters:
            break
        gutters = wider
        setting, lines = _set(plan, by_column, gutters, sheet)
        best = setting if _seen(setting) >= _seen(best) else best
    return replace(best, lines=(*best.lines, *_waiting(plan, best)))


def _waiting(plan: Plan, setting: Setting) -> Iterator[Line]:
    """The lines that wait for a choice, over what is seen."""
    here = [line for line in plan.lines if line.a in setting.ground.boxes and line.b in setting.ground.boxes]
    drawn_at_once = {line.id for line in setting.lines}
    seen = [line for line in here if line.id in drawn_at_once]
    waiting = [replace(line, when_chosen=True) for line in here if line.id not in drawn_at_once]
    tags = [Place(line.tag.x, line.tag.y, line.tag.w, line.tag.h) for line in setting.lines if line.tag]
    return drawn_when_chosen(waiting, seen, tags, setting.ground)


def _seen(setting: Setting) -> int:
    """How many words of gaps and problems found a place."""
    return sum(line.tag is not None and line.tag.kind != "label" for line in setting.lines)


def _set(
    plan: Plan, by_column: Mapping[int, Sequence[ChainBox]], gutters: Sequence[float], sheet: Sheet
) -> tuple[Setting, Drawn]:
    columns = columns_of(by_column, gutters, sheet)
    lettered, left_out = _fitting(plan, by_column, columns, sheet)
    sheet = sheet.taller(max(0.0, *(_lacking(lettered[index], left_out, index, sheet) for index in lettered)))
    seen = [line for line in plan.lines if not line.when_chosen]
    passed = _passed(seen, lettered)
    rooms = {
        index: roomier(boxes, room_of(sheet, bool(left_out.get(index))), sheet, index in passed)
        for index, boxes in lettered.items()
    }
    standing = stand(lettered, rooms, seen)
    small, counts = frame.small_heads(standing, sheet), frame.counts(left_out, standing, columns, sheet)
    ground = _ground(sheet, columns, standing, small, counts)
    lines = drawn([line for line in seen if line.a in ground.boxes and line.b in ground.boxes], ground)
    texts = [text for found in small.values() for text, _ in found] + [text for text, _, _ in counts.values()]
    zones = tuple(zone for _, _, zone in counts.values())
    return Setting(sheet, columns, standing, left_out, ground, tuple(texts), zones, lines.lines), lines


def _passed(lines: Sequence[ChainLine], lettered: Mapping[int, Sequence[Lettered]]) -> set[int]:
    """Return the columns between the ends of a line with a word."""
    column = {box.box.id: index for index, boxes in lettered.items() for box in boxes}
    ends = [sorted((column.get(line.a, 0), column.get(line.b, 0))) for line in lines if line.tag]
    return {index for first, last in ends for index in range(first + 1, last)}


def _fitting(
    plan: Plan, by_column: Mapping[int, Sequence[ChainBox]], columns: Sequence[Column], sheet: Sheet
) -> tuple[dict[int, list[Lettered]], Counted]:
    """Letter the boxes and count the weakest of a column that is too full, unless the reader opened something."""
    lettered: dict[int, list[Lettered]] = {}
    left_out = dict(plan.left_out)
    for index, boxes in by_column.items():
        kept = [lettered_in(box, columns[index], sheet) for box in boxes]
        while not plan.opened and _lacking(kept, left_out, index, sheet) > 0:
            weakest = min((box for box in kept if box.box.shape != "empty"), key=lambda box: (box.box.rank, box.box.id))
            kept.remove(weakest)
            if weakest.box.members:
                left_out[index] = (*left_out.get(index, ()), *weakest.box.members)
        lettered[index] = kept
    return lettered, left_out


def _lacking(boxes: Sequence[Lettered], left_out: Counted, index: int, sheet: Sheet) -> float:
    """Return the height that the boxes of a column need beyond what there is."""
    room = room_of(sheet, bool(left_out.get(index)))
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
