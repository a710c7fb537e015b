"""One connection to one store file: how it is made, opened, locked, and what is said when that fails."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from graph.errors import StoreBusy, StoreDamaged, StoreError
from graph.stores.base import damaged
from graph.stores.sqlite_schema import APPLICATION_ID, SCHEMA, VERSION

WAIT = 5.0  # seconds until a file that another program, or another session of this one, holds counts as busy

# No write-ahead log: before SQLite 3.51.3 it has a bug that loses data when the log is reset, and reads are few.
SETTINGS = ("journal_mode = DELETE", "synchronous = FULL", "trusted_schema = OFF", "cache_size = -64000")


class StoreFile:
    """A connection for any number of threads, one at a time, and its transactions."""

    def __init__(self, file: Path) -> None:
        self.name = file.name
        self._wait = WAIT
        self._lock = RLock()
        _make(file)
        with told(self.name):
            self._connection = sqlite3.connect(file, timeout=self._wait, isolation_level=None, check_same_thread=False)
        try:
            self._settle()
        except BaseException:
            self.close()
            raise

    def _settle(self) -> None:
        with self.reading() as connection:
            empty = _is_empty(connection)
        if empty:
            self._found()
        with self.reading() as connection:
            _check(self.name, connection)
        with told(self.name):
            for setting in SETTINGS:
                self._connection.execute(f"PRAGMA {setting}")

    def _found(self) -> None:
        with self.writing() as connection:
            if not _is_empty(connection):  # another program was faster
                return
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute("INSERT INTO kept VALUES ('fingerprint', '0')")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for reads of one state of the file; within another reading it is the same state."""
        with self._held():
            if self._connection.in_transaction:
                yield self._connection
            else:
                with self._transaction("BEGIN"):
                    yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for writes that are kept all together when the block ends, or not at all."""
        with self._held(), self._transaction("BEGIN IMMEDIATE"):
            yield self._connection

    @contextmanager
    def _held(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=self._wait):
            raise StoreBusy(f"Another session of this program uses the store {self.name}.", "Try again in a moment.")
        try:
            with told(self.name):
                yield
        finally:
            self._lock.release()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[None]:
        self._connection.execute(begin)
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Release the file, once nobody else of this program uses it."""
        with self._lock:
            self._connection.close()


def _make(file: Path) -> None:
    """Make the file and the folders above it, for nobody but the user; a file that is there stays as it is."""
    try:
        if file.is_dir():
            raise StoreError(f"{file.name} is a folder, not a store.", "Name a file in it, such as whoelse.db.")
        for folder in reversed(file.parents):
            if not folder.exists():
                folder.mkdir(mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else str(error)) or "unknown"
        do = "Check that its folder may be written, or name another file."
        raise StoreError(f"The store {file.name!a} cannot be made: {why}.", do) from error


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _schema(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema")
    return {sql for name, sql in rows if not name.startswith("sqlite_")}


def _is_empty(connection: sqlite3.Connection) -> bool:
    return _pragma(connection, "application_id") == 0 and not _schema(connection)


def _check(name: str, connection: sqlite3.Connection) -> None:
    """Refuse a file of another program or version; tables, triggers and views that are not ours are neither."""
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise _foreign(name)
    version = _pragma(connection, "user_version")
    if version > VERSION:
        raise StoreError(f"The store {name} was written by a newer version of this program.", "Use that version.")
    if version < VERSION or _schema(connection) != set(SCHEMA):
        do = "Write a backup with the version that made it and restore that here."
        raise StoreError(f"The tables of the store {name} are not those of this version of the program.", do)
    try:
        fingerprint_in(connection)
    except (TypeError, ValueError) as error:
        raise unreadable(name) from error


def fingerprint_in(connection: sqlite3.Connection) -> int:
    """Return the fingerprint that is kept beside the record; the file is damaged if none is."""
    return int(connection.execute("SELECT value FROM kept WHERE name = 'fingerprint'").fetchone()[0], 16)


def _foreign(name: str) -> StoreError:
    do = "It was left as it is: name another file, or restore a backup into a new one."
    return StoreError(f"{name} is not a store of this program, or its beginning is damaged.", do)


@contextmanager
def told(name: str) -> Iterator[None]:
    """Say what SQLite could not do as an error of this program."""
    try:
        yield
    except sqlite3.Error as error:
        raise error_of(name, error) from error


def error_of(name: str, error: sqlite3.Error) -> StoreError:
    """Return the sentence for an error of SQLite, by its primary result code."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return _foreign(name)
    if code == sqlite3.SQLITE_CORRUPT or "decode to UTF-8" in str(error):
        return unreadable(name)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(f"Another program holds the store {name}.", "Close it there, or try again in a moment.")
    if code in _SENTENCES:
        what, do = _SENTENCES[code]
        return StoreError(what.format(name), do)
    return StoreError(f"The store {name} could not be used: {str(error).rstrip('.')}.")


def unreadable(name: str) -> StoreDamaged:
    """Return the error of a file whose content is not what was written."""
    return damaged(f"The store {name} is damaged: its content cannot be read.")


_SENTENCES = {
    sqlite3.SQLITE_FULL: (
        "There is no room left on the disk for the store {}; nothing was written.",
        "Free some space and repeat the change.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk failed to read or write the store {}; nothing was written.",
        "Check that it has room and works, and repeat the change.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The store {} may be read but not written.",
        "Allow writing to the file and its folder, or copy it to where you may.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The store {} cannot be opened.",
        "Check that you may read and write the file and its folder.",
    ),
}
