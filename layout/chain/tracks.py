"""On which upright track each line climbs in a gutter, so that lines seldom cross and never cover each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from layout.chain.ports import Ports
from layout.chain.ways import Ground, Way
from layout.drawn.scene import Point
from layout.places import simplified

CLIMB = 2.0  # Two heights closer than this are drawn as one.
APART = 5.0


@dataclass(frozen=True, slots=True)
class Climb:
    """The upright stretch of one line in one gutter, with the heights at which it goes on to the left and the right."""

    line: str
    step: int
    low: float
    high: float
    lefts: tuple[float, ...]
    rights: tuple[float, ...]


def climbs(ways: Sequence[Way], ends: Ports, ground: Ground) -> dict[int, list[Climb]]:
    """Return the upright stretches in each gutter."""
    found: dict[int, list[Climb]] = {}
    for way in ways:
        if way.gutter < 0:
            continue
        heights = heights_of(way, ends)
        for step, (y, to) in enumerate(pairwise(heights)):
            if abs(y - to) >= CLIMB:
                found.setdefault(way.gutter + step, []).append(_climb(way, step, y, to, ground))
    return found


def heights_of(way: Way, ends: Ports) -> tuple[float, ...]:
    """Return the heights of a line's level stretches, from end to end."""
    start, end = ends[way.line.id]
    return (start, *way.levels, end)


def _climb(way: Way, step: int, y: float, to: float, ground: Ground) -> Climb:
    low, high = min(y, to), max(y, to)
    if not way.same_column:
        return Climb(way.line.id, step, low, high, (y,), (to,))
    both = (y, to)
    at_right = way.gutter == ground.column(way.a)
    return Climb(way.line.id, step, low, high, both if at_right else (), () if at_right else both)


def tracks(climbing: Sequence[Climb]) -> tuple[dict[tuple[str, int], int], int]:
    """Return the track of each climb, counted from the left, and the number of tracks."""
    order: list[Climb] = []
    for climb in sorted(climbing, key=lambda climb: (climb.low - climb.high, climb.line)):
        spots = range(len(order) + 1)
        best = min(spots, key=lambda spot: (_crossings(order[:spot], climb, order[spot:]), spot))
        order.insert(best, climb)
    track: dict[tuple[str, int], int] = {}
    for place, climb in enumerate(order):
        before = [track[other.line, other.step] for other in order[:place] if _overlap(climb, other)]
        track[climb.line, climb.step] = max(before, default=-1) + 1
    return track, max(track.values(), default=-1) + 1


def _crossings(left: Sequence[Climb], climb: Climb, right: Sequence[Climb]) -> int:
    return sum(_crossing(other, climb) for other in left) + sum(_crossing(climb, other) for other in right)


def _crossing(left: Climb, right: Climb) -> int:
    """How often two stretches cross when the first stands left of the second."""
    return sum(right.low <= y <= right.high for y in left.rights) + sum(left.low <= y <= left.high for y in right.lefts)


def _overlap(one: Climb, other: Climb) -> bool:
    return one.low < other.high + APART and other.low < one.high + APART


def path_of(way: Way, ends: Ports, placed: dict[tuple[str, int], float], ground: Ground) -> tuple[Point, ...]:
    """Return the corners of a line; `placed` gives the x of each climb."""
    a, b = ground.boxes[way.a], ground.boxes[way.b]
    if way.gutter < 0:
        middle = round(a.place.x + a.place.w * (0.62 if way.line.kind == "gap" else 0.5))
        return (middle, a.place.foot), (middle, b.place.y)
    heights = heights_of(way, ends)
    at_right = not way.same_column or way.gutter == ground.column(way.a)
    points: list[Point] = [(a.place.right if at_right else a.place.x, heights[0])]
    for step, (y, to) in enumerate(pairwise(heights)):
        x = placed.get((way.line.id, step))
        if x is not None:
            points += [(x, y), (x, to)]
        elif y != to:
            points[-1] = (points[-1][0], to)
    ends_right = way.same_column and at_right
    points.append((b.place.right if ends_right else b.place.x, heights[-1]))
    return simplified(points)
