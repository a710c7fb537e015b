"""Lines of a map as connectors of a slide, which stay glued to their shapes when these are moved."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
WHOLE = 100000
LEAST = 0.5  # pixels: a connector of no height has no share of it


@dataclass(frozen=True, slots=True)
class Bend:
    """A connector: its preset, where it stands, how it is turned, and its bends as shares of width and height."""

    preset: str
    x: float
    y: float
    w: float
    h: float
    flip_across: bool
    flip_down: bool
    adjust: tuple[int, ...] = ()


def bend(path: Sequence[Point]) -> Bend:
    """Return the connector that runs as a path does: level first, with at most four bends; more are left out."""
    points = _fewer(_corners(path))
    (x0, y0), (x1, y1) = points[0], points[-1]
    w, h = x1 - x0, y1 - y0
    if len(points) > 2:
        w, h = w or LEAST, h or LEAST
    flips = w < 0, h < 0
    place = min(x0, x0 + w), min(y0, y0 + h), abs(w), abs(h)
    inner = points[1:-1]
    if len(inner) == 2:
        return Bend("bentConnector3", *place, *flips, (_share(inner[0][0] - x0, w),))
    if len(inner) == 4:
        adjust = _share(inner[0][0] - x0, w), _share(inner[1][1] - y0, h), _share(inner[2][0] - x0, w)
        return Bend("bentConnector5", *place, *flips, adjust)
    return Bend("straightConnector1", *place, *flips)


def _share(part: float, whole: float) -> int:
    return round(part / whole * WHOLE)


def _corners(path: Sequence[Point]) -> list[Point]:
    """Return a path without points at which it does not turn."""
    kept = [path[0]]
    for before, here, after in zip(path, path[1:], path[2:], strict=False):
        across, down = (here[0] - before[0], here[1] - before[1]), (after[0] - here[0], after[1] - here[1])
        if abs(across[0] * down[1] - across[1] * down[0]) > 1e-6:
            kept.append(here)
    return [*kept, path[-1]]


def _fewer(points: list[Point]) -> list[Point]:
    """Leave out the least upright steps between the first and the last of a path with more than four bends."""
    while len(points) > 6:
        i = min(range(3, len(points) - 3, 2), key=lambda place: abs(points[place + 1][1] - points[place][1]))
        points = [*points[:i], (points[i + 2][0], points[i - 1][1]), *points[i + 3 :]]
    return points
