"""Where the words stand in a box or a tag, and how large it must be to hold them."""

from collections.abc import Sequence
from dataclasses import dataclass

from layout.drawn.scene import Box, Ink, Note, Shape, Tag, TagKind, Text, Weight
from layout.drawn.text import width

BAR_ON_TOP, BAR_AT_LEFT = 7.0, 7.0
ABOVE_AND_BELOW = 5.0
BEFORE_ROWS = 5.0


@dataclass(frozen=True, slots=True)
class Letters:
    """Sizes and steps from line to line, in pixels."""

    name: float
    name_step: float
    note: float
    note_step: float
    row_step: float

    @property
    def dot(self) -> float:
        """The room that a dot takes before a note."""
        return self.note * 0.8


DESK = Letters(name=13, name_step=16, note=13, note_step=15, row_step=20)
PROJECTOR = Letters(name=16, name_step=19, note=15, note_step=18, row_step=25)

LEFT: dict[Shape, float] = {"enforcement": 6 + BAR_AT_LEFT, "network": 16, "international": 16, "action": 0}
RIGHT: dict[Shape, float] = {"network": 12, "international": 16, "court": 8, "action": 14}


def letters(projector: bool, name_size: float | None = None) -> Letters:
    """Return the sizes for a scene, or for a box in it whose names have a size of their own."""
    usual = PROJECTOR if projector else DESK
    if name_size is None or name_size == usual.name:
        return usual
    return Letters(name_size, round(name_size * 1.22), name_size - 1, round(name_size * 1.15), usual.row_step)


def room(w: float, shape: Shape) -> float:
    """Return the width that words have in a box of width `w`."""
    return w - LEFT.get(shape, 9) - RIGHT.get(shape, 6)


def note_room(w: float, shape: Shape, projector: bool) -> float:
    """Return the width that a note has after its dot: wrap the first line of a dotted note to this."""
    return room(w, shape) - letters(projector).dot


def least_size(
    title: Sequence[str],
    notes: Sequence[Note],
    shape: Shape,
    *,
    projector: bool,
    rows: bool = False,
    name_size: float | None = None,
) -> tuple[float, float]:
    """Return the least width and height of a box that holds these lines."""
    sizes = letters(projector, name_size)
    widths = [width(line, sizes.name, "semibold") for line in title]
    widths += [width(note.text, sizes.note) + _dot_room(note, sizes, rows) for note in notes]
    bar = BAR_ON_TOP if shape == "ministry" else 0.0
    margins = 0.0 if shape == "action" else 2 * ABOVE_AND_BELOW
    return (
        LEFT.get(shape, 9) + max(widths, default=0.0) + RIGHT.get(shape, 6),
        bar + margins + _block(len(title), len(notes), sizes, rows),
    )


def lettered(box: Box, *, projector: bool) -> tuple[Text, ...]:
    """Return the words of a box, each line at its place; the block stands in the middle of the box's height."""
    sizes = letters(projector, box.name_size)
    x = box.x + LEFT.get(box.shape, 9)
    y = _top(box, sizes)
    name_ink: Ink = "primary" if box.shape == "action" else "first"
    name_weight: Weight = "regular" if box.shape == "action" else "semibold"
    texts = []
    for line in box.title:
        texts.append(Text(x, _baseline(y, sizes.name_step, sizes.name), line, sizes.name, name_weight, name_ink))
        y += sizes.name_step
    y += BEFORE_ROWS if box.rows else 0
    step = sizes.row_step if box.rows else sizes.note_step
    for note in box.notes:
        indent = sizes.dot if box.rows and note.dot == "none" else 0
        baseline = _baseline(y, step, sizes.note)
        texts.append(Text(x + indent, baseline, note.text, sizes.note, ink="second", dot=note.dot))
        y += step
    return tuple(texts)


def row_middle(box: Box, index: int, *, projector: bool) -> float:
    """Return the y of the middle of one note's row: where a line to that row ends."""
    sizes = letters(projector, box.name_size)
    step = sizes.row_step if box.rows else sizes.note_step
    before = len(box.title) * sizes.name_step + (BEFORE_ROWS if box.rows else 0)
    return _top(box, sizes) + before + (index + 0.5) * step


def tag_size(text: Sequence[str], kind: TagKind, *, projector: bool) -> tuple[float, float]:
    """Return the width and height of a tag."""
    size, step, weight = _tag_letters(kind, projector)
    beside, above = (4.0, 0.0) if kind == "label" else (7.0, 1.5)
    return max(width(line, size, weight) for line in text) + 2 * beside, len(text) * step + 2 * above


def tag_lettered(tag: Tag, *, projector: bool) -> tuple[Text, ...]:
    """Return the words of a tag, in its middle."""
    size, step, weight = _tag_letters(tag.kind, projector)
    top = tag.y + (tag.h - len(tag.text) * step) / 2
    ink: Ink = "second" if tag.kind == "label" else "first"
    return tuple(
        Text(tag.x + tag.w / 2, _baseline(top + step * index, step, size), line, size, weight, ink, "middle")
        for index, line in enumerate(tag.text)
    )


def _tag_letters(kind: TagKind, projector: bool) -> tuple[float, float, Weight]:
    sizes = letters(projector)
    return (sizes.note, sizes.note_step, "regular") if kind == "label" else (sizes.name, sizes.name_step, "semibold")


def _dot_room(note: Note, sizes: Letters, rows: bool) -> float:
    return sizes.dot if rows or note.dot != "none" else 0.0


def _block(titles: int, notes: int, sizes: Letters, rows: bool) -> float:
    step = sizes.row_step if rows else sizes.note_step
    return titles * sizes.name_step + (BEFORE_ROWS if rows else 0) + notes * step


def _top(box: Box, sizes: Letters) -> float:
    bar = BAR_ON_TOP if box.shape == "ministry" else 0.0
    block = _block(len(box.title), len(box.notes), sizes, box.rows)
    return box.y + bar + (box.h - bar - block) / 2


def _baseline(top: float, step: float, size: float) -> float:
    """The baseline that sets capitals in the middle of their line (capitals of Source Sans are 0.66 em high)."""
    return round(top + step / 2 + size * 0.33, 1)
