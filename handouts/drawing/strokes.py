"""Lines and shapes of a scene as SVG paths; the same forms that the browser draws (views/map/assets/drawing.js)."""

from collections.abc import Iterator, Sequence
from typing import Any

CORNER = 10.0
ROUNDEST = 26  # of a network; layout/browser/drawing.js has the same
Points = Sequence[Sequence[float]]


def line_path(points: Points, curve: str) -> str:
    """Return the path of a line: straight, with rounded corners, or as Bezier curves."""
    begin = f"M{_at(points[0])}"
    if curve == "spline":
        groups = [points[i : i + 3] for i in range(1, len(points) - 2, 3)]
        return begin + "".join(f"C{' '.join(_at(point) for point in group)}" for group in groups)
    if curve != "rounded":
        return begin + "".join(f"L{_at(point)}" for point in points[1:])
    return begin + "".join(_turn(points, i) for i in range(1, len(points) - 1)) + f"L{_at(points[-1])}"


def _turn(points: Points, i: int) -> str:
    before, here, after = points[i - 1], points[i], points[i + 1]
    radius = min(CORNER, _length(before, here) / 2, _length(here, after) / 2)
    return f"L{_at(_towards(here, before, radius))}Q{_at(here)} {_at(_towards(here, after, radius))}"


def _length(a: Sequence[float], b: Sequence[float]) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)


def _towards(a: Sequence[float], b: Sequence[float], by: float) -> tuple[float, float]:
    share = by / (_length(a, b) or 1)
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def outline(box: dict[str, Any], inset: float, shift: float = 0) -> str:
    """Return the outline of a box by its shape, so much inside its edge, or moved down and right."""
    x, y = box["x"] + inset + shift, box["y"] + inset + shift
    w, h = box["w"] - 2 * inset, box["h"] - 2 * inset
    cut = min(CORNER, h / 3)
    if box["shape"] == "laboratory":
        return corners(x, y, w, h, cut, cut)
    if box["shape"] == "international":
        return corners(x, y, w, h, min(12, h / 2), h / 2)
    return round_rectangle(x, y, w, h, radius(box["shape"], h))


def radius(shape: str, h: float) -> float:
    """Return how round the corners of a shape are."""
    if shape == "network":
        return min(ROUNDEST, h / 2)
    return min(CORNER, h / 3) if shape == "authority" else 3.0


def round_rectangle(x: float, y: float, w: float, h: float, r: float) -> str:
    """Return a rectangle with round corners."""
    r = max(0.0, min(r, w / 2, h / 2))
    right, foot = x + w, y + h
    return (
        f"M{_at((x + r, y))}H{right - r:.6g}A{r:.6g} {r:.6g} 0 0 1 {_at((right, y + r))}V{foot - r:.6g}"
        f"A{r:.6g} {r:.6g} 0 0 1 {_at((right - r, foot))}H{x + r:.6g}A{r:.6g} {r:.6g} 0 0 1 {_at((x, foot - r))}"
        f"V{y + r:.6g}A{r:.6g} {r:.6g} 0 0 1 {_at((x + r, y))}Z"
    )


def corners(x: float, y: float, w: float, h: float, across: float, down: float) -> str:
    """Return a rectangle with its corners cut: an octagon, or a hexagon where the cuts meet at the sides."""
    return f"M{'L'.join(_at(point) for point in _corners(x, y, w, h, across, down))}Z"


def _corners(x: float, y: float, w: float, h: float, across: float, down: float) -> Iterator[tuple[float, float]]:
    yield from ((x + across, y), (x + w - across, y), (x + w, y + down), (x + w, y + h - down))
    yield from ((x + w - across, y + h), (x + across, y + h), (x, y + h - down), (x, y + down))


def _at(point: Sequence[float]) -> str:
    return f"{point[0]:.6g} {point[1]:.6g}"
