"""Rows as things of the record, each remembering where it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from graph import vocabulary
from graph.errors import InvalidThing, Refusal
from graph.fields import DIVIDER
from graph.model import Claim, Thing
from loaders import rows
from loaders.files import TableFile
from loaders.rows import Row
from loaders.tables import TABLES, Table

Values = Mapping[str, str | tuple[str, ...]]

# What the second end of a claim is; a tie and a seat have a body or a country there.
SECOND_END = {"membership": "network", "presence": "site", "participation": "event"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands."""

    table: Table
    file: str
    row: int

    def refusal(self, name: str, value: str, reason: str) -> Refusal:
        """Return the refusal of this row for one field of the thing."""
        return Refusal(self.file, self.row, column_of(self.table, name), rows.clipped(value), reason)


@dataclass(frozen=True, slots=True)
class Placed(Place):
    """A thing with the table, file and row that it came from."""

    thing: Thing
    address: str


@dataclass(frozen=True, slots=True)
class Draft(Place):
    """A row that was refused for what stands in it: its values, and the fields that are known to be wrong."""

    values: Values
    wrong: frozenset[str]


@dataclass(slots=True)
class Reading:
    """All that was read: things, refusals, and what is known to have been meant although it was refused."""

    things: list[Placed] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    count: int = 0
    meant: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)


def column_of(table: Table, name: str) -> str:
    """Return the column that fills a field."""
    return next((column for column, filled in table.columns.items() if filled == name), name)


def read_tables(files: Iterable[TableFile]) -> Reading:
    """Return what files hold."""
    reading = Reading()
    for file in files:
        _read_table(reading, TABLES[file.table], file.shown, file.content)
    return reading


def _read_table(reading: Reading, table: Table, file: str, content: bytes) -> None:
    sheet = rows.read(file, content, table)
    refused_rows = {refusal.row for refusal in sheet.refused if refusal.row > 1}
    reading.count += len(refused_rows.union(row.number for row in sheet.rows))
    reading.refused += sheet.refused
    reading.meant.update(f"{table.thing.node}:{one}" for one in sheet.refused_ids)
    if sheet.unread:
        reading.unread.add(table.thing.node)
    make = Making(table)
    for row in sheet.rows:
        values = make.values(row)
        wrong = {table.columns[column] for column in row.wrong}
        try:
            thing = table.thing(**values)
            if not wrong:
                # Kept, because the address of a claim is a hash.
                reading.things.append(Placed(table, file, row.number, thing, thing.address))
                continue
        except InvalidThing as error:
            place = Place(table, file, row.number)
            reading.refused += [
                place.refusal(fault.column, row.cells.get(column_of(table, fault.column), ""), fault.reason)
                for fault in error.faults
                if fault.column not in wrong
            ]
            wrong |= {fault.column for fault in error.faults}
        reading.drafts.append(Draft(table, file, row.number, values, frozenset(wrong)))
        reading.meant.add(f"{table.thing.node}:{row.cells[next(iter(table.columns))]}")


class Making:
    """Makes the values of one table's things; which fields hold several values is looked up once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.several = {f.name for f in fields(table.thing) if f.default == ()}

    def values(self, row: Row) -> dict[str, Any]:
        """Return the fields of the thing of a row."""
        values: dict[str, str | tuple[str, ...]] = dict(self.table.fixed)
        for column, cell in row.cells.items():
            name = self.table.columns[column]
            values[name] = tuple(filter(None, cell.split(DIVIDER))) if name in self.several else cell
        if self.table.thing is Claim:
            kind = self.table.fixed["kind"]
            values["a"] = first_end(kind, str(values["a"]))
            values["b"] = second_end(kind, str(values["b"]))
        return values


def first_end(kind: str, cell: str) -> str:
    """Return the address of the first thing that a claim names."""
    return f"network:{cell}" if kind == "seat" and cell else member(cell)


def second_end(kind: str, cell: str) -> str:
    """Return the address of the second thing that a claim names."""
    if not cell:
        return ""
    if kind in ("responsibility", "assessment"):
        return f"agreement:{cell}" if cell in vocabulary.AGREEMENTS else f"theme:{cell}"
    return f"{SECOND_END[kind]}:{cell}" if kind in SECOND_END else member(cell)


def member(cell: str) -> str:
    """Return the address of a country, written as two capitals, or of a body."""
    if not cell:
        return ""
    is_country = len(cell) == 2 and cell.isascii() and cell.isalpha() and cell.isupper()
    return f"{'country' if is_country else 'organization'}:{cell}"
