"""A scene as a piece of a page, as wide as it is given room."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from handouts.drawing.shapes import drawn
from handouts.paper.markup import Markup, joined, tag
from layout.drawn.payload import as_payload
from layout.drawn.scene import Scene
from layout.drawn.text import width

# Of Source Sans, in em: the baseline stands so far below the top of a line that is so high (style.css).
ASCENT = 1.0
DOT = 0.8  # the room of a dot, as in layout.drawn.lettering
DOTS = {"full": "●", "open": "○", "question": "?"}
SLACK = 1.2  # what a face that is wider than Source Sans may need; a room without ink, so that it is seen by nobody
FOOT = 16.0  # what a scene keeps free for its line on territories, which paper has at the foot of every sheet


def picture(scene: Scene, wide: float, says: str) -> Markup:
    """Return a scene, `wide` pixels of CSS, and what it shows as a sentence for who cannot see it."""
    payload, k = as_payload(bare(scene)), wide / scene.width
    height = payload["height"]
    lines = tag(
        "svg",
        *drawn(payload),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {scene.width:g} {height:g}",
        width=f"{wide:.1f}",
        height=f"{height * k:.1f}",
        role="img",
        aria_label=says,
    )
    return tag(
        "div", lines, joined(_words(payload, k)), class_="map", style=f"width:{wide:.1f}px;height:{height * k:.1f}px"
    )


def bare(scene: Scene) -> Scene:
    """Return a scene without its line on territories."""
    return replace(scene, height=scene.height - FOOT, designation="") if scene.designation else scene


def _words(scene: Mapping[str, Any], k: float) -> Iterator[Markup]:
    """Yield the words: of the sheet, of each box in a piece of its own, of the lines, and of the legend."""
    yield tag("div", *(_text(text, k) for text in scene["texts"]))
    for box in scene["boxes"]:
        yield tag("div", *(_text(text, k) for text in box["texts"]))
    tags = [line["tag"] for line in scene["lines"] if line["tag"] and not line["whenChosen"]]
    yield tag("div", *(_text(text, k) for one in tags for text in one["texts"]))
    yield tag("div", *(_text(entry["text"], k) for entry in scene["legend"]))


def _text(text: Mapping[str, Any], k: float) -> Markup:
    size, weight = text["size"] * k, "semibold" if text["weight"] > 400 else "regular"
    x, y = text["x"] * k, text["y"] * k - ASCENT * size
    before = DOT * size if text["dot"] != "none" else 0
    wide = width(text["text"], size, weight)
    if before and text["align"] != "left":  # the dot and the words hang together
        x -= (before + wide) * {"center": 0.5, "right": 1}[text["align"]]
    room = SLACK * wide + size
    align = "" if before else {"left": "", "center": "c", "right": "r"}[text["align"]]
    left = x + before - room * {"": 0, "c": 0.5, "r": 1}[align]
    kinds = ["w", "b" if weight == "semibold" else "", align, text["ink"] if text["ink"] != "first" else ""]
    word = tag("p", text["text"], class_=" ".join(filter(None, kinds)), style=_place(left, y, size, room))
    if not before:
        return word
    return joined([tag("p", DOTS[text["dot"]], class_="w second", style=_place(x, y, size, size)), word])


def _place(x: float, y: float, size: float, room: float) -> str:
    return f"left:{x:.2f}px;top:{y:.2f}px;width:{room:.0f}px;font-size:{size:.2f}px"
