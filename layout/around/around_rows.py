"""The row of boxes above or below the middle, and the ways to it: no way crosses another, none runs through a box."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layout.around.around_plan import Near
from layout.around.around_sheet import AroundSheet
from layout.drawn.lettering import least_size, letters, note_room, room
from layout.drawn.scene import Box, Line, Note
from layout.drawn.text import wrap
from layout.places import simplified

LANE = 5.0
BEFORE_LANES = 8.0


@dataclass(frozen=True, slots=True)
class Row:
    """The boxes of a row with y 0, and how many have no place in it."""

    near: tuple[Near, ...]
    set_up: tuple[Box, ...]
    left_out: int
    height: float

    @classmethod
    def of(cls, near: Sequence[Near], sheet: AroundSheet) -> "Row":
        """Set a row across the sheet; boxes are equally wide, and as tall as the tallest."""
        shown = tuple(near[: sheet.most])
        share = max(len(shown), 3)
        w = float(int((sheet.width - sheet.apart * (share - 1)) / share))
        boxes = [_box(one, w, sheet) for one in shown]
        height = max((box.h for box in boxes), default=0.0)
        span = len(boxes) * w + (len(boxes) - 1) * sheet.apart
        left = (sheet.width - span) / 2
        placed = (replace(box, x=round(left + place * (w + sheet.apart)), h=height) for place, box in enumerate(boxes))
        return cls(shown, tuple(placed), len(near) - len(shown), height)

    @property
    def lanes(self) -> float:
        """The room that the ways need between the row and the middle."""
        return 2 * BEFORE_LANES + LANE * len(self.near)

    def boxes(self, y: float) -> list[Box]:
        """Return the boxes at a height."""
        return [replace(box, y=y) for box in self.set_up]


def below(foot: float, row: Row) -> float:
    """Return where a row that begins under its lanes ends."""
    return foot + row.lanes + row.height


def ways_to(middle: Box, row: Row, y: float, *, upward: bool) -> list[Line]:
    """Return the way from the middle to each box: what lies farther out turns nearer to the middle."""
    edge = middle.y if upward else middle.y + middle.h
    border = y + row.height if upward else y
    out = BEFORE_LANES if upward else -BEFORE_LANES
    step = LANE if upward else -LANE
    found = []
    for place, (near, box) in enumerate(zip(row.near, row.set_up, strict=True)):
        port = round(middle.x + middle.w * (place + 1) / (len(row.near) + 1))
        to = round(box.x + box.w / 2)
        turns = min(place, len(row.near) - 1 - place)  # counted from the ends of the row
        level = border + out + step * (len(row.near) - 1 - turns)
        path = simplified([(port, edge), (port, level), (to, level), (to, border)])
        name = f"{near.title}: {near.note or ', '.join(near.words)}"
        found.append(Line(f"to:{near.id}", path, near.line, (middle.id, near.id), name, "rounded"))
    return found


def _box(near: Near, w: float, sheet: AroundSheet) -> Box:
    sizes = letters(sheet.projector)
    title = wrap(near.title, room(w, near.shape), sizes.name, "semibold")
    said = ", ".join(part for part in (near.note, *near.words) if part)
    space = note_room(w, near.shape, sheet.projector) if near.dot != "none" else room(w, near.shape)
    notes = tuple(Note(line, "none" if at else near.dot) for at, line in enumerate(wrap(said, space, sizes.note)))
    _, h = least_size(title, notes, near.shape, projector=sheet.projector)
    name = f"{near.title}, {said}"
    return Box(near.id, 0, 0, w, h, title, name, notes, near.shape, "quiet")
