"""The record as the fact tables that it can be loaded from again."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from graph.errors import InputError
from graph.fields import DIVIDER
from graph.model import Claim, Thing
from graph.record import Record
from loaders.formulas import guarded
from loaders.tables import TABLES, Table


def export(record: Record, folder: Path) -> list[Path]:
    """Write every table of a record into a folder and return the files; the same record gives the same bytes.

    Every cell is quoted, so that no other separator splits it, and a text that a spreadsheet would run stands behind
    an apostrophe, which reading takes away again (formulas.py). Files are replaced whole.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(folder / f"{table.name}.csv", csv_of(record, table)) for table in TABLES.values()]
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be written: {error.strerror}.") from error


def csv_of(record: Record, table: Table) -> str:
    """Return one table of a record: nodes by id, claims by what they say."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(sorted(_cells(thing, table) for thing in _things(record, table)))
    return out.getvalue()


def _write(file: Path, text: str) -> Path:
    aside = file.with_name(file.name + ".part")
    aside.write_bytes(text.encode())
    return aside.replace(file)


def _things(record: Record, table: Table) -> Iterator[Thing]:
    if table.thing is Claim:
        yield from (record.claim(int(row)) for row in record.rows(table.fixed["kind"]))
    else:
        yield from getattr(record, table.name).values()


def _cells(thing: Thing, table: Table) -> list[str]:
    return [guarded(_cell(getattr(thing, name), name)) for name in table.columns.values()]


def _cell(value: str | tuple[str, ...], name: str) -> str:
    if not isinstance(value, str):
        return DIVIDER.join(value)
    # The tables name the ends of a claim by id: what kind of thing stands there follows from the table.
    return value.partition(":")[2] if name in ("a", "b") else value
