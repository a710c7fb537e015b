"""A full disk, a file or folder that may not be written, and handles: a sentence, and the store as it was."""

import os
import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.errors import InputError, StoreError
from graph.stores.sqlite import SqliteStore
from tests.faults.many import adding

NOBODY = 65534


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def without_privileges() -> Iterator[None]:
    """Give up for a while what lets the superuser write everywhere."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that everybody may read (the test's own is closed to others)."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def is_as_it_was(store: SqliteStore, fingerprint: int) -> bool:
    return store.fingerprint() == fingerprint and store.verify() == [] and len(store.read().claims) == 100


def test_a_file_that_may_not_grow_stays_as_it_was(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(100))
        before = store.fingerprint()
        with (
            files_no_larger_than(file.stat().st_size + 50_000),
            pytest.raises(StoreError, match=r"^The disk failed to read or write the store whoelse\.db; nothing was"),
        ):
            store.apply(adding(2000, first=100))
        assert is_as_it_was(store, before)
        assert store.apply(adding(2000, first=100)) == 2
    with SqliteStore(file) as store:
        assert store.revision == 2
        assert store.verify() == []


def test_a_full_disk_is_named(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(100))
        before = store.fingerprint()
        with store._file.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
        store._file._connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(StoreError) as caught:
            store.apply(adding(2000, first=100))
        nothing = "There is no room left on the disk for the store whoelse.db; nothing was written."
        assert str(caught.value) == f"{nothing} Free some space and repeat the change."
        assert is_as_it_was(store, before)


def test_a_new_store_on_a_full_disk_can_be_made_later(file: Path) -> None:
    with files_no_larger_than(8192), pytest.raises(StoreError, match="nothing was written"):
        SqliteStore(file)
    with SqliteStore(file) as store:
        assert store.revision == 0


def test_a_restore_on_a_full_disk_leaves_the_store(file: Path, tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "large.db") as large:
        large.apply(adding(3000))
        large.backup(tmp_path / "backup.jsonl")
    with SqliteStore(file) as store:
        store.apply(adding(100))
        before = store.fingerprint()
        with files_no_larger_than(file.stat().st_size + 50_000), pytest.raises(StoreError):
            store.restore(tmp_path / "backup.jsonl")
        assert is_as_it_was(store, before)


def test_a_backup_on_a_full_disk_leaves_no_part_of_itself(file: Path, tmp_path: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(100))
        (tmp_path / "backup.jsonl").write_text("the one before")
        with (
            files_no_larger_than(10_000),
            pytest.raises(StoreError, match=r"^The backup backup\.jsonl cannot be written: File too large\."),
        ):
            store.backup(tmp_path / "backup.jsonl")
    assert (tmp_path / "backup.jsonl").read_text() == "the one before"
    assert not (tmp_path / "backup.jsonl.part").exists()


def test_a_read_only_file_can_be_read(shelf: Path) -> None:
    with SqliteStore(shelf / "whoelse.db") as store:
        store.apply(adding(100))
        before = store.fingerprint()
    (shelf / "whoelse.db").chmod(0o444)
    with without_privileges(), SqliteStore(shelf / "whoelse.db") as store:
        assert is_as_it_was(store, before)
        with pytest.raises(StoreError, match=r"^The store whoelse\.db may be read but not written\. Allow writing"):
            store.apply(adding(1, first=100))
        assert is_as_it_was(store, before)


def test_a_file_that_may_not_be_read_is_named(shelf: Path) -> None:
    SqliteStore(shelf / "whoelse.db").close()
    (shelf / "whoelse.db").chmod(0o000)
    with without_privileges(), pytest.raises(StoreError, match=r"^The store whoelse\.db cannot be opened\. Check that"):
        SqliteStore(shelf / "whoelse.db")


def test_a_folder_that_may_not_be_written_is_named(shelf: Path) -> None:
    with (
        without_privileges(),
        pytest.raises(StoreError, match=r"^The store 'whoelse\.db' cannot be made: Permission denied\. Check that"),
    ):
        SqliteStore(shelf / "deeper" / "whoelse.db")


def test_a_backup_into_a_closed_folder_is_named(shelf: Path, file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(1))
        with (
            without_privileges(),
            pytest.raises(StoreError, match=r"^The backup b\.jsonl cannot be written: Permission"),
        ):
            store.backup(shelf / "b.jsonl")
        (shelf / "b.jsonl").mkdir()
        with pytest.raises(InputError, match=r"^The file b\.jsonl cannot be read: Is a directory"):
            store.restore(shelf / "b.jsonl")


def test_a_file_moved_away_is_not_written_in_secret(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(1))
        file.rename(file.with_name("elsewhere.db"))
        with pytest.raises(StoreError, match=r"^The store whoelse\.db may be read but not written"):
            store.apply(adding(1, first=1))


def open_handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not list the handles of a process")
def test_no_handle_is_left_open(file: Path, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_text("something else " * 100)
    with SqliteStore(file) as store:
        store.apply(adding(5))
    before = open_handles()
    for _ in range(200):
        with SqliteStore(file) as store:
            next(store.standing())
            next(store.batches())
            store.read()
        with pytest.raises(StoreError):
            SqliteStore(tmp_path / "other.db")
    assert open_handles() == before
