"""Rows as things of the record, each remembering where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from graph import vocabulary
from graph.errors import InvalidThing, Refusal
from graph.fields import DIVIDER
from graph.model import Claim, Thing
from loaders import rows
from loaders.files import TableFile
from loaders.rows import Row
from loaders.tables import TABLES, Table

# What the second end of a claim is; a tie and a seat have a body or a country there.
SECOND_END = {"membership": "network", "presence": "site", "participation": "event"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing with the table, file and row that it came from."""

    thing: Thing
    table: Table
    file: str
    row: int
    address: str

    def refusal(self, name: str, value: str, reason: str) -> Refusal:
        """Return the refusal of this row for one field of the thing."""
        return Refusal(self.file, self.row, column_of(self.table, name), rows.clipped(value), reason)


@dataclass(slots=True)
class Reading:
    """All that was read: things, refusals, and what is known to have been meant although it was refused."""

    things: list[Placed] = field(default_factory=list)
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
    reading.count += len(sheet.rows) + len(refused_rows)
    reading.refused += sheet.refused
    reading.meant.update(f"{table.thing.node}:{one}" for one in sheet.refused_ids)
    if sheet.unread:
        reading.unread.add(table.thing.node)
    make = Making(table)
    for row in sheet.rows:
        try:
            thing = make.thing(row)
            # Kept, because the address of a claim is a hash.
            reading.things.append(Placed(thing, table, file, row.number, thing.address))
        except InvalidThing as error:
            reading.refused += [_refusal(fault.column, fault.reason, row, table, file) for fault in error.faults]
            reading.meant.add(f"{table.thing.node}:{row.cells[next(iter(table.columns))]}")


def _refusal(name: str, reason: str, row: Row, table: Table, file: str) -> Refusal:
    column = column_of(table, name)
    return Refusal(file, row.number, column, rows.clipped(row.cells.get(column, "")), reason)


class Making:
    """Makes the things of one table; which fields hold several values is looked up once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.several = {f.name for f in fields(table.thing) if f.default == ()}

    def thing(self, row: Row) -> Thing:
        """Return the thing of a row; `InvalidThing` names every fault by its field."""
        values: dict[str, str | tuple[str, ...]] = dict(self.table.fixed)
        for column, cell in row.cells.items():
            name = self.table.columns[column]
            values[name] = tuple(filter(None, cell.split(DIVIDER))) if name in self.several else cell
        if self.table.thing is Claim:
            kind = self.table.fixed["kind"]
            values["a"] = first_end(kind, str(values["a"]))
            values["b"] = second_end(kind, str(values["b"]))
        return self.table.thing(**values)


def first_end(kind: str, cell: str) -> str:
    """Return the address of the first thing that a claim names."""
    return f"network:{cell}" if kind == "seat" and cell else member(cell)


def second_end(kind: str, cell: str) -> str:
    """Return the address of the second thing that a claim names."""
    if not cell:
        return ""
    if kind == "responsibility":
        return f"agreement:{cell}" if cell in vocabulary.AGREEMENTS else f"theme:{cell}"
    return f"{SECOND_END[kind]}:{cell}" if kind in SECOND_END else member(cell)


def member(cell: str) -> str:
    """Return the address of a country, written as two capitals, or of a body."""
    if not cell:
        return ""
    is_country = len(cell) == 2 and cell.isascii() and cell.isalpha() and cell.isupper()
    return f"{'country' if is_country else 'organization'}:{cell}"
