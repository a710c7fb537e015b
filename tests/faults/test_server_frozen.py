"""A server that freezes while a connection to it is open: whoever waits has a sentence within seconds, not minutes."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph.errors import StoreError
from graph.history import Batch, Change
from graph.stores import neo4j_change, neo4j_graph, neo4j_session
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_session import Connection
from tests.contract.small import CUSTOMS, adding
from tests.faults.many import SOURCE, claims
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j

WITHIN = 40.0  # seconds: far from the two minutes of the driver alone, and from what it takes on a busy machine
LARGE = Batch("a", "2026-11-20", "add", (Change(None, SOURCE), *(Change(None, claim) for claim in claims(2000))))


@pytest.fixture
def server(servers: Servers) -> Server:
    if servers[0].java is None:
        pytest.skip("the server at NEO4J_TEST_URI is not ours to freeze")
    servers[0].wipe()
    return servers[0]


@pytest.fixture
def store(server: Server) -> Iterator[Neo4jStore]:
    store = server.store()
    assert isinstance(store, Neo4jStore)
    with store:
        store.apply(adding(CUSTOMS))
        yield store


@pytest.fixture
def freeze(server: Server) -> Iterator[Callable[[], None]]:
    """Stops the server's process as it stands; it goes on with the end of the test, at the latest."""
    assert server.java
    process = server.java.process

    def stop() -> None:
        os.kill(process, signal.SIGSTOP)
        os.waitid(os.P_PID, process, os.WSTOPPED)  # on a busy machine some of its threads go on for a moment

    yield stop
    os.kill(process, signal.SIGCONT)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """As in earnest, in less time: who waits looks sooner, and gives up sooner."""
    with monkeypatch.context() as patch:
        for name, value in {"PATIENCE": 0.5, "ASKED": 1, "ACQUIRE": 2.0}.items():
            patch.setattr(neo4j_session, name, value)
        yield patch


def test_in_earnest_it_takes_less_than_fifteen_seconds() -> None:
    assert neo4j_session.PATIENCE + neo4j_session.ASKED * neo4j_session.ACQUIRE < 15


@pytest.mark.parametrize("what", ["a read", "a write", "the middle of a write"])
def test_a_frozen_server_is_a_sentence_and_the_store_goes_on_after(
    server: Server, store: Neo4jStore, freeze: Callable[[], None], soon: pytest.MonkeyPatch, what: str
) -> None:
    assert server.java
    if what == "the middle of a write":

        def freeze_and_turn(*given: Any) -> None:
            freeze()
            neo4j_graph.turn(*given)

        soon.setattr(neo4j_change, "turn", freeze_and_turn)
    else:
        freeze()
    begin = time.monotonic()
    with pytest.raises(StoreError, match=r"^The Neo4j server the-server does not answer\. Check that it runs"):
        store.read() if what == "a read" else store.apply(LARGE)
    assert time.monotonic() - begin < WITHIN
    soon.undo()
    os.kill(server.java.process, signal.SIGCONT)
    assert store.apply(LARGE) == 2
    assert len(store.read().claims) == len(LARGE.changes) - 1


def test_long_work_is_not_taken_for_a_frozen_server(store: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()
    real = Connection._answers

    def answers(connection: Connection) -> bool:
        answer = real(connection)
        asked.set()
        return answer

    monkeypatch.setattr(Connection, "_answers", answers)
    monkeypatch.setattr(neo4j_session, "PATIENCE", 0.01)

    def slow(transaction: object) -> str:
        assert asked.wait(60)
        return "done"

    assert store._connection.read(slow) == "done"
    assert store.revision == 1
