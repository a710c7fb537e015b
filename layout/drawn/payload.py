"""The scene as the browser gets it: plain JSON, every word already at its place."""

from typing import Any, get_args

from layout.drawn.lettering import lettered, letters, tag_lettered
from layout.drawn.scene import Box, LegendEntry, Line, LineKind, Scene, Shape, Text, Zone
from layout.drawn.signs import tables

SAMPLE_HEIGHT = 13.0


def as_payload(scene: Scene) -> dict[str, Any]:
    """Return a JSON-able picture of the scene, with the tables of signs it is drawn by."""
    return {
        "id": scene.id,
        "width": scene.width,
        "height": scene.height,
        "projector": scene.projector,
        "signs": tables(scene.projector),
        "zones": [_zone(zone) for zone in scene.zones],
        "texts": [_text(text) for text in (*scene.texts, *_designation(scene))],
        "boxes": [_box(box, scene.projector) for box in scene.boxes],
        "lines": [_line(line, scene.projector) for line in scene.lines],
        "legend": [_legend(entry, scene.projector) for entry in scene.legend],
    }


def _designation(scene: Scene) -> tuple[Text, ...]:
    if not scene.designation:
        return ()
    size = letters(scene.projector).note
    return (Text(0, scene.height - 6, scene.designation, size, ink="second"),)


def _zone(zone: Zone) -> dict[str, Any]:
    return {"x": zone.x, "y": zone.y, "w": zone.w, "h": zone.h, "kind": zone.kind, "id": zone.id, "name": zone.name}


def _text(text: Text) -> dict[str, Any]:
    return {
        "x": text.x,
        "y": text.y,
        "text": text.text,
        "size": text.size,
        "weight": 600 if text.weight == "semibold" else 400,
        "ink": text.ink,
        "align": "center" if text.anchor == "middle" else text.anchor,
        "dot": text.dot,
    }


def _border(shape: str, basis: str) -> str:
    return shape if shape in ("network", "empty") else basis


def _box(box: Box, projector: bool) -> dict[str, Any]:
    return {
        "id": box.id,
        "x": box.x,
        "y": box.y,
        "w": box.w,
        "h": box.h,
        "shape": box.shape,
        "border": _border(box.shape, box.basis),
        "stack": box.stack,
        "opens": box.opens,
        "name": box.name,
        "texts": [_text(text) for text in lettered(box, projector=projector)],
    }


def _line(line: Line, projector: bool) -> dict[str, Any]:
    tag = line.tag
    return {
        "id": line.id,
        "path": line.path,
        "curve": line.curve,
        "kind": line.kind,
        "ends": line.ends,
        "name": line.name,
        "whenChosen": line.when_chosen,
        "tag": tag
        and {
            "x": tag.x,
            "y": tag.y,
            "w": tag.w,
            "h": tag.h,
            "kind": tag.kind,
            "texts": [_text(text) for text in tag_lettered(tag, projector=projector)],
        },
    }


def _legend(entry: LegendEntry, projector: bool) -> dict[str, Any]:
    """Return a sample (a short line, or a small box) and the word after it."""
    size = letters(projector).note
    word = Text(entry.x + entry.w + 6, entry.y + size * 0.33, entry.text, size, ink="second", dot=entry.dot)
    if entry.sign not in get_args(LineKind):
        return {"box": _sample(entry), "text": _text(word)}
    path = ((entry.x, entry.y), (entry.x + entry.w, entry.y))
    line = {"path": path, "curve": "straight", "kind": entry.sign}
    tag = _sample(entry, 6, 9, "tag") if entry.sign == "problem" else None
    return {"line": line, "box": tag, "text": _text(word)}


def _sample(entry: LegendEntry, inset: float = 0, h: float = SAMPLE_HEIGHT, border: str = "") -> dict[str, Any]:
    shape: str = entry.sign if entry.sign in get_args(Shape) else "authority"
    basis = "recorded" if entry.sign == "recorded" else "presumed"
    return {
        "x": entry.x + inset,
        "y": entry.y - h / 2,
        "w": entry.w - 2 * inset,
        "h": h,
        "shape": shape,
        "border": border or _border(shape, basis),
        "stack": int(entry.sign == "folded"),
        "texts": [],
    }
