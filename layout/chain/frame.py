"""What stands around the boxes of the chain: heads, grounds, small heads, counts, sentence and legend."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from layout.chain.columns import Column
from layout.chain.heights import Standing
from layout.chain.plan import COLUMNS
from layout.drawn.lettering import letters
from layout.drawn.scene import Box, LegendEntry, Line, Text, Zone
from layout.drawn.text import width, wrap
from layout.places import Place
from layout.sheet import Sheet

Entry = tuple[str, str, str]


class Wide(Protocol):
    """A sheet, as far as a legend has to know it."""

    @property
    def projector(self) -> bool:
        """Whether letters are those of the projector."""

    @property
    def width(self) -> float:
        """The width in scene pixels."""


BASES: list[Entry] = [("recorded", "recorded", "full"), ("presumed", "presumed by kind of body", "open")]
SHAPES = ("ministry", "enforcement", "authority", "laboratory", "court")


def heads(columns: Sequence[Column], sheet: Sheet) -> tuple[Text, ...]:
    """Return the names of the stages, the last line of each on the arrow."""
    sizes, found = letters(sheet.projector), []
    for column, words in zip(columns, COLUMNS, strict=True):
        lines = wrap(words, column.right - column.x - 2, sizes.name, "semibold")
        for up, line in enumerate(reversed(lines)):
            y = sheet.arrow - 6 - up * (sizes.name_step - 1)
            found.append(Text(column.x, y, line, sizes.name, "semibold"))
    return tuple(found)


def grounds(columns: Sequence[Column], sheet: Sheet) -> tuple[Zone, ...]:
    """Return the ground of each column, the arrow above, and the rule above the legend."""
    areas = [
        Zone(column.left, sheet.top, column.right - column.left, sheet.bottom - sheet.top, "column")
        for column in columns
    ]
    return (*areas, Zone(0, sheet.arrow, sheet.width, 0, "arrow"), Zone(0, sheet.rule, sheet.width, 0, "rule"))


def small_heads(standing: Standing, sheet: Sheet) -> dict[int, list[tuple[Text, Place]]]:
    """Return the small head above the first box of each section, with its place, by column."""
    size = letters(sheet.projector).note
    found: dict[int, list[tuple[Text, Place]]] = {}
    for index, boxes in standing.items():
        for box in boxes:
            if box.head:
                text = Text(box.place.x, box.place.y - 6, box.head, size, ink="second")
                place = Place(text.x, text.y - size, width(box.head, size), size + 3)
                found.setdefault(index, []).append((text, place))
    return found


def counts(
    left_out: Mapping[int, Sequence[str]], standing: Standing, columns: Sequence[Column], sheet: Sheet
) -> dict[int, tuple[Text, Place, Zone]]:
    """Return "and 2 more" under the last box of a column, with its place and the area to click."""
    size = letters(sheet.projector).note
    found = {}
    for index, services in left_out.items():
        column, words = columns[index], f"and {len(services)} more"
        foot = max((box.extent.foot for box in standing.get(index, [])), default=sheet.top)
        place = Place(column.x, foot + 4, width(words, size) + 8, size + 5)
        text = Text(column.x + 4, foot + 4 + size, words, size, ink="second")
        name = f"{words} services in {COLUMNS[index]}: open"
        found[index] = (text, place, Zone(place.x, place.y, place.w, place.h, "column", f"more:{index}", name))
    return found


def legend(sheet: Sheet, boxes: Sequence[Box], lines: Iterable[Line], theme: bool) -> tuple[LegendEntry, ...]:
    """Return the legend of what is drawn: lines and folds in the first row, borders and kinds in the second."""
    seen = [line for line in lines if not line.when_chosen]
    kinds, is_bare = {line.kind for line in seen}, any("no recorded contact" in line.name for line in seen)
    shapes = {box.shape for box in boxes if box.shape != "empty"}
    bases = {box.basis for box in boxes if box.shape != "empty"}
    lines_row = [entry for entry in _lines(theme, is_bare) if entry[0] in kinds]
    lines_row += [("folded", "folded", "")] if any(box.stack for box in boxes) else []
    bases_row = [entry for entry in BASES if entry[0] in bases]
    shapes_row: list[Entry] = [(shape, shape, "") for shape in SHAPES if shape in shapes]
    rows = [[*lines_row, *bases_row]] if sheet.projector else [lines_row, [*bases_row, *shapes_row]]
    return tuple(entry for y, row in zip(sheet.legend, rows, strict=True) for entry in in_a_row(row, y, sheet))


def _lines(theme: bool, is_bare: bool) -> list[Entry]:
    contact = "contact on this theme" if theme else "contact"
    return [
        ("gap", "GAP? no recorded contact" if is_bare else "no standing contact", ""),
        ("problem", "problem reported by a source", ""),
        ("contact", contact, ""),
        ("contact-other", "on another theme", ""),
    ]


def in_a_row(row: Sequence[Entry], y: float, sheet: Wide) -> Iterable[LegendEntry]:
    """Yield the entries of one row of a legend, as far apart as the sheet allows."""
    sizes = letters(sheet.projector)
    sample = 24.0
    widths = [sample + 6 + (sizes.dot if dot else 0) + width(words, sizes.note) for _, words, dot in row]
    apart = min(30.0, (sheet.width - sum(widths)) / max(1, len(row) - 1))
    x = 0.0
    for (sign, words, dot), w in zip(row, widths, strict=True):
        yield LegendEntry(x, y, sample, sign, words, dot or "none")  # type: ignore[arg-type]
        x = round(x + w + apart, 1)
