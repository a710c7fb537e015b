"""Where the boxes of each column stand: in which order, and how far apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from layout.chain.columns import Lettered
from layout.chain.plan import LAST, SECTIONS, ChainLine
from layout.drawn.lettering import letters
from layout.sheet import Sheet

Standing = dict[int, list[Lettered]]
SWEEPS = 4
SIDE = 9.0  # A line meets its box so far from the corners.
MOST_SHIFT = 30.0


@dataclass(frozen=True, slots=True)
class Room:
    """The heights between which a column's boxes stand, and the room that a small head takes."""

    top: float
    foot: float
    between: float
    head: float


def room_of(sheet: Sheet, counted: bool) -> Room:
    """Return the room of a column, less a line at the foot where services are only counted."""
    line = letters(sheet.projector).note_step
    foot = sheet.bottom - 8 - (line + 3 if counted else 0)
    return Room(sheet.top + 8, foot, sheet.between, line + 2)


def least_height(boxes: Sequence[Lettered], room: Room) -> float:
    """Return the height that boxes take when they stand as close as they may."""
    heads = sum(room.head for box in headed(boxes) if box.head)
    return sum(box.extent.h for box in boxes) + heads + room.between * max(0, len(boxes) - 1)


def roomier(boxes: Sequence[Lettered], room: Room, sheet: Sheet, is_passed: bool) -> Room:
    """Return the room with boxes as far apart as a word on a line between them needs, if there is height for it.

    A column that is passed by a line with a word keeps such a height free at its top as well.
    """
    spare = max(0.0, room.foot - room.top - least_height(boxes, room))
    above = min(sheet.roomy - 8, spare) if is_passed else 0.0
    between = min(sheet.roomy, room.between + (spare - above) / max(1, len(boxes)))
    return replace(room, top=room.top + above, between=between)


def headed(boxes: Sequence[Lettered]) -> list[Lettered]:
    """Return the boxes with the small head of their section on the first of each."""
    found, before = [], -1
    for box in boxes:
        section = box.box.section
        found.append(replace(box, head=SECTIONS[section] if section >= 0 and section != before else ""))
        before = section
    return found


def stand(columns: Mapping[int, Sequence[Lettered]], rooms: Mapping[int, Room], lines: Sequence[ChainLine]) -> Standing:
    """Place the boxes so that lines are short: order by the places of partners, sweep by sweep, and keep the best."""
    standing = {
        index: _spread(headed(sorted(boxes, key=_first_order)), rooms[index]) for index, boxes in columns.items()
    }
    best, best_cost = standing, _cost(standing, lines)
    for sweep in range(SWEEPS):
        for index in sorted(standing, reverse=bool(sweep % 2)):
            standing = {**standing, index: _drawn(standing, index, rooms[index], lines)}
        cost = _cost(standing, lines)
        if cost < best_cost:
            best, best_cost = standing, cost
    return _levelled(best, rooms, lines)


def stand_below(boxes: Sequence[Lettered], tops: Mapping[str, float], room: Room) -> list[Lettered]:
    """Place boxes in this order where they stood, by `tops`; new ones, and what they push down, each below the last."""
    found, wishes = headed(boxes), list[float]()
    for box in found:
        wishes.append(tops.get(box.box.id, wishes[-1] if wishes else room.top))
    return _settled(found, wishes, replace(room, foot=inf))


def _levelled(standing: Standing, rooms: Mapping[int, Room], lines: Sequence[ChainLine]) -> Standing:
    """Shift boxes a little where a line between neighbouring columns would climb by less than its corners need."""
    found = {index: list(boxes) for index, boxes in standing.items()}
    spot = {box.box.id: (index, place) for index, boxes in found.items() for place, box in enumerate(boxes)}
    for line in lines:
        ends = [spot[end] for end in (line.a, line.b) if end in spot]
        if len(ends) == 2 and abs(ends[0][0] - ends[1][0]) == 1:
            for one, other in (ends, ends[::-1]):
                moved = _towards(found[one[0]], one[1], found[other[0]][other[1]], rooms[one[0]])
                if moved is not None:
                    found[one[0]][one[1]] = moved
                    break
    return found


