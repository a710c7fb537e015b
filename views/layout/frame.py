"""What stands around the boxes of the chain: heads, grounds, small heads, counts, sentence and legend."""

from collections.abc import Iterable, Mapping, Sequence

from views.layout.columns import Column, Lettered
from views.layout.heights import Standing
from views.layout.places import Place
from views.layout.plan import COLUMNS
from views.layout.sheet import Sheet
from views.map.lettering import letters
from views.map.scene import LegendEntry, Text, Zone
from views.map.text import width, wrap

Entry = tuple[str, str, str]


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


def legend(sheet: Sheet, problems: bool, theme: bool) -> tuple[LegendEntry, ...]:
    """Return the legend: lines and folds in the first row, borders and kinds in the second."""
    lines: list[Entry] = [("gap", "GAP? no recorded contact", "")]
    lines += [("problem", "problem reported by a source", "")] if problems else []
    lines += [("contact", "contact on this theme", ""), ("contact-other", "on another theme", "")] if theme else []
    lines += [] if theme else [("contact", "contact", "")]
    bases: list[Entry] = [("recorded", "recorded", "full"), ("presumed", "presumed by kind of body", "open")]
    folded: list[Entry] = [("folded", "folded", "")]
    shapes: list[Entry] = [
        (shape, shape, "") for shape in ("ministry", "enforcement", "authority", "laboratory", "court")
    ]
    rows = [[*lines, *bases, *folded]] if sheet.projector else [[*lines, *folded], [*bases, *shapes]]
    return tuple(entry for y, row in zip(sheet.legend, rows, strict=True) for entry in _row(row, y, sheet))


def _row(row: Sequence[Entry], y: float, sheet: Sheet) -> Iterable[LegendEntry]:
    sizes = letters(sheet.projector)
    sample = 24.0
    widths = [sample + 6 + (sizes.dot if dot else 0) + width(words, sizes.note) for _, words, dot in row]
    apart = min(30.0, (sheet.width - sum(widths)) / max(1, len(row) - 1))
    x = 0.0
    for (sign, words, dot), w in zip(row, widths, strict=True):
        yield LegendEntry(x, y, sample, sign, words, dot or "none")  # type: ignore[arg-type]
        x = round(x + w + apart, 1)


def all_boxes(standing: Standing) -> list[Lettered]:
    """Return the boxes of all columns, left to right and down."""
    return [box for index in sorted(standing) for box in standing[index]]
