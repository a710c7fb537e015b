"""The stores that keep the contract: whoever joins gets all of its tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from graph.stores import Store, base, neo4j_change, neo4j_recovery, open_store
from tests.contract.small import FIRST
from tests.servers import Servers

NewStore = Callable[[], Store]
KINDS = ["memory", "sqlite", *(pytest.param(kind, marks=pytest.mark.neo4j) for kind in ("neo4j", "neo4j-in-pieces"))]


@pytest.fixture(params=KINDS)
def new_store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NewStore]:
    """Opens a new, empty store at every call; of Neo4j's stores only the last two are there at once."""
    numbers = count()

    def new() -> Store:
        if request.param == "memory":
            return open_store("memory:")
        if request.param == "sqlite":
            return open_store(f"sqlite:///{tmp_path}/store-{next(numbers)}.db")
        servers: Servers = request.getfixturevalue("servers")
        server = servers[next(numbers) % 2]
        server.wipe()
        return server.store()

    if request.param == "neo4j-in-pieces":  # as if a handful of changes were too many for one transaction
        for module in (neo4j_change, neo4j_recovery):
            monkeypatch.setattr(module, "AT_ONCE", 2)
    with ExitStack() as opened:
        yield lambda: opened.enter_context(new())


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store."""
    return new_store()


@pytest.fixture
def filled(store: Store) -> Store:
    """A store that holds the small record."""
    store.apply(FIRST)
    return store


@pytest.fixture(autouse=True)
def moments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is a second later than the one before."""
    clock: Iterator[str] = (f"2026-11-25T00:{n // 60:02}:{n % 60:02}Z" for n in range(3600))
    monkeypatch.setattr(base, "now", lambda: next(clock))
