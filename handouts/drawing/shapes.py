"""The parts of a scene as SVG elements: grounds, lines, bodies, tags and the samples of the legend."""

from collections.abc import Iterator, Mapping
from typing import Any

from handouts.drawing.strokes import line_path, outline, round_rectangle
from handouts.paper.markup import Markup, tag

Signs = Mapping[str, Any]
Piece = dict[str, Any]
SAMPLE = 20  # a box lower than this is a sample of the legend


def drawn(scene: Mapping[str, Any]) -> Iterator[Markup]:
    """Yield everything of a scene but its words, what lies lowest first."""
    signs = scene["signs"]["light"]
    for zone in scene["zones"]:
        yield from _zone(zone, signs["zones"][zone["kind"]])
    for entry in scene["legend"]:
        if "line" in entry:
            yield _stroke(_path_of(entry["line"]), signs["lines"][entry["line"]["kind"]])
        if entry["box"]:
            yield from _body(entry["box"], signs)
    seen = [line for line in scene["lines"] if not line["whenChosen"]]
    for line in seen:
        yield _stroke(_path_of(line), signs["lines"][line["kind"]])
    for box in scene["boxes"]:
        if box["shape"] != "action":
            yield from _body(box, signs)
    for line in seen:
        if line["tag"]:
            yield _tag(line["tag"], signs["tags"][line["tag"]["kind"]])


def _path_of(line: Piece) -> str:
    return line_path(line["path"], line["curve"])


def _stroke(path: str, sign: Signs, fill: str = "none") -> Markup:
    dash = " ".join(f"{length:g}" for length in sign.get("dash", ())) or None
    return tag("path", d=path, fill=fill, stroke=sign["stroke"], stroke_width=sign["width"], stroke_dasharray=dash)


def _zone(zone: Piece, sign: Signs) -> Iterator[Markup]:
    x, y, w, h = zone["x"], zone["y"], zone["w"], zone["h"]
    if zone["kind"] == "rule":
        yield _stroke(f"M{x} {y + 0.5}H{x + w}", sign)
    elif zone["kind"] == "arrow":
        yield _stroke(f"M{x} {y + 0.5}H{x + w - 6}", sign)
        yield tag("path", d=f"M{x + w} {y + 0.5}L{x + w - 8} {y - 4}V{y + 5}Z", fill=sign["stroke"])
    else:
        # A thin edge, because a printer leaves out a ground as light as this.
        edge = {"stroke": sign.get("stroke", "#D5DCE2"), "width": sign.get("width", 0.6)}
        yield _stroke(round_rectangle(x + 0.4, y + 0.4, w - 0.8, h - 0.8, sign["radius"]), edge, sign["fill"])


def _body(box: Piece, signs: Signs) -> Iterator[Markup]:
    sign = signs["borders"][box["border"]]
    for sheet in range(min(box["stack"], 2), 0, -1):
        yield _stroke(outline(box, 0.6, 3 * sheet), {"stroke": sign["bar"], "width": 1.2}, sign["fill"])
    body = outline(box, sign["width"] / 2)
    yield tag("path", d=body, fill=sign["fill"])
    yield from _bar(box, sign)
    yield _stroke(body, sign)
    if box["shape"] == "court":
        yield _stroke(outline(box, 3.5), {"stroke": sign["bar"], "width": 1})


def _bar(box: Piece, sign: Signs) -> Iterator[Markup]:
    """The bar of a ministry lies on top, that of an enforcement service at the left; both within round corners of 3."""
    small, x, y, w, h = box["h"] < SAMPLE, box["x"] + 1, box["y"] + 1, box["w"] - 2, box["h"] - 2
    if box["shape"] == "ministry":
        yield tag("path", d=round_rectangle(x, y, w, 3 if small else 6, 1.5), fill=sign["bar"])
    elif box["shape"] == "enforcement":
        yield tag("path", d=round_rectangle(x, y, 4 if small else 6, h, 1.5), fill=sign["bar"])


def _tag(found: Piece, sign: Signs) -> Markup:
    path = round_rectangle(found["x"], found["y"], found["w"], found["h"], sign["radius"])
    return _stroke(path, {"stroke": sign.get("stroke", "none"), "width": sign.get("width", 0)}, sign["fill"])
