"""The record that comes with the program goes into an empty store, once."""

from pathlib import Path

import pytest

from graph.errors import Conflict
from graph.history import Batch
from graph.model import Claim
from graph.stores.base import Store
from graph.stores.sqlite import SqliteStore
from loaders import seed
from loaders.checks import RELEASED
from loaders.load import load
from loaders.seed import FOLDER, ensure_seed


def test_an_empty_store_gets_the_seed_and_a_filled_one_nothing(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "whoelse.db") as store:
        answer = ensure_seed(store)
        assert answer is not None
        assert (answer["refused"], answer["revision"]) == ([], 1)
        assert answer["added"] == answer["read"] > 8000
        assert ensure_seed(store) is None
        assert store.revision == 1


def test_of_two_programs_that_begin_at_once_one_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SqliteStore(tmp_path / "whoelse.db") as mine, SqliteStore(tmp_path / "whoelse.db") as other:
        really = mine.apply

        def late(batch: Batch) -> int:
            load(other, [FOLDER], reason="The other program was first")
            return really(batch)

        monkeypatch.setattr(mine, "apply", late)
        assert ensure_seed(mine) is None
        assert [heading.reason for heading in mine.history()] == ["The other program was first"]


def test_no_clock_refuses_the_seed(seed_store: Store) -> None:
    reads = [thing.read_on for thing in seed_store.things() if isinstance(thing, Claim)]
    assert max(reads) <= RELEASED


def test_a_conflict_of_another_kind_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def conflicting(*_: object, **__: object) -> None:
        raise Conflict("Something else.")

    monkeypatch.setattr(seed, "load", conflicting)
    with SqliteStore(tmp_path / "whoelse.db") as store, pytest.raises(Conflict):
        ensure_seed(store)
