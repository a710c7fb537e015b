"""A program that is killed while it loads leaves the loads that it called kept, and of the next one all or nothing."""

import subprocess
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from graph.stores.memory import MemoryStore
from graph.stores.sqlite import SqliteStore
from tests.faults.many import three_loads

Beside = Callable[..., "subprocess.Popen[str]"]
ROUNDS = 8


@cache
def states() -> list[int]:
    """The fingerprints after none, one, two and three loads."""
    store = MemoryStore()
    return [0, *(store.fingerprint() for batch in three_loads() if store.apply(batch))]


@pytest.mark.parametrize("moment", range(ROUNDS))
def test_all_or_nothing_is_there_after_kill(file: Path, beside: Beside, moment: int) -> None:
    process = beside("load_three", str(file))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.3 * moment / ROUNDS)  # the three loads take about that long
    process.kill()
    kept = process.stdout.read().count("kept\n")
    process.wait()
    with SqliteStore(file) as store:
        assert store.revision in (kept, kept + 1)
        assert store.fingerprint() == states()[store.revision]
        assert store.verify() == []
        for batch in three_loads():
            store.apply(batch)
        assert store.fingerprint() == states()[3]


def test_a_journal_left_behind_is_played_back(file: Path, beside: Beside) -> None:
    with SqliteStore(file) as store:
        store.apply(three_loads()[0])
    before = file.read_bytes()
    process = beside("hold", str(file), "1")
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    assert file.with_name("whoelse.db-journal").exists()
    process.kill()
    process.wait()
    assert file.read_bytes() != before
    with SqliteStore(file) as store:
        assert store.fingerprint() == states()[1]
        assert store.verify() == []
        assert store.apply(three_loads()[1]) == 2
