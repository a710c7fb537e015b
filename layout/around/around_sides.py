"""The bodies at the sides of the middle: one or two columns a side, set like bricks, so that each line has its way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layout.around.around_plan import Near
from layout.around.around_sheet import AroundSheet
from layout.drawn.lettering import least_size, letters, room, tag_size
from layout.drawn.scene import Box, Line, Note, Point, Tag
from layout.drawn.text import wrap

BESIDE_WORD = 6.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its boxes from the top, those at even places beside the middle, the others in the column beyond."""

    near: tuple[Near, ...]
    boxes: tuple[Box, ...]
    left: bool
    columns: int
    sheet: AroundSheet

    def lines(self, middle: Box) -> list[Line]:
        """Return the line from the middle to each box: it fans out, then runs level, under the word of the contact."""
        found = []
        edge = middle.x if self.left else middle.x + middle.w
        for place, (near, box) in enumerate(zip(self.near, self.boxes, strict=True)):
            port = round(middle.y + middle.h * (place + 1) / (len(self.boxes) + 1), 1)
            path = self._path((edge, port), box)
            name = f"{near.title}: {', '.join(near.words)}"
            found.append(
                Line(f"to:{near.id}", path, near.line, (middle.id, near.id), name, "spline", self._word(near, box))
            )
        return found

    def _path(self, start: Point, box: Box) -> tuple[Point, ...]:
        inner = self.boxes[0]
        y, out = box.y + box.h / 2, -1 if self.left else 1
        level = (inner.x + inner.w if self.left else inner.x) - out * (self.sheet.word + 2 * BESIDE_WORD)
        end = box.x + box.w if self.left else box.x
        half = (start[0] + level) / 2
        return (start, (half, start[1]), (half, y), (level, y), (level, y), (end, y), (end, y))

    def _word(self, near: Near, box: Box) -> Tag:
        w, h = (float(round(side)) for side in tag_size(near.words, "label", projector=self.sheet.projector))
        x = box.x + box.w + BESIDE_WORD if self.left else box.x - BESIDE_WORD - w
        return Tag(near.words, x, round(box.y + box.h / 2 - h / 2), w, h, "label")


def sides_of(near: Sequence[Near], top: float, foot: float, sheet: AroundSheet) -> tuple[Side, Side]:
    """Share bodies between the two sides, in their order; those of which least is recorded give way where room ends."""
    columns, w = 1, sheet.wide
    h, held = _fits(near, top, foot, columns, sheet)
    if 2 * held < len(near) and sheet.columns > 1:
        columns, w = 2, sheet.box
        h, held = _fits(near, top, foot, columns, sheet)
    best = sorted(near, key=lambda one: (-one.worth, one.id))[: 2 * held]
    shown = [one for one in near if one in best]
    half = (len(shown) + 1) // 2
    left = _side(shown[:half], (top, foot, w, h), columns, sheet, left=True)
    return left, _side(shown[half:], (top, foot, w, h), columns, sheet, left=False)


def _fits(near: Sequence[Near], top: float, foot: float, columns: int, sheet: AroundSheet) -> tuple[float, int]:
    """Return the height of all boxes, and how many one side holds: the column beyond begins half a step lower."""
    h = max([_box(one, sheet.wide if columns == 1 else sheet.box, sheet).h for one in near], default=40.0)
    step, high = h + sheet.between, foot - top + sheet.between
    one = int(high // step)
    return h, one if columns == 1 else one + int((high - step / 2) // step)


def _side(
    near: Sequence[Near], within: tuple[float, float, float, float], columns: int, sheet: AroundSheet, *, left: bool
) -> Side:
    top, foot, w, h = within
    step = (h + sheet.between) / columns
    tall = step * (len(near) - 1) + h
    first = round(top + (foot - top - tall) / 2)
    boxes = []
    for place, one in enumerate(near):
        beyond = sheet.width - w if columns == 1 else sheet.width - 2 * w - sheet.word - 2 * BESIDE_WORD
        x = beyond if place % columns == 0 else sheet.width - w
        boxes.append(replace(_box(one, w, sheet), x=sheet.width - w - x if left else x, y=first + place * step, h=h))
    return Side(tuple(near), tuple(boxes), left, columns, sheet)


def _box(near: Near, w: float, sheet: AroundSheet) -> Box:
    sizes = letters(sheet.projector)
    title = wrap(near.title, room(w, near.shape), sizes.name, "semibold")
    notes = tuple(Note(line) for line in wrap(near.note, room(w, near.shape), sizes.note))
    _, h = least_size(title, notes, near.shape, projector=sheet.projector)
    name = ", ".join(part for part in (near.title, near.note, *near.words) if part)
    return Box(near.id, 0, 0, w, h, title, name, notes, near.shape, "quiet")
