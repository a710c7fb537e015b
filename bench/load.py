"""Loading the seed into an empty SQLite store, against the same tables written as they stand."""

import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bench.clock import best_of
from bench.line import Line
from bench.scale import PROMISED_LOAD, Scale
from graph.stores.sqlite import SqliteStore
from loaders.seed import FOLDER, ensure_seed

PLAIN = "csv.DictReader and one INSERT a row, one transaction, nothing checked"


def measure(scale: Scale) -> list[Line]:
    """Return the time until the whole seed stands in a file; asserts that the yardstick wrote as many rows."""
    with tempfile.TemporaryDirectory() as folder:
        names = (Path(folder) / f"{number}.db" for number in range(1000))
        ours, read = best_of(scale.times, lambda: next(names), _load)
        yardstick, written = best_of(scale.times, lambda: next(names), _insert)
    assert read == written, f"the load read {read} rows, the yardstick {written}"
    return [Line("load: the whole seed into an empty SQLite store", ours, yardstick, PLAIN, PROMISED_LOAD)]


@contextmanager
def loaded() -> Iterator[Path]:
    """Give the file of a store that holds the seed, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "seed.db"
        _load(file)
        yield file


def _load(file: Path) -> int:
    with SqliteStore(file) as store:
        answer = ensure_seed(store)
    assert answer is not None
    assert not answer["refused"]
    return answer["read"]


def _insert(file: Path) -> int:
    written = 0
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA synchronous = FULL")
        for table in sorted(FOLDER.glob("*.csv")):
            if table.stem != "corrections":  # says what was corrected, is no table of facts
                written += _insert_table(connection, table)
    return written


def _insert_table(connection: sqlite3.Connection, table: Path) -> int:
    with table.open(encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        columns = list(reader.fieldnames or ())
        connection.execute(f'CREATE TABLE "{table.stem}" ({", ".join(columns)})')
        insert = f'INSERT INTO "{table.stem}" VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 (the seed's own columns)
        count = 0
        for row in reader:
            connection.execute(insert, [row[column] for column in columns])
            count += 1
    return count
