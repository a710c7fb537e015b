"""A store is chosen by its URL, and a file is opened only if it is one of ours."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from graph.errors import InputError, StoreError, WhoElseError
from graph.stores import open_store, sqlite_file
from graph.stores.memory import MemoryStore
from graph.stores.sqlite import SqliteStore
from graph.stores.sqlite_schema import SCHEMA, VERSION
from tests.contract.small import THINGS, adding


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "whoelse.db"


def test_a_url_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("memory:") as store:
        assert isinstance(store, MemoryStore)
    for url in ("sqlite:///near.db", f"sqlite:///{tmp_path}/far%20away.db"):
        with open_store(url) as store:
            assert isinstance(store, SqliteStore)
    assert {path.name for path in tmp_path.iterdir()} == {"near.db", "far away.db"}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "whoelse.db",
        "sqlite:",
        "sqlite:///",
        "sqlite://host/a.db",
        "sqlite:///a.db?mode=ro",
        "mysql://h",
        "x://[",
        "file:a",
    ],
)
def test_a_url_of_nothing_we_know_is_refused(url: str) -> None:
    with pytest.raises(InputError, match=r"^The store's address is not one that this program knows"):
        open_store(url)


def test_credentials_in_the_url_are_refused_and_not_repeated() -> None:
    with pytest.raises(InputError, match="user name or password") as caught:
        open_store("neo4j://neo4j:hunter2@localhost")
    assert "hunter2" not in str(caught.value)


def test_folders_and_file_are_for_their_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "whoelse.db"
    SqliteStore(file).close()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (file, file.parent, file.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


def test_a_memory_name_of_sqlite_is_a_file_like_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with SqliteStore(Path(":memory:")) as store:
        store.apply(adding(*THINGS))
    with SqliteStore(Path(":memory:")) as store:
        assert store.revision == 1


def test_the_settings_are_those_of_the_design(file: Path) -> None:
    with SqliteStore(file) as store, store._file.reading() as connection:
        asked = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
        assert asked == {"journal_mode": "delete", "synchronous": 2}
        assert connection.execute("PRAGMA busy_timeout").fetchone()[0] == sqlite_file.WAIT * 1000
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name for name, strict in tables if not strict} == {"sqlite_schema"}


def test_changed_tables_have_a_new_version() -> None:
    """If this fails, raise VERSION in sqlite_schema.py, then write the new hash here: old files will be refused."""
    assert (VERSION, sha256("\n".join(SCHEMA).encode()).hexdigest()[:16]) == (1, "a05342221542a9fa")


def test_the_file_can_be_read_by_eye(file: Path) -> None:
    with SqliteStore(file) as store:
        store.apply(adding(*THINGS))
    with closing(sqlite3.connect(file)) as connection:
        customs = connection.execute(
            "SELECT name, kind, functions FROM organization WHERE id = 'pk-customs'"
        ).fetchone()
        tie = connection.execute(
            "SELECT a, b, role, until, source FROM claim WHERE kind = 'tie' AND b LIKE 'o%'"
        ).fetchone()
    assert customs == ("Pakistan Customs", "customs", '["border-control","inspection"]')
    assert tie == ("organization:pk-customs", "organization:pk-coast-guards", "mou", "", "gazette")


def database(*statements: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return make


def ours_but(*statements: str) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        SqliteStore(file).close()
        database(*statements)(file)

    return make


NOT_OURS = "whoelse.db is not a store of this program, or its beginning is damaged. It was left as it is"
OTHER_TABLES = "The tables of the store whoelse.db are not those of this version of the program. Write a backup"
FOREIGN: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda file: file.write_text("iso2,name\nPK,Pakistan\n" * 100), NOT_OURS),
    "short text": (lambda file: file.write_text("my notes"), NOT_OURS),
    "another program's": (database("CREATE TABLE urls (id)"), NOT_OURS),
    "another program's with a log": (database("PRAGMA journal_mode = WAL", "CREATE TABLE urls (id)"), NOT_OURS),
    "another program's by its number": (database("PRAGMA application_id = 7"), NOT_OURS),
    "newer": (
        ours_but(f"PRAGMA user_version = {VERSION + 1}"),
        "The store whoelse.db was written by a newer version of this program. Use that version.",
    ),
    "older": (ours_but("PRAGMA user_version = 0"), OTHER_TABLES),
    "a table less": (ours_but("DROP TABLE site"), OTHER_TABLES),
    "a column more": (ours_but("ALTER TABLE site ADD COLUMN x TEXT"), OTHER_TABLES),
    "a trigger": (
        ours_but("CREATE TRIGGER t AFTER INSERT ON batch BEGIN DELETE FROM claim; END"),
        OTHER_TABLES,
    ),
    "a view": (ours_but("ALTER TABLE site RENAME TO s", "CREATE VIEW site AS SELECT * FROM s"), OTHER_TABLES),
}


@pytest.mark.parametrize(("make", "sentence"), FOREIGN.values(), ids=FOREIGN.keys())
def test_a_file_that_is_not_ours_is_refused_and_left_alone(
    file: Path, make: Callable[[Path], object], sentence: str
) -> None:
    make(file)
    before = file.read_bytes()
    with pytest.raises(StoreError) as caught:
        SqliteStore(file)
    assert str(caught.value).startswith(sentence)
    assert file.read_bytes() == before


def test_an_empty_file_becomes_a_store(file: Path) -> None:
    file.touch()
    with SqliteStore(file) as store:
        assert store.apply(adding(*THINGS)) == 1


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=f"^{tmp_path.name} is a folder, not a store"):
        SqliteStore(tmp_path)


@pytest.mark.parametrize("name", ["a\x00b.db", "x" * 300, "file.txt/whoelse.db"])
def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("a file")
    with pytest.raises(WhoElseError, match="cannot be made"):
        SqliteStore(tmp_path / name)


def test_a_closed_store_says_so(file: Path) -> None:
    store = SqliteStore(file)
    store.close()
    with pytest.raises(
        StoreError, match=r"^The store whoelse\.db could not be used: Cannot operate on a closed database\.$"
    ):
        store.read()
