"""The record in one file, by the SQLite of the standard library: the default store."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from itertools import groupby
from pathlib import Path

from graph.errors import Conflict, InvalidThing, StoreBusy
from graph.history import Batch, Change, Heading, hash_of, json_of, there, thing_of
from graph.model import Thing
from graph.record import Record, record_of
from graph.stores.base import Standing, Store, conflict_with
from graph.stores.sqlite_file import StoreFile, fingerprint_in, unreadable
from graph.stores.sqlite_schema import FILLED, TABLES, Table

PAGE = 10_000  # rows that are read at once where many are: no cursor stays open, so no other program has to wait

_HEADING = ", ".join(f'"{field.name}"' for field in fields(Heading))
_CLAIMS = TABLES["claim"]
_NODES = [table for table in TABLES.values() if table is not _CLAIMS]

Addressed = tuple[str, Change]


class SqliteStore(Store):
    """Keeps what stands now in a table for each kind of thing, and beside it the history as lines of JSON."""

    def __init__(self, file: Path) -> None:
        self._file = StoreFile(file.absolute())

    @property
    def revision(self) -> int:
        """How many batches the store holds."""
        with self._file.reading() as connection:
            return _revision(connection)

    def read(self) -> Record:
        """Return the record at the current revision, claims straight from their rows."""
        with self._file.reading() as connection, self._readable():
            nodes = [table.thing(row) for table in _NODES for row in connection.execute(table.select)]
            claims = ((row[0], row[1:]) for row in connection.execute(_CLAIMS.select))
            return record_of(_revision(connection), nodes, claims)

    def apply(self, batch: Batch) -> int:
        """Apply a batch whole or not at all and return the revision."""
        addressed = [(change.address, change) for change in batch.changes]
        _ = batch.id  # takes long for a large batch, so before the file is locked
        with self._file.writing() as connection:
            return _append(connection, batch, addressed)

    def history(self, *, since: str = "") -> list[Heading]:
        """Return the headings of the batches, oldest first, from a day or after a batch id if given."""
        with self._file.reading() as connection:
            after = connection.execute("SELECT number FROM batch WHERE id = ?", [since]).fetchone()
            where, value = ("number > ?", after[0]) if after else ("at >= ?", since)
            rows = connection.execute(f"SELECT {_HEADING} FROM batch WHERE {where} ORDER BY number", [value])  # noqa: S608 (two fixed texts)
            return [Heading(*row) for row in rows]

    def batch(self, batch_id: str) -> Batch | None:
        """Return one batch with its changes."""
        with self._file.reading() as connection, self._readable():
            query = "SELECT number, author, at, reason, file_hash, undoes FROM batch WHERE id = ?"
            found = connection.execute(query, [batch_id]).fetchone()
            if found is None:
                return None
            number, author, at, reason, file_hash, undoes = found
            lines = connection.execute("SELECT before, after FROM change WHERE batch = ? ORDER BY number", [number])
            changes = tuple(Change(thing_of(before), thing_of(after)) for before, after in lines)
            return Batch(author, at, reason, changes, file_hash, undoes)

    def batches(self) -> Iterator[Batch]:
        """Yield all batches with their changes, oldest first."""
        for heading in self.history():
            batch = self.batch(heading.id)
            if batch is None:
                raise StoreBusy(f"Another program replaced the store {self._file.name} meanwhile.", "Try again.")
            yield batch

    def standing(self) -> Iterator[Standing]:
        """Yield every node and claim that stands now, with its address and the batch that wrote it last."""
        for table in TABLES.values():
            rows = self._page(table, "")
            while rows:
                for row in rows:
                    with self._readable():
                        thing = table.thing(row)
                    yield f"{table.name}:{row[0]}", thing, row[-1]
                rows = self._page(table, rows[-1][0])

    def standing_at(self, addresses: Iterable[str]) -> dict[str, tuple[Thing, str]]:
        """Return what stands at addresses, with the batch that wrote it last."""
        found = {}
        with self._file.reading() as connection, self._readable():
            for address in addresses:
                kind, _, name = address.partition(":")
                for row in connection.execute(TABLES[kind].one, [name]):
                    found[address] = TABLES[kind].thing(row), row[-1]
        return found

    def _page(self, table: Table, after: str) -> list[Sequence[str]]:
        with self._file.reading() as connection:
            return connection.execute(table.page, [after, PAGE]).fetchall()

    def fingerprint(self) -> int:
        """Return the fingerprint of the record as kept beside it at the last batch."""
        with self._file.reading() as connection, self._readable():
            return fingerprint_in(connection)

    def replace(self, batches: Iterable[Batch]) -> int:
        """Forget everything and hold these batches instead, whole or not at all; return the revision."""
        with self._file.writing() as connection:
            for name in FILLED:
                connection.execute(f'DELETE FROM "{name}"')  # noqa: S608 (names of tables, from the model)
            _keep_fingerprint(connection, 0)
            for batch in batches:
                _append(connection, batch, [(change.address, change) for change in batch.changes])
            return _revision(connection)

    def close(self) -> None:
        """Release the file; calling it twice is fine."""
        self._file.close()

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the file."""
        with self._file.reading() as connection:
            rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
        return [f"The file {self._file.name} is damaged: {row}." for row in rows if row != "ok"]

    def verify(self) -> list[str]:
        """Return what is wrong with the store, one sentence each, all of one state of the file."""
        with self._file.reading():
            return super().verify()

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Say that the file is damaged where a row is nothing that this program would have written."""
        try:
            yield
        except (InvalidThing, ValueError, KeyError, TypeError, IndexError, OverflowError, RecursionError) as error:
            raise unreadable(self._file.name) from error


def _revision(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM batch").fetchone()[0])


def _keep_fingerprint(connection: sqlite3.Connection, value: int) -> None:
    connection.execute("UPDATE kept SET value = ? WHERE name = 'fingerprint'", [f"{value % 2**256:x}"])


def _append(connection: sqlite3.Connection, batch: Batch, addressed: Sequence[Addressed]) -> int:
    number = _revision(connection)
    if connection.execute("SELECT 1 FROM batch WHERE id = ?", [batch.id]).fetchone():
        return number
    for (kind, is_new), run in groupby(addressed, _sort_of_change):
        write = _insert if is_new else _update
        write(connection, TABLES[kind], batch.id, list(run))
    _keep_history(connection, number + 1, batch, addressed)
    return number + 1


def _sort_of_change(addressed: Addressed) -> tuple[str, bool]:
    address, change = addressed
    return address.partition(":")[0], change.before is None


def _insert(connection: sqlite3.Connection, table: Table, batch_id: str, added: list[Addressed]) -> None:
    """Insert in the order of ids, in which the rows lie, so that no page is written twice however large the table."""
    begin = len(table.name) + 1
    rows = sorted((address[begin:], *table.values(there(change.after)), batch_id) for address, change in added)
    last = ""

    def handed() -> Iterator[tuple[str, ...]]:
        nonlocal last
        for row in rows:
            last = row[0]
            yield row

    try:
        connection.executemany(table.insert, handed())
    except sqlite3.IntegrityError as error:
        raise _conflict(connection, f"{table.name}:{last}") from error


def _update(connection: sqlite3.Connection, table: Table, batch_id: str, changed: list[Addressed]) -> None:
    for address, change in changed:
        before = there(change.before)
        if before.address != address:
            raise _conflict(connection, address)
        name, was = address.partition(":")[2], table.values(before)
        if change.after is None:
            done = connection.execute(table.delete, [name, *was])
        else:
            done = connection.execute(table.update, [*table.values(change.after), batch_id, name, *was])
        if done.rowcount != 1:
            raise _conflict(connection, address)


def _conflict(connection: sqlite3.Connection, address: str) -> Conflict:
    columns = ", ".join(f'batch."{field.name}"' for field in fields(Heading))
    query = f"SELECT {columns} FROM change JOIN batch ON batch.number = change.batch WHERE address = ?"  # noqa: S608 (names of fields)
    last = connection.execute(f"{query} ORDER BY change.number DESC LIMIT 1", [address]).fetchone()
    return conflict_with(address, Heading(*last) if last else None)


def _keep_history(connection: sqlite3.Connection, number: int, batch: Batch, addressed: Sequence[Addressed]) -> None:
    heading = (number, *astuple(Heading.of(batch)))
    connection.execute(f"INSERT INTO batch VALUES ({', '.join('?' * len(heading))})", heading)  # noqa: S608 (question marks)
    total = fingerprint_in(connection)

    def lines() -> Iterator[tuple[int, str, str, str]]:
        nonlocal total
        for address, change in addressed:
            before, after = json_of(change.before), json_of(change.after)
            total += (hash_of(after) if change.after else 0) - (hash_of(before) if change.before else 0)
            yield number, address, before, after

    connection.executemany('INSERT INTO change (batch, address, "before", "after") VALUES (?, ?, ?, ?)', lines())
    _keep_fingerprint(connection, total)
