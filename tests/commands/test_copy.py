"""A record moves between stores with its whole history, change by change, and is the same on both sides to the byte."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakSet

import pytest

from graph.errors import StoreError
from graph.history import Batch
from graph.stores import backup, sqlite
from graph.stores.open import open_store
from graph.stores.sqlite import SqliteStore
from tests.commands.conftest import Whoelse
from tests.servers import Servers


@pytest.fixture
def mine(whoelse: Whoelse, seed_folder: Path, tmp_path: Path) -> str:
    """A store with three changes: two loads, and the second taken back."""
    url = f"sqlite:///{tmp_path / 'mine.db'}"
    assert whoelse("load", seed_folder, "--store", url).code == 0
    change_twice(whoelse, seed_folder, url)
    return url


def change_twice(whoelse: Whoelse, seed_folder: Path, url: str) -> None:
    """Load one row, and take it back."""
    with (seed_folder / "sources.csv").open("a", encoding="utf-8") as out:
        out.write("another-page,اردو ページ – “a page”,,,2021,report\n")
    second = whoelse("load", seed_folder / "sources.csv", "--store", url, "--json").json["batch"]
    assert whoelse("undo", second, "--store", url).code == 0


@pytest.fixture
def on_server(servers: Servers, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an empty store on a real server."""
    server = servers[0]
    server.wipe()
    monkeypatch.setenv("NEO4J_USERNAME", server.login.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.login.password)
    yield server.url
    server.wipe()


def exported(whoelse: Whoelse, store: str, folder: Path) -> dict[str, bytes]:
    """Everything that a store gives away: its tables, and its backup."""
    assert whoelse("export", folder / "tables", "--store", store).code == 0
    assert whoelse("backup", folder / "backup.jsonl", "--store", store).code == 0
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.neo4j
def test_to_neo4j_and_back_nothing_is_lost(
    whoelse: Whoelse, seeded: str, seed_folder: Path, on_server: str, tmp_path: Path
) -> None:
    mine, back = f"sqlite:///{tmp_path / 'mine.db'}", f"sqlite:///{tmp_path / 'back.db'}"
    assert whoelse("copy", seeded, mine).code == 0
    change_twice(whoelse, seed_folder, mine)
    assert whoelse("copy", mine, on_server).code == 0
    assert whoelse("copy", on_server, back).code == 0
    given = exported(whoelse, mine, tmp_path / "one")
    assert len(given) > 10
    assert exported(whoelse, on_server, tmp_path / "two") == given
    assert exported(whoelse, back, tmp_path / "three") == given
    assert whoelse("verify", "--store", on_server).code == 0


def test_a_copy_that_broke_goes_on_where_it_stood(
    whoelse: Whoelse, mine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f"sqlite:///{tmp_path / 'other.db'}"
    real, kept = SqliteStore.apply, list[str]()

    def break_at_the_third(store: SqliteStore, batch: Batch) -> int:
        if len(kept) == 2:
            raise StoreError("There is no room left.")
        kept.append(batch.id)
        return real(store, batch)

    with monkeypatch.context() as patch:
        patch.setattr(SqliteStore, "apply", break_at_the_third)
        assert whoelse("copy", mine, other).code == 3
    with open_store(other) as store:
        assert [heading.id for heading in store.history()] == kept
        assert store.verify() == []
    assert whoelse("copy", mine, other, "--json").json == {"copied": 3, "revision": 3}
    assert exported(whoelse, other, tmp_path / "two") == exported(whoelse, mine, tmp_path / "one")


def test_one_change_at_most_is_held_in_memory(
    whoelse: Whoelse, mine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, steps = (SqliteStore.batch, SqliteStore.apply), list[str]()

    def read(store: SqliteStore, batch_id: str) -> Batch | None:
        steps.append("read")
        return real[0](store, batch_id)

    def write(store: SqliteStore, batch: Batch) -> int:
        steps.append("write")
        return real[1](store, batch)

    monkeypatch.setattr(SqliteStore, "batch", read)
    monkeypatch.setattr(SqliteStore, "apply", write)
    assert whoelse("copy", mine, f"sqlite:///{tmp_path / 'other.db'}").code == 0
    assert steps == ["read", "write"] * 3


@pytest.mark.parametrize("words", [["restore", "{file}", "--store", "{to}"], ["copy", "{mine}", "{to}"]])
@pytest.mark.parametrize("where", ["file", pytest.param("on_server", marks=pytest.mark.neo4j, id="neo4j")])
def test_another_history_is_exchanged_one_change_after_the_other(
    whoelse: Whoelse,
    mine: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    words: list[str],
) -> None:
    to = f"sqlite:///{tmp_path / 'other.db'}" if where == "file" else request.getfixturevalue(where)
    with open_store(to) as store:
        store.apply(Batch("b", "2026-11-25", "of its own", ()))
    assert whoelse("backup", tmp_path / "b.jsonl", "--store", mine).code == 0
    held, most = WeakSet[Batch](), list[int]()

    class Counted(Batch):
        def __init__(self, *says: Any, **named: Any) -> None:
            super().__init__(*says, **named)
            held.add(self)
            most.append(len(held))

        __hash__ = object.__hash__

    given = [word.format(file=tmp_path / "b.jsonl", to=to, mine=mine) for word in words]
    assert whoelse(*given).code == 2
    with monkeypatch.context() as patch:
        for module in (backup, sqlite):
            patch.setattr(module, "Batch", Counted)
        assert whoelse(*given, "--replace", "--json").json == {"copied": 3, "revision": 3}
    assert len(most) >= 3
    assert max(most) <= 2  # the one that is kept, and the next
    assert exported(whoelse, to, tmp_path / "two") == exported(whoelse, mine, tmp_path / "one")


def test_what_another_program_writes_meanwhile_is_said(
    whoelse: Whoelse, mine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "other.db"
    real, others = SqliteStore.apply, iter([Batch("b", "2026-11-25", "meanwhile", ())])

    def write(store: SqliteStore, batch: Batch) -> int:
        for other in others:
            real(store, other)
        return real(store, batch)

    monkeypatch.setattr(SqliteStore, "apply", write)
    run = whoelse("copy", mine, f"sqlite:///{file}")
    assert run.code == 3
    assert "Another program changed the store that is copied into." in " ".join(run.err.split())


def test_a_damaged_change_is_not_passed_on(whoelse: Whoelse, mine: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    file.write_bytes(file.read_bytes().replace(b"A page", b"B page"))
    other = f"sqlite:///{tmp_path / 'other.db'}"
    run = whoelse("copy", mine, other)
    assert run.code == 3
    assert "is not what was written" in " ".join(run.err.split())
    with open_store(other) as store:
        assert store.revision == 0
