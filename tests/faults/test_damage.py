"""A store file that the disk, or somebody, changed: a sentence, or verify names it; never silence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreDamaged, StoreError
from graph.model import Organization
from graph.stores.sqlite import SqliteStore
from tests.contract.small import CUSTOMS, DESK, THINGS, TIE, content
from tests.contract.small import adding as adding_things
from tests.faults.many import adding

WHOLE = adding_things(*THINGS)
FLIPS = 48


def found_wrong(file: Path) -> list[str]:
    """What the program says of the file, by a sentence or by verify."""
    try:
        with SqliteStore(file) as store:
            store.read()
            return store.verify()
    except StoreError as error:
        return [str(error)]


def test_a_whole_file_is_called_whole(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(WHOLE)
    assert found_wrong(file) == []


def test_a_file_cut_in_half_is_damaged(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(500))
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert found_wrong(file) == [
        f"{DAMAGED} Restore a backup with `whoelse restore FILE`, or begin with a new store file."
    ]


def test_a_file_without_its_header_is_no_store(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(500))
    file.write_bytes(bytes(100) + file.read_bytes()[100:])
    (sentence,) = found_wrong(file)
    assert sentence.startswith("whoelse.db is not a store of this program, or its beginning is damaged.")


def test_flipped_bytes_are_noticed_or_matter_to_nobody(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(500))
        before = content(store.read())
    whole = file.read_bytes()
    noticed = 0
    for flip in range(FLIPS):
        place = len(whole) * flip // FLIPS + flip
        changed = bytearray(whole)
        changed[place : place + 8] = bytes(byte ^ 0x5A for byte in changed[place : place + 8])
        file.write_bytes(bytes(changed))
        file.with_name("whoelse.db-journal").unlink(missing_ok=True)
        if found_wrong(file):
            noticed += 1
        else:
            with SqliteStore(file) as store:
                assert content(store.read()) == before
                assert list(store.batches()) == [adding(500)]
    assert noticed > FLIPS // 2


def tamper(file: Path, statement: str, *values: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        assert connection.execute(statement, values).rowcount == 1


@pytest.fixture
def filled(file: Path) -> Path:
    with SqliteStore(file) as store:
        store.apply(WHOLE)
    return file


DAMAGED = "The store whoelse.db is damaged: its content cannot be read."
FINGERPRINT = "The record is not what was written: its fingerprint differs from the one kept beside it."


@pytest.mark.parametrize(
    ("statement", "value", "address"),
    [
        ("UPDATE claim SET note = 'bribed' WHERE id = ?", TIE.id, TIE.address),
        ("UPDATE claim SET role = 'agreement' WHERE id = ?", TIE.id, TIE.address),
        ("UPDATE organization SET name = 'Nobody' WHERE id = ?", CUSTOMS.id, CUSTOMS.address),
        ("""UPDATE organization SET functions = '["training"]' WHERE id = ?""", CUSTOMS.id, CUSTOMS.address),
        ("DELETE FROM claim WHERE id = ?", DESK.id, DESK.address),
        ("DELETE FROM organization WHERE id = ?", CUSTOMS.id, CUSTOMS.address),
    ],
)
def test_a_row_that_somebody_changed_is_named(filled: Path, statement: str, value: str, address: str) -> None:
    tamper(filled, statement, value)
    assert found_wrong(filled) == [FINGERPRINT, f"{address} differs from what the history of changes says."]


def test_a_row_that_somebody_added_is_named(filled: Path) -> None:
    with SqliteStore(filled.with_name("aside.db")) as aside:
        aside.apply(adding_things(Organization(id="new", name="New", country="PK", kind="other")))
        row = aside._file._connection.execute("SELECT * FROM organization").fetchone()
    tamper(filled, f"INSERT INTO organization VALUES ({', '.join('?' * len(row))})", *row)
    assert found_wrong(filled) == [FINGERPRINT, "organization:new differs from what the history of changes says."]


def test_a_changed_author_of_a_row_is_named(filled: Path) -> None:
    tamper(filled, "UPDATE claim SET batch = '2020-01-01-0123456789' WHERE id = ?", TIE.id)
    assert found_wrong(filled) == [f"{TIE.address} differs from what the history of changes says."]


def test_a_changed_history_is_named(filled: Path) -> None:
    tamper(filled, "UPDATE change SET after = replace(after, 'office order', 'nobody') WHERE address = ?", TIE.address)
    assert found_wrong(filled) == [
        f"Batch {WHOLE.id} is not what was written: its changes do not fit its name and its counts.",
        f"{TIE.address} differs from what the history of changes says.",
    ]


@pytest.mark.parametrize("column", ["author", "at", "reason", "file_hash", "undoes"])
def test_a_changed_heading_is_named(filled: Path, column: str) -> None:
    tamper(filled, f"UPDATE batch SET {column} = 'somebody else'")
    assert found_wrong(filled) == [
        f"Batch {WHOLE.id} is not what was written: its changes do not fit its name and its counts."
    ]


def test_a_batch_that_somebody_took_out_is_named(filled: Path) -> None:
    tamper(filled, "DELETE FROM batch")
    assert set(found_wrong(filled)) == {f"{t.address} differs from what the history of changes says." for t in THINGS}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET kind = 'friendship' WHERE id = ?",
        "UPDATE claim SET since = 'yesterday' WHERE id = ?",
        "UPDATE claim SET id = 'zz' WHERE id = ?",
        "UPDATE claim SET note = CAST(x'ff' AS TEXT) WHERE id = ?",
    ],
)
def test_a_row_that_is_no_claim_is_a_sentence(filled: Path, statement: str) -> None:
    tamper(filled, statement, TIE.id)
    with SqliteStore(filled) as store:
        with pytest.raises(StoreDamaged, match=r"^The store whoelse\.db is damaged: its content cannot be read\."):
            store.read()
        assert store.verify()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE organization SET aliases = 'no list' WHERE id = 'pk-customs'",
        "UPDATE organization SET aliases = '[1]' WHERE id = 'pk-customs'",
        "UPDATE organization SET country = 'Pakistan' WHERE id = 'pk-customs'",
    ],
)
def test_a_row_that_is_no_node_is_a_sentence(filled: Path, statement: str) -> None:
    tamper(filled, statement)
    with SqliteStore(filled) as store:
        with pytest.raises(StoreDamaged):
            store.read()
        with pytest.raises(StoreDamaged):
            list(store.things())
        assert store.verify() == [DAMAGED]


@pytest.mark.parametrize("line", ["", "nothing", "[]", '["ghost",{}]', '["source",{"id":"x"}]', "[" * 100_000])
def test_a_history_that_cannot_be_read_is_a_sentence(filled: Path, line: str) -> None:
    tamper(filled, "UPDATE change SET after = ? WHERE number = 1", line)
    with SqliteStore(filled) as store:
        with pytest.raises(StoreDamaged):
            store.batch(WHOLE.id)
        assert store.verify() == [DAMAGED]


def test_a_lost_fingerprint_is_a_sentence(filled: Path) -> None:
    tamper(filled, "DELETE FROM kept")
    with pytest.raises(StoreDamaged, match=DAMAGED):
        SqliteStore(filled)
