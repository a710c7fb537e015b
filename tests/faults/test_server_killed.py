"""A server that dies in the middle of a change: then readers see the record before it, and it can be ended."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import StoreBusy, StoreError
from graph.history import Batch, Change
from graph.stores import neo4j_change, neo4j_graph, neo4j_recovery, neo4j_session
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from tests.contract.small import content
from tests.faults.many import SOURCE, claims
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j

OLD = claims(30)
FIRST = Batch("a", "2026-11-20", "add", (Change(None, SOURCE), *(Change(None, claim) for claim in OLD)))
CLOSE = tuple(Change(claim, replace(claim, until="2025")) for claim in OLD[:20])
SECOND = Batch("a", "2026-11-21", "close and withdraw", (*CLOSE, *(Change(claim, None) for claim in OLD[20:])))


@pytest.fixture
def mortal(servers: Servers) -> Iterator[Server]:
    """A server that may be killed: the second, which is never one that was given; the next test finds it alive."""
    yield servers[1]
    servers[1].revive()


@pytest.fixture
def store(mortal: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neo4jStore]:
    monkeypatch.setattr(neo4j_session, "RETRY", 0.1)  # in earnest three seconds, in which a dead server stays dead
    for module in (neo4j_change, neo4j_recovery):
        monkeypatch.setattr(module, "AT_ONCE", 8)
    mortal.store().close()
    mortal.wipe()
    store = mortal.store()
    assert isinstance(store, Neo4jStore)
    with store:
        store.apply(FIRST)
        yield store


def memory(*batches: Batch) -> MemoryStore:
    found = MemoryStore()
    for batch in batches:
        found.apply(batch)
    return found


def kill_at(store: Neo4jStore, server: Server, write: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill the server before the n-th piece of a change."""
    real, asked = store._connection.write, iter(range(100))

    def write_or_die(work: Any, limit: float) -> Any:
        if next(asked) == write and server.java:
            server.java.kill()
        return real(work, limit)

    monkeypatch.setattr(store._connection, "write", write_or_die)


def silent_after(milliseconds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Say after which time a program that stopped is taken for dead, so that no outcome depends on the clock."""
    for module in (neo4j_change, neo4j_recovery):
        monkeypatch.setattr(module, "SILENT", milliseconds)


# Of the fifteen pieces: while it is written beside, before the word that it will be applied, while it is, at the end.
MOMENTS = [6, 9, 12, 14]


@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_torn_lost_or_doubled(
    store: Neo4jStore, mortal: Server, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mortal.java
    with monkeypatch.context() as patch:
        kill_at(store, mortal, moment, patch)
        with pytest.raises(StoreError, match="does not answer"):
            store.apply(SECOND)
    mortal.java.start()
    with mortal.store() as other:
        before, after = memory(FIRST), memory(FIRST, SECOND)
        assert other.revision == 1
        assert content(other.read()) == content(before.read())
        assert sorted(row[::2] for row in other.standing()) == sorted(row[::2] for row in before.standing())
        assert other.verify() == []
        silent_after(10**12, monkeypatch)
        with pytest.raises(StoreBusy, match="Another program is writing a large change"):
            other.apply(SECOND)
        silent_after(-1, monkeypatch)
        assert other.apply(SECOND) == 2
        assert content(other.read()) == content(after.read())
        assert other.history() == after.history()
        assert other.verify() == []
        assert mortal.ask("MATCH (c:Change) RETURN sum(size(c.addresses)) AS n") == [{"n": 61}]


def test_the_program_itself_may_go_on_at_once(
    store: Neo4jStore, mortal: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mortal.java
    with monkeypatch.context() as patch:
        kill_at(store, mortal, 12, patch)
        with pytest.raises(StoreError):
            store.apply(SECOND)
    mortal.java.start()
    assert store.apply(SECOND) == 2
    assert content(store.read()) == content(memory(FIRST, SECOND).read())
    assert store.verify() == []


def test_a_server_killed_within_a_transaction_kept_nothing(
    store: Neo4jStore, mortal: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    java = mortal.java
    assert java

    def die_and_turn(*given: Any) -> None:
        java.kill()
        neo4j_graph.turn(*given)

    with monkeypatch.context() as patch:
        patch.setattr(neo4j_change, "AT_ONCE", 100)
        patch.setattr(neo4j_change, "turn", die_and_turn)
        with pytest.raises(StoreError, match="does not answer"):
            store.apply(SECOND)
    java.start()
    assert store.revision == 1
    assert content(store.read()) == content(memory(FIRST).read())
    assert store.apply(SECOND) == 2
    assert store.verify() == []


def test_a_server_that_may_only_be_read_is_read(store: Neo4jStore, mortal: Server) -> None:
    assert mortal.java
    mortal.java.kill()
    mortal.java.settings["server.databases.read_only"] = "neo4j"
    mortal.java.start()
    try:
        with mortal.store() as other:
            assert content(other.read()) == content(memory(FIRST).read())
            with pytest.raises(StoreError, match=r"^The store the-server may be read but not written"):
                other.apply(SECOND)
            assert other.revision == 1
    finally:
        mortal.java.kill()
        mortal.java.settings.clear()
