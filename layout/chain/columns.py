"""The columns of the chain: how wide each is, and how its boxes are lettered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from layout.chain.plan import COLUMNS, ChainBox
from layout.drawn.lettering import least_size, letters, note_room, room
from layout.drawn.scene import Note
from layout.drawn.text import longest_word, width, wrap
from layout.places import Place
from layout.sheet import Sheet

SHEET_BEHIND = 3.0
MORE = 14.0


@dataclass(frozen=True, slots=True)
class Lettered:
    """A box with its words broken into lines, and its place (y is 0 until the column is set)."""

    box: ChainBox
    title: tuple[str, ...]
    notes: tuple[Note, ...]
    place: Place
    head: str = ""

    @property
    def extent(self) -> Place:
        """The place with the sheets seen behind the box."""
        behind = SHEET_BEHIND * min(self.box.stack, 2)
        return Place(self.place.x, self.place.y, self.place.w + behind, self.place.h + behind)

    def at(self, y: float) -> "Lettered":
        """Return the same box at another height."""
        return replace(self, place=replace(self.place, y=y))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet: x and w are those of its boxes, left and right those of its ground."""

    index: int
    x: float
    w: float
    left: float
    right: float


def columns_of(boxes: Mapping[int, Sequence[ChainBox]], gutters: Sequence[float], sheet: Sheet) -> tuple[Column, ...]:
    """Share the sheet's width among the columns; `gutters` are the least widths between them, left to right."""
    least = least_widths(boxes, sheet)
    liked = [max(low, _liked_width(boxes.get(index, ()), sheet)) for index, low in enumerate(least)]
    spare = sheet.width - 2 * sheet.margin - sum(gutters) - sum(least)
    wanted = sum(liked) - sum(least)
    share = min(1.0, spare / wanted) if wanted > 0 else 0.0
    widths = [float(int(low + max(share, 0) * (like - low))) for low, like in zip(least, liked, strict=True)]
    left_over = sheet.width - 2 * sheet.margin - sum(gutters) - sum(widths)
    if left_over < 0:  # lines rather lose room than a name its word
        gutters, over = _given(gutters, [sheet.gutter / 2] * len(gutters), -left_over)
        widths = [w - over / len(widths) for w in widths]
        left_over = 0
    wider = [float(int(gutter + left_over / len(gutters))) for gutter in gutters]
    return _set(widths, wider, sheet)


def widened(columns: Sequence[Column], boxes: Mapping[int, Sequence[ChainBox]], sheet: Sheet) -> tuple[Column, ...]:
    """Return columns as they are, but none so narrow that a word breaks: gutters give way, then columns with room."""
    least = least_widths(boxes, sheet)
    widths = [max(column.w, low) for column, low in zip(columns, least, strict=True)]
    gutters = [right.x - left.x - left.w for left, right in pairwise(columns)]
    over = sum(widths) - sum(column.w for column in columns)
    gutters, over = _given(gutters, [sheet.gutter / 2] * len(gutters), over)
    widths, _ = _given(widths, least, over)
    return _set(widths, gutters, sheet)


def _given(sizes: Sequence[float], least: Sequence[float], over: float) -> tuple[list[float], float]:
    """Take what is over from sizes, as far as each has more than its least; return them and what is over still."""
    spare = [max(0.0, size - low) for size, low in zip(sizes, least, strict=True)]
    share = min(1.0, over / sum(spare)) if over > 0 and sum(spare) > 0 else 0.0
    return [size - share * room for size, room in zip(sizes, spare, strict=True)], over - share * sum(spare)


def least_widths(boxes: Mapping[int, Sequence[ChainBox]], sheet: Sheet) -> list[float]:
    """Return the width of each column below which a word would break."""
    return [_least_width(boxes.get(index, ()), sheet) for index in range(len(COLUMNS))]


