"""What is measured on every drawing: nothing overlaps, nothing leaves its place, no line runs through a box."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from layout.drawn.lettering import least_size, letters
from layout.drawn.scene import Box, Point, Scene, Tag
from layout.drawn.text import width

Rectangle = tuple[float, float, float, float]
SAMPLES = 40
SHEET_BEHIND = 3


def faults(scene: Scene) -> list[str]:
    """Return every fault of a scene, in words."""
    return [*_boxes(scene), *_tags(scene), *_lines(scene), *_texts(scene)]


def extent(box: Box) -> Rectangle:
    """Return the sides of a box with the sheets seen behind it: left, top, right, foot."""
    behind = SHEET_BEHIND * min(box.stack, 2)
    return box.x, box.y, box.x + box.w + behind, box.y + box.h + behind


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _inside(one: Rectangle, scene: Scene) -> bool:
    return one[0] >= 0 and one[1] >= 0 and one[2] <= scene.width and one[3] <= scene.height


def _boxes(scene: Scene) -> Iterator[str]:
    for one, other in combinations(scene.boxes, 2):
        if overlap(extent(one), extent(other)):
            yield f"boxes {one.id} and {other.id} overlap"
    for box in scene.boxes:
        if not holds_its_words(box, projector=scene.projector):
            yield f"the words of {box.id} leave it"
        if not _inside(extent(box), scene):
            yield f"box {box.id} leaves the sheet"


def _sides(tag: Tag) -> Rectangle:
    return tag.x, tag.y, tag.x + tag.w, tag.y + tag.h


def _tags(scene: Scene) -> Iterator[str]:
    tags = [(line.id, _sides(line.tag)) for line in scene.lines if line.tag]
    for (name, one), (other_name, other) in combinations(tags, 2):
        if overlap(one, other):
            yield f"the words on {name} and {other_name} overlap"
    for name, sides in tags:
        yield from (f"the word on {name} stands on {box.id}" for box in scene.boxes if overlap(sides, extent(box)))
        if not _inside(sides, scene):
            yield f"the word on {name} leaves the sheet"
    for line in scene.lines:
        needs_word = line.kind == "gap" or (line.kind == "problem" and not line.when_chosen)
        if needs_word and line.tag is None:
            yield f"{line.id} has no word"


def _lines(scene: Scene) -> Iterator[str]:
    boxes = [(box.id, extent(box)) for box in scene.boxes]
    for line in scene.lines:
        for name, sides in boxes:
            if name not in line.ends and any(_crosses(a, b, sides) for a, b in pairwise(line.path)):
                yield f"{line.id} runs through {name}"


def _crosses(a: Point, b: Point, sides: Rectangle) -> bool:
    """Whether a stretch runs through a rectangle: seen at many points along it, unless it is nowhere near."""
    (x, y), (to_x, to_y), (left, top, right, foot) = a, b, sides
    if max(x, to_x) <= left or min(x, to_x) >= right or max(y, to_y) <= top or min(y, to_y) >= foot:
        return False
    steps = (i / SAMPLES for i in range(SAMPLES + 1))
    return any(left < x + (to_x - x) * at < right and top < y + (to_y - y) * at < foot for at in steps)


def _texts(scene: Scene) -> Iterator[str]:
    """The words on the sheet: none on a box, none beyond the edge, none on another."""
    placed = []
    for text in scene.texts:
        w = width(text.text, text.size, text.weight) + (text.size * 0.8 if text.dot != "none" else 0)
        left = text.x - {"left": 0.0, "middle": w / 2, "right": w}[text.anchor]
        placed.append((text.text, (left, text.y - text.size * 0.7, left + w, text.y + 2)))
    for (name, one), (other_name, other) in combinations(placed, 2):
        if overlap(one, other):
            yield f"the texts {name!r} and {other_name!r} overlap"
    for name, sides in placed:
        yield from (f"the text {name!r} stands on {box.id}" for box in scene.boxes if overlap(sides, extent(box)))
        if sides[0] < -0.5 or sides[2] > scene.width + 0.5 or sides[1] < 0 or sides[3] > scene.height:
            yield f"the text {name!r} leaves the sheet"
    size = letters(scene.projector).note
    for entry in scene.legend:
        dot = size * 0.8 if entry.dot != "none" else 0
        if entry.x + entry.w + 6 + dot + width(entry.text, size) > scene.width + 0.5:
            yield f"the legend {entry.text!r} leaves the sheet"


def holds_its_words(box: Box, *, projector: bool) -> bool:
    """Say whether the words of a box stay inside it; they are drawn whole either way."""
    w, h = least_size(box.title, box.notes, box.shape, projector=projector, rows=box.rows, name_size=box.name_size)
    return w <= box.w and h <= box.h
