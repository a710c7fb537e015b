"""At which height each line leaves a box and reaches the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from layout.chain.ways import EDGE, Ground, Way, tag_room

STEP = 2

Ports = dict[str, tuple[float, float]]
Side = tuple[str, bool]


@dataclass(slots=True)
class Used:
    """The heights used on each side of a box (by its id and whether it is the right side), with the room each needs."""

    heights: dict[Side, list[tuple[float, float]]] = field(default_factory=dict)

    def is_free(self, side: Side, y: float, half: float) -> bool:
        """Whether a line may leave at a height."""
        return all(abs(y - other) >= half + room for other, room in self.heights.get(side, ()))

    def use(self, side: Side, y: float, half: float) -> None:
        """Keep a height for a line."""
        self.heights.setdefault(side, []).append((y, half))


def ports(ways: Sequence[Way], ground: Ground) -> Ports:
    """Return the heights of both ends of each line, by its id.

    Lines that can run level from box to box come first, the heaviest before; of the others those that climb most,
    so that what goes furthest down leaves lowest and lines from one box do not cross.
    """
    used, found = Used(), Ports()
    bent: list[Way] = []
    for way in (way for way in ways if way.gutter >= 0):
        level = None if way.is_loop or way.levels else _level(way, ground, used)
        if level is None:
            bent.append(way)
        else:
            found[way.line.id] = (level, level)
    ends = [(way, end) for way in bent for end in (0, 1)]
    heights: dict[tuple[str, int], float] = {}
    for way, end in sorted(ends, key=lambda pair: -_outside(pair[0], pair[1], ground)):
        heights[way.line.id, end] = _nearest(way, end, ground, used)
    return found | {way.line.id: (heights[way.line.id, 0], heights[way.line.id, 1]) for way in bent}


def side_of(way: Way, end: int, ground: Ground) -> Side:
    """Return the box at one end of a line and whether the line leaves it at the right."""
    box = (way.a, way.b)[end]
    if way.same_column:
        return box, way.gutter == ground.column(way.a)
    return box, end == 0


def _half(way: Way, ground: Ground) -> float:
    """The room that a line needs to each side of its end: more where its word must stand in the gutter."""
    needs_word = way.line.kind in ("gap", "problem") and not way.levels
    return max((ground.sheet.track + 1) / 2, tag_room(way.line, ground.sheet) / 2 + 1 if needs_word else 0)


def _level(way: Way, ground: Ground, used: Used) -> float | None:
    """Return a height at which the line runs level from box to box, if one is free on both sides."""
    a, b = ground.place(way.a), ground.place(way.b)
    low, high = max(a.y, b.y) + EDGE, min(a.foot, b.foot) - EDGE
    sides, half = (side_of(way, 0, ground), side_of(way, 1, ground)), _half(way, ground)
    fit = [y for y in _heights(low, high) if all(used.is_free(side, y, half) for side in sides)]
    if not fit:
        return None
    middle = (low + high) / 2
    best = min(fit, key=lambda y: (abs(y - middle), y))
    for side in sides:
        used.use(side, best, half)
    return best


def _target(way: Way, end: int, ground: Ground) -> float:
    """The height that a line makes for when it leaves a box."""
    if way.levels:
        return way.levels[-end]
    own, other = ground.place((way.a, way.b)[end]), ground.place((way.a, way.b)[1 - end])
    return other.y if other.middle > own.middle else other.foot


def _outside(way: Way, end: int, ground: Ground) -> float:
    box, y = ground.place((way.a, way.b)[end]), _target(way, end, ground)
    return max(box.y - y, y - box.foot, 0.0)


def _nearest(way: Way, end: int, ground: Ground, used: Used) -> float:
    """Return the free height nearest to where the line goes; on a crowded side lines may meet."""
    box, side, half = ground.place((way.a, way.b)[end]), side_of(way, end, ground), _half(way, ground)
    low, high, track = box.y + EDGE, box.foot - EDGE, (ground.sheet.track + 1) / 2
    target = _target(way, end, ground)
    if box.y + 4 <= target <= box.foot - 4 and used.is_free(side, target, track):
        best = target
    else:
        wish = min(max(target, low), high)
        free = _free(side, [wish, *_heights(low, high)], used, half) or _free(side, _heights(low, high), used, track)
        best = min(free or [wish], key=lambda y: (abs(y - wish), y))
    used.use(side, best, half)
    return best


def _free(side: Side, heights: Sequence[float], used: Used, half: float) -> list[float]:
    return [y for y in heights if used.is_free(side, y, half)]


def _heights(low: float, high: float) -> list[float]:
    return [low + step for step in range(0, int(high - low) + 1, STEP)] if high >= low else []
