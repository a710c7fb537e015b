"""Rectangles and where they touch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from layout.drawn.scene import Point


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle, its upper left corner first."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.w

    @property
    def foot(self) -> float:
        """The y of the lower side."""
        return self.y + self.h

    @property
    def middle(self) -> float:
        """The y of the middle."""
        return self.y + self.h / 2

    def touches(self, other: "Place", apart: float = 0) -> bool:
        """Say whether two rectangles come closer than `apart`."""
        return (
            self.x < other.right + apart
            and other.x < self.right + apart
            and self.y < other.foot + apart
            and other.y < self.foot + apart
        )


def stretches(path: Iterable[Point]) -> Iterator[Place]:
    """Yield the stretches of a path of level and upright lines, as rectangles without thickness."""
    points = list(path)
    for (x, y), (to_x, to_y) in pairwise(points):
        yield Place(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))


def simplified(path: Iterable[Point]) -> tuple[Point, ...]:
    """Return a path without points that repeat or lie on the way."""
    kept: list[Point] = []
    for point in path:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
