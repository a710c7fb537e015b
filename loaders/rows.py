"""A file of CSV as rows, read strictly: a cell that cannot be placed with certainty is refused, never guessed."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.errors import Refusal
from loaders.encoding import Undecodable, text_of
from loaders.formulas import unguarded
from loaders.tables import Table

LONGEST_CELL = 32 * 1024
LONGEST_SHOWN = 200
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number as a spreadsheet shows it (the header is 1), its cells by column, and the columns
    whose cells were refused already."""

    number: int
    cells: dict[str, str]
    wrong: frozenset[str] = frozenset()


@dataclass(slots=True)
class Sheet:
    """What a file holds: the rows that could be split, the refusals, the ids of rows that could not be split as far as
    they can be told, and whether some of it could not be read at all."""

    rows: list[Row] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    refused_ids: list[str] = field(default_factory=list)
    unread: bool = False


def clipped(value: str) -> str:
    """Return a value short enough for a report."""
    return value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"


def read(file: str, content: bytes, table: Table) -> Sheet:
    """Return the rows of one file of a table; `file` is the name that refusals give."""
    sheet = Sheet()

    def refuse(row: int, column: str, value: str, reason: str) -> None:
        sheet.refused.append(Refusal(file, row, clipped(column), clipped(value), reason))

    try:
        records = _records(text_of(content))
        header = next((record for record in records if record.cells or record.fault), _Record(1))
    except Undecodable as error:
        refuse(error.row, "", error.value, error.reason)
        return Sheet(refused=sheet.refused, unread=True)
    faults = [("", "", header.fault)] if header.fault else _faults_of_header(header.cells, table)
    for column, value, reason in faults:
        refuse(header.number, column, value, reason)
    if faults:
        return Sheet(refused=sheet.refused, unread=True)
    key = header.cells.index(next(iter(table.columns)))
    for record in records:
        row_faults = _faults_of_row(record, header.cells)
        for column, value, reason in row_faults:
            refuse(record.number, column, value, reason)
        if record.fault or (row_faults and len(record.cells) != len(header.cells)):
            sheet.refused_ids += record.cells[key : key + 1]
        elif any(record.cells):
            cells = dict(zip(header.cells, map(unguarded, record.cells), strict=True))
            sheet.rows.append(Row(record.number, cells, frozenset(column for column, _, _ in row_faults)))
        sheet.unread = sheet.unread or record.last
    return sheet


@dataclass(frozen=True, slots=True)
class _Record:
    """One record of a file as it was split; `fault` says why it could not be, `last` that reading ended there."""

    number: int
    cells: Sequence[str] = ()
    fault: str = ""
    last: bool = False


class _Lines:
    """The lines of a text, remembering where the record that is being read began."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.of_record: int = 0
        self.first = ""

    def begin(self) -> None:
        self.of_record = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.first = line if self.of_record == 0 else self.first
        self.of_record += 1
        return line


def _records(text: str) -> Iterator[_Record]:
    """Yield the records of a text; after a quote that is never closed nothing further can be told apart."""
    lines = _Lines(text)
    reader = csv.reader(lines, strict=True)
    number = 0
    while True:
        number += 1
        lines.begin()
        try:
            yield _Record(number, next(reader))
        except StopIteration:
            return
        except csv.Error as error:
            fault, unclosed = _fault_of(str(error), lines.of_record)
            cells = _loosely(lines.first)
            # A cell that is too long is a fault of its column, and the others can be told apart.
            is_told = not unclosed and any(len(cell) > LONGEST_CELL for cell in cells)
            yield _Record(number, cells, "" if is_told else fault, unclosed)
            if unclosed:
                return


# A cell as RFC 4180 has it, for lines of which a cell is longer than `csv` reads.
CELL = re.compile(r'(?:^|,)("[^"]*(?:""[^"]*)*"|[^,\r\n]*)')


def _loosely(line: str) -> list[str]:
    """Return the cells of a line as far as they can be told apart."""
    try:
        return next(csv.reader([line]))
    except csv.Error:
        return CELL.findall(line)


def _fault_of(error: str, lines_read: int) -> tuple[str, bool]:
    """Return what is wrong with a record by the words of `csv`, and whether all that follows is lost with it."""
    if lines_read > 1 or "unexpected end" in error:
        return "opens a quote that is not closed; the rest of the file was not read", True
    if "field larger" in error:
        return f"holds a cell of more than {LONGEST_CELL} characters", False
    return "has something between a closing quote and the next comma", False


def _faults_of_header(header: Sequence[str], table: Table) -> list[tuple[str, str, str]]:
    if not any(header):
        return [("", "", f"is empty; its first row must name the columns {', '.join(table.columns)}")]
    if len(header) == 1 and re.search(r"[;\t]", header[0]):
        return [("", header[0], "does not separate the columns by commas")]
    known = ", ".join(table.columns)
    found = [(name, name, "stands twice in the header") for name in dict.fromkeys(header) if header.count(name) > 1]
    unknown = [name for name in dict.fromkeys(header) if name not in table.columns]
    found += [(name, name, f"is not a column of {table.name}, which has: {known}") for name in unknown]
    missing = [name for name in table.columns if name not in header and name not in table.optional]
    return found + [(name, "", "is missing from the header") for name in missing]


def _faults_of_row(record: _Record, header: Sequence[str]) -> list[tuple[str, str, str]]:
    cells = record.cells
    if record.fault:
        opened = len(cells) - 1 if record.last else len(header)
        return [(header[opened], cells[opened], record.fault) if opened < len(header) else ("", "", record.fault)]
    if not any(cells):
        return []
    if len(cells) != len(header):
        surplus = cells[len(header)] if len(cells) > len(header) else ""
        count = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
        return [("", surplus, f"has {count} under {len(header)} columns")]
    found = []
    for column, cell in zip(header, cells, strict=True):
        if len(cell) > LONGEST_CELL:
            found.append((column, cell, f"is longer than {LONGEST_CELL} characters"))
        elif CONTROL.search(cell):
            found.append((column, cell, "holds a control character"))
    return found
