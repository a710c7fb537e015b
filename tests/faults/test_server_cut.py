"""A connection that is cut at a COMMIT: whether or not the server kept it, the change is there once in the end."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import StoreBusy
from graph.history import Batch, Change
from graph.stores import neo4j_change, neo4j_graph, neo4j_recovery
from graph.stores.in_order import Before
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_graph import Turn
from graph.stores.neo4j_session import AnyTransaction
from tests.contract.small import content
from tests.faults.many import SOURCE, claims
from tests.faults.servers_that_fail import Proxy, listening
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j

OLD = claims(30)
FIRST = Batch("a", "2026-11-20", "add", (Change(None, SOURCE), *(Change(None, claim) for claim in OLD)))
SECOND = Batch("a", "2026-11-21", "close", tuple(Change(claim, replace(claim, until="2025")) for claim in OLD))


@pytest.fixture
def server(servers: Servers) -> Server:
    servers[0].wipe()
    return servers[0]


@pytest.fixture
def proxy(server: Server) -> Proxy:
    return Proxy(int(server.url.rpartition(":")[2]))


@pytest.fixture
def store(server: Server, proxy: Proxy) -> Iterator[Neo4jStore]:
    """A store behind the proxy."""
    with listening(proxy) as port, Neo4jStore(f"bolt://127.0.0.1:{port}", "the-server", server.login) as store:
        yield store


def expected(*batches: Batch) -> MemoryStore:
    memory = MemoryStore()
    for batch in batches or (FIRST, SECOND):
        memory.apply(batch)
    return memory


@pytest.mark.parametrize("how", ["before", "after"])
def test_a_cut_at_the_commit_leaves_the_change_kept_once(store: Neo4jStore, proxy: Proxy, how: str) -> None:
    store.apply(FIRST)
    proxy.cut = how
    assert store.apply(SECOND) == 2
    assert proxy.cuts == 1
    assert content(store.read()) == content(expected().read())
    assert store.history() == expected().history()
    assert store.verify() == []


# Of the fifteen: begin, four looks and four pieces beside the record in turn, switch, four pieces, finish; then a read.
@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.parametrize("passes", [0, 2, 7, 9, 10, 13, 14, 15])
def test_a_cut_at_a_commit_of_a_large_change_leaves_it_kept_once(
    store: Neo4jStore, proxy: Proxy, how: str, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (neo4j_change, neo4j_recovery):
        monkeypatch.setattr(module, "AT_ONCE", 8)
    store.apply(FIRST)
    proxy.cut, proxy.passes = how, passes
    assert store.apply(SECOND) == 2
    assert content(store.read()) == content(expected().read())
    assert proxy.cuts == 1
    assert store.verify() == []


# Of the eleven: begin, four pieces beside the record, switch, a piece with the source, three drawn ahead, finish.
@pytest.mark.parametrize("how", ["before", "after"])
@pytest.mark.parametrize("passes", [1, 4, 6, 7, 8, 9, 10])
def test_a_cut_while_the_next_piece_is_being_drawn_leaves_all_kept_once(
    store: Neo4jStore, proxy: Proxy, how: str, passes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_change, "AT_ONCE", 8)
    proxy.cut, proxy.passes = how, passes
    assert store.apply(FIRST) == 1
    assert content(store.read()) == content(expected(FIRST).read())
    assert proxy.cuts == 1
    assert store.verify() == []


def test_a_piece_that_is_in_the_way_makes_room(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_change, "AT_ONCE", 2)
    monkeypatch.setattr(neo4j_change, "PATIENCE", 0)
    assert store.apply(FIRST) == 1
    assert content(store.read()) == content(expected(FIRST).read())
    assert store.verify() == []


def test_pieces_whose_claims_name_the_same_new_nodes_do_not_wait_for_each_other(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_change, "AT_ONCE", 2)
    monkeypatch.setattr(neo4j_change, "PATIENCE", 20)
    real, waited = neo4j_change._await, []

    def wait_and_tell(before: Before, patience: float | None) -> None:
        waited.append(patience)
        real(before, patience)

    monkeypatch.setattr(neo4j_change, "_await", wait_and_tell)
    assert store.apply(FIRST) == 1
    assert waited
    assert set(waited) == {20}  # with no patience given, one was in the way


def test_no_piece_is_kept_after_one_that_failed() -> None:
    failed: Future[None] = Future()
    failed.set_exception(KeyError("the piece before"))

    def run(work: Any) -> Any:
        return work(None)

    with pytest.raises(KeyError, match="the piece before"):
        neo4j_change.put_piece(run, "token", 8, [], set(), failed)


def test_a_change_of_which_a_piece_failed_is_kept_whole_the_next_time(
    store: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_change, "AT_ONCE", 2)
    real = neo4j_graph.turn

    def fail_once(transaction: AnyTransaction, piece: list[Turn], there: set[str]) -> None:
        if piece[0].after == OLD[7]:
            raise StoreBusy("no room")
        real(transaction, piece, there)

    with monkeypatch.context() as patch:
        patch.setattr(neo4j_change, "turn", fail_once)
        with pytest.raises(StoreBusy, match="no room"):
            store.apply(FIRST)
    monkeypatch.setattr(neo4j_recovery, "SILENT", -1)
    assert store.apply(FIRST) == 1
    assert content(store.read()) == content(expected(FIRST).read())
    assert store.verify() == []
