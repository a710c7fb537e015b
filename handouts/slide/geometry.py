"""Shapes of a map as native shapes of a slide: their outline, and the places where lines are glued.

A shape of one's own (custGeom) may name its places of gluing, and a preset one has four in the middle of its sides:
only so does a line end where the map has it. Everything is written as shares of the shape, so that it is kept when the
shape is made larger.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from layout.drawn.scene import Box

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
ROUND = 10.0
MINISTRY, ENFORCEMENT = 7.0, 7.0
RIGHT, DOWN, LEFT, UP = 0, 5400000, 10800000, 16200000  # in 60000ths of a degree
MIDDLES = (("hc", "t", UP), ("l", "vc", LEFT), ("hc", "b", DOWN), ("r", "vc", RIGHT))
SIDES = len(MIDDLES)  # places of gluing before the first port
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Path:
    """One outline in pixels of the box: commands of DrawingML, and whether it is filled and stroked."""

    commands: str
    fill: str = "norm"
    stroke: bool = True


def geometry(box: Box, ports: Sequence[Point]) -> str:
    """Return the custGeom of a box; its places of gluing are the middles of its sides, then the ports in their order.

    `ports` are points of the scene. LibreOffice takes places of a shape for those of its frame where it has no more
    than four, so that the middles are not only for lines that are drawn later.
    """
    w, h = round(box.w * 100), round(box.h * 100)
    guides, sites = [], [_site(*place) for place in MIDDLES]
    for place, (x, y) in enumerate(ports):
        across, down = round((x - box.x) * 100), round((y - box.y) * 100)
        guides.append(f'<a:gd name="x{place}" fmla="*/ w {across} {w}"/><a:gd name="y{place}" fmla="*/ h {down} {h}"/>')
        sites.append(_site(f"x{place}", f"y{place}", _leaving(box, (x, y))))
    drawn = "".join(
        f'<a:path w="{w}" h="{h}" fill="{path.fill}" stroke="{int(path.stroke)}">{path.commands}</a:path>'
        for path in paths(box)
    )
    return (
        f'<a:custGeom xmlns:a="{DRAWING}"><a:avLst/><a:gdLst>{"".join(guides)}</a:gdLst><a:ahLst/>'
        f'<a:cxnLst>{"".join(sites)}</a:cxnLst><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{drawn}</a:pathLst></a:custGeom>"
    )


def _site(x: str, y: str, angle: int) -> str:
    return f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>'


def _leaving(box: Box, port: Point) -> int:
    """Return by which side a line leaves a box at a port, as an angle: that which is nearest."""
    (x, y), stack = port, 6.0 * bool(box.stack)
    apart = {
        RIGHT: abs(box.x + box.w + stack - x),
        LEFT: abs(x - box.x),
        DOWN: abs(box.y + box.h + stack - y),
        UP: abs(y - box.y),
    }
    return min(apart, key=lambda side: apart[side])


def paths(box: Box) -> Iterable[Path]:
    """Yield the outlines of a box by its shape; a bar is a darker part of the same shape."""
    for sheet in range(min(box.stack, 2), 0, -1):
        yield Path(_outline(box, 3.0 * sheet))
    yield Path(_outline(box))
    if box.shape == "ministry":
        yield Path(_polygon([(0, 0), (box.w, 0), (box.w, MINISTRY), (0, MINISTRY)]), "darken")
    if box.shape == "enforcement":
        yield Path(_polygon([(0, 0), (ENFORCEMENT, 0), (ENFORCEMENT, box.h), (0, box.h)]), "darken")
    if box.shape == "court":
        yield Path(_polygon([(4, 4), (box.w - 4, 4), (box.w - 4, box.h - 4), (4, box.h - 4)]), "none")


def _outline(box: Box, shift: float = 0) -> str:
    w, h = box.w, box.h
    if box.shape == "laboratory":
        return _polygon(_cut(w, h, min(ROUND, h / 3), min(ROUND, h / 3), shift))
    if box.shape == "international":
        return _polygon(_cut(w, h, min(12, h / 2), h / 2, shift))
    if box.shape in ("network", "authority"):
        return _rounded(w, h, h / 2 if box.shape == "network" else min(ROUND, h / 3), shift)
    return _polygon([(shift, shift), (w + shift, shift), (w + shift, h + shift), (shift, h + shift)])


def _cut(w: float, h: float, across: float, down: float, by: float) -> list[Point]:
    corners = [(across, 0), (w - across, 0), (w, down), (w, h - down), (w - across, h), (across, h), (0, h - down)]
    return [(x + by, y + by) for x, y in [*corners, (0, down)]]


def _polygon(points: Sequence[Point]) -> str:
    first, *rest = points
    lines = "".join(f"<a:lnTo>{_at(point)}</a:lnTo>" for point in rest)
    return f"<a:moveTo>{_at(first)}</a:moveTo>{lines}<a:close/>"


def _rounded(w: float, h: float, r: float, by: float) -> str:
    """Return a rectangle with round corners, clockwise from the upper left; angles in 60000ths of a degree."""
    arcs = [((w - r, 0), 16200000), ((w, h - r), 0), ((r, h), 5400000), ((0, r), 10800000)]
    turns = "".join(
        f"<a:lnTo>{_at((x + by, y + by))}</a:lnTo>"
        f'<a:arcTo wR="{round(r * 100)}" hR="{round(r * 100)}" stAng="{start}" swAng="5400000"/>'
        for (x, y), start in arcs
    )
    return f"<a:moveTo>{_at((r + by, by))}</a:moveTo>{turns}<a:close/>"


def _at(point: Point) -> str:
    return f'<a:pt x="{round(point[0] * 100)}" y="{round(point[1] * 100)}"/>'