def _towards(column: Sequence[Lettered], place: int, other: Lettered, room: Room) -> Lettered | None:
    """Return a box shifted just so far that a line can run level to another; None where it need not or cannot."""
    box = column[place]
    lacking = max(box.place.y, other.place.y) - min(box.place.foot, other.place.foot) + 2 * SIDE
    if not 0 < lacking <= MOST_SHIFT:
        return None
    y = box.place.y + (lacking if box.place.middle < other.place.middle else -lacking)
    above = column[place - 1].extent.foot + room.between if place else room.top
    above += room.head if box.head else 0
    below = room.foot
    if place + 1 < len(column):
        following = column[place + 1]
        below = following.place.y - room.between - (room.head if following.head else 0)
    return box.at(y) if above <= y and y + box.extent.h <= below else None


def _first_order(lettered: Lettered) -> tuple[int, bool, float, str]:
    box = lettered.box
    return box.section, box.foot, -box.rank, box.id


def _middles(standing: Standing) -> dict[str, float]:
    return {box.box.id: box.place.middle for boxes in standing.values() for box in boxes}


def _partners(lines: Sequence[ChainLine], middles: Mapping[str, float]) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for line in lines:
        if line.a in middles and line.b in middles:
            weight = 3.0 if line.kind == "gap" or line.first else 1.0
            found.setdefault(line.a, []).append((middles[line.b], weight))
            found.setdefault(line.b, []).append((middles[line.a], weight))
    return found


def _drawn(standing: Standing, index: int, room: Room, lines: Sequence[ChainLine]) -> list[Lettered]:
    """Return one column with its boxes drawn towards their partners."""
    middles = _middles(standing)
    partners = _partners(lines, middles)

    def wish(box: Lettered) -> float:
        drawn = partners.get(box.box.id)
        if not drawn:
            return box.place.middle
        return sum(y * weight for y, weight in drawn) / sum(weight for _, weight in drawn)

    if index == LAST:
        order = sorted(standing[index], key=lambda box: (box.box.section, box.box.foot, wish(box), box.box.id))
    else:
        order = sorted(standing[index], key=lambda box: (box.box.foot, wish(box), box.box.id))
    order = headed(order)
    return _settled(order, [wish(box) - box.extent.h / 2 for box in order], room)


def _spread(boxes: Sequence[Lettered], room: Room) -> list[Lettered]:
    """Place boxes from the top, with what is left shared between them."""
    spare = room.foot - room.top - least_height(boxes, room)
    gap = room.between + max(0.0, min(spare / max(1, len(boxes)), 30.0))
    y, placed = room.top, []
    for box in boxes:
        y += room.head if box.head else 0
        placed.append(box.at(round(y)))
        y += box.extent.h + gap
    return placed


def _settled(boxes: Sequence[Lettered], wishes: Sequence[float], room: Room) -> list[Lettered]:
    """Place boxes in this order as near to their wishes as the room and the distances allow."""
    lows, y = [], room.top
    for box in boxes:
        y += room.head if box.head else 0
        lows.append(y)
        y += box.extent.h + room.between
    highs, foot = [0.0] * len(boxes), room.foot
    for place in range(len(boxes) - 1, -1, -1):
        highs[place] = foot - boxes[place].extent.h
        foot = highs[place] - room.between - (room.head if boxes[place].head else 0)
    tops: list[float] = []
    for place, box in enumerate(boxes):
        least = lows[place]
        if tops:
            before = boxes[place - 1]
            least = max(least, tops[-1] + before.extent.h + room.between + (room.head if box.head else 0))
        tops.append(round(min(max(wishes[place], least), max(highs[place], least))))
    return [box.at(y) for box, y in zip(boxes, tops, strict=True)]


def _cost(standing: Standing, lines: Sequence[ChainLine]) -> float:
    """How far lines climb, and how often two of them cross between neighbouring columns."""
    middles = _middles(standing)
    column = {box.box.id: index for index, boxes in standing.items() for box in boxes}
    drawn = [line for line in lines if line.a in middles and line.b in middles]
    climb = sum(abs(middles[line.a] - middles[line.b]) for line in drawn)
    spans = [_span(line, column, middles) for line in drawn]
    crossings = sum(
        (a[2] - b[2]) * (a[3] - b[3]) < 0
        for place, a in enumerate(spans)
        for b in spans[:place]
        if a[0] < b[1] and b[0] < a[1]
    )
    return climb + 60 * crossings


def _span(line: ChainLine, column: Mapping[str, int], middles: Mapping[str, float]) -> tuple[int, int, float, float]:
    a, b = sorted((line.a, line.b), key=lambda name: column[name])
    return column[a], column[b], middles[a], middles[b]