def afforded(wanted: Mapping[int, float], gutters: Sequence[float], room: float, least: float) -> list[float]:
    """Widen gutters as wanted as far as the room goes, at the cost of those that nobody wants wider.

    `room` is what all gutters together may take, `least` the width of a gutter that gives way. What is left makes the
    wanted ones a little wider still, so that a line is seen at both sides of its word.
    """
    found = [max(gutter, wanted.get(index, 0)) for index, gutter in enumerate(gutters)]
    givers = [index for index in range(len(found)) if index not in wanted and found[index] > least]
    over = sum(found) - room
    for index in givers if over > 0 else ():
        found[index] = max(least, found[index] - over / len(givers))
    over = sum(found) - room
    extra = sum(found[index] - gutters[index] for index in wanted)
    share = min(1.0, over / extra) if over > 0 and extra > 0 else 0.0
    more = min(MORE, -over / len(wanted)) if over < 0 and wanted else 0.0
    return [w - share * (w - gutters[index]) + more if index in wanted else w for index, w in enumerate(found)]


def _set(widths: Sequence[float], gutters: Sequence[float], sheet: Sheet) -> tuple[Column, ...]:
    columns, x, left = [], sheet.margin, 0.0
    for index, w in enumerate(widths):
        last = index == len(widths) - 1
        gutter = sheet.margin if last else gutters[index]
        # A wide gutter belongs to the column at its left, where most lines begin.
        right = sheet.width if last else round(x + w + gutter - min(gutter / 2, sheet.margin + 2))
        columns.append(Column(index, x, w, left, right))
        left, x = right + 3, x + w + gutter
    return tuple(columns)


def lettered_in(box: ChainBox, column: Column, sheet: Sheet) -> Lettered:
    """Break the words of a box to the width of its column."""
    w = column.w - SHEET_BEHIND * min(box.stack, 2)
    sizes = letters(sheet.projector)
    title = wrap(box.title, room(w, box.shape), sizes.name, "semibold")
    notes = tuple(line for note in box.notes for line in _broken(note, box, w, sheet))
    _, h = least_size(title, notes, box.shape, projector=sheet.projector, rows=box.rows)
    return Lettered(box, title, notes, Place(column.x, 0, w, round(h + 2)))


def _broken(note: Note, box: ChainBox, w: float, sheet: Sheet) -> list[Note]:
    size, whole = letters(sheet.projector).note, room(w, box.shape)
    behind_dot = note_room(w, box.shape, sheet.projector)
    if box.rows or note.dot == "none":
        lines = wrap(note.text, behind_dot if box.rows else whole, size)
    elif longest_word(note.text, size) <= behind_dot:
        lines = wrap(note.text, behind_dot, size)
    else:  # a word that stands whole only where no dot is before it
        word, *rest = note.text.split(maxsplit=1)
        lines = (*wrap(word, behind_dot, size), *(line for text in rest for line in wrap(text, whole, size)))
    first, *others = lines or ("",)
    return [Note(first, note.dot), *(Note(line) for line in others)]


def _edges(box: ChainBox) -> float:
    return 100.0 - room(100.0, box.shape) + SHEET_BEHIND * min(box.stack, 2)


def _least_width(boxes: Sequence[ChainBox], sheet: Sheet) -> float:
    """The narrowest column that breaks no word, within the limits of the sheet."""
    sizes = letters(sheet.projector)
    needs = [_edges(box) + longest_word(box.title, sizes.name, "semibold") + 1 for box in boxes]
    needs += [_edges(box) + _least_note(note, box, sheet) + 1 for box in boxes for note in box.notes]
    return min(max([sheet.narrowest, *needs]), sheet.widest)


def _least_note(note: Note, box: ChainBox, sheet: Sheet) -> float:
    """The width below which a word of a note would break: a dot stands before the first, in rows before all."""
    sizes = letters(sheet.projector)
    first, *_ = note.text.split(maxsplit=1) or [""]
    dotted = note.text if box.rows else first if note.dot != "none" else ""
    return max(sizes.dot + longest_word(dotted, sizes.note), longest_word(note.text, sizes.note))


def _liked_width(boxes: Sequence[ChainBox], sheet: Sheet) -> float:
    """The width at which names take two lines and notes one."""
    sizes = letters(sheet.projector)
    needs = [_edges(box) + 0.58 * width(box.title, sizes.name, "semibold") for box in boxes]
    needs += [_edges(box) + sizes.dot + width(note.text, sizes.note) + 1 for box in boxes for note in box.notes]
    return min(max([sheet.narrowest, *needs]), sheet.widest)
