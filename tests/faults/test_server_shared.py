"""Several programs at one Neo4j server: nothing is lost, nothing is doubled, and no reader sees half a change."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import replace
from subprocess import Popen
from typing import Any

import pytest

from graph.errors import Conflict, StoreBusy, StoreDamaged, StoreError
from graph.history import Batch, Change, fingerprint, json_of
from graph.model import Organization, Thing
from graph.record import Record
from graph.stores import Store, neo4j, neo4j_change, neo4j_graph, neo4j_recovery
from graph.stores.memory import MemoryStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_session import AnyTransaction
from tests.contract.small import CUSTOMS, THINGS, adding, by_address, content
from tests.faults.conftest import Beside
from tests.faults.many import PIECES, three_loads
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j


@pytest.fixture
def server(servers: Servers) -> Server:
    servers[0].wipe()
    return servers[0]


@pytest.fixture
def programs(server: Server) -> Iterator[list[Store]]:
    """Three programs that have the same store open."""
    with ExitStack() as opened:
        yield [opened.enter_context(server.store()) for _ in range(3)]


def in_pieces(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    for module in (neo4j_change, neo4j_recovery):
        monkeypatch.setattr(module, "AT_ONCE", size)


def test_what_another_program_kept_is_seen_at_once(programs: list[Store]) -> None:
    one, other, _ = programs
    assert other.revision == 0
    one.apply(adding(*THINGS))
    assert other.revision == 1
    assert content(other.read()) == content(one.read())
    assert other.apply(adding(*THINGS)) == 1
    other.replace([])
    assert one.revision == len(one.read().claims) == 0


def test_two_writers_of_one_body_never_overwrite_each_other(programs: list[Store]) -> None:
    body = Organization(id="o", name="Body", country="PK", kind="customs", note="0")
    programs[0].apply(Batch("a", "2026-11-20", "begin", (Change(None, body),)))

    def count_up(store: Store) -> None:
        for step in range(8):
            done = False
            while not done:
                before = store.read().organizations["o"]
                after = replace(before, note=str(int(before.note) + 1))
                with suppress(Conflict):
                    store.apply(Batch(f"{id(store)}", "2026-11-20", f"step {step}", (Change(before, after),)))
                    done = True

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(count_up, programs))
    assert programs[0].read().organizations["o"].note == "24"
    assert programs[0].verify() == []


def test_one_batch_sent_by_all_at_once_counts_once(programs: list[Store]) -> None:
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(lambda store: store.apply(adding(*THINGS)), programs)) == [1, 1, 1]
    assert by_address(programs[0].things()) == by_address(THINGS)
    assert programs[0].verify() == []


def test_no_reader_sees_half_of_a_large_change(programs: list[Store], monkeypatch: pytest.MonkeyPatch) -> None:
    in_pieces(monkeypatch, 20)
    writer, reader, _ = programs
    loads = three_loads(60)
    whole = {0: 0}
    with ThreadPoolExecutor(1) as thread:
        for batch in loads:
            writing = thread.submit(writer.apply, batch)
            seen: list[Record] = []
            while not writing.done():
                with suppress(StoreBusy):  # a change that crosses every try of a reader is said to be one
                    seen.append(reader.read())
            whole[writing.result()] = writer.fingerprint()
            for record in seen:
                assert whole[record.revision] == _fingerprint(record)


@pytest.mark.parametrize("meanwhile", ["nothing", "a change"])
def test_what_goes_while_it_is_read_is_damage_only_if_nobody_writes(
    programs: list[Store], meanwhile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server gives a relationship that is just being deleted without what it said."""
    reader, other, _ = programs
    real, torn = neo4j_graph.read_claims, [("", ("",) * 20)]

    def read_claims(transaction: AnyTransaction) -> Iterator[tuple[str, Any]]:
        if torn and meanwhile == "a change":
            other.apply(adding(*THINGS))
        yield from (torn.pop() for _ in list(torn))
        yield from real(transaction)

    monkeypatch.setattr(neo4j_graph, "read_claims", read_claims)
    if meanwhile == "nothing":
        with pytest.raises(StoreDamaged, match="its content cannot be read"):
            reader.read()
    else:
        assert content(reader.read()) == content(other.read())


@pytest.fixture
def beside_server(server: Server, beside: Beside, monkeypatch: pytest.MonkeyPatch) -> Callable[[], "Popen[str]"]:
    """Starts a program of its own that loads three large changes into the server."""
    monkeypatch.setenv("NEO4J_USERNAME", server.login.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.login.password)
    return lambda: beside("load_in_pieces", server.url)


def test_a_program_of_its_own_is_followed_and_never_seen_half_way(
    server: Server, beside_server: Callable[[], "Popen[str]"]
) -> None:
    with server.store() as store:
        process = beside_server()
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        seen: dict[int, int] = {}
        while store.revision < 3:
            assert process.poll() in (None, 0)
            with suppress(StoreBusy):
                record = store.read()
                seen[record.revision] = _fingerprint(record)
        seen[3] = _fingerprint(store.read())
        expected = MemoryStore()
        fingerprints = {0: 0} | {expected.apply(batch): expected.fingerprint() for batch in three_loads(PIECES)}
        assert seen.items() <= fingerprints.items()
        assert store.verify() == []


def test_a_program_killed_while_it_loads_leaves_all_or_nothing(
    server: Server, beside_server: Callable[[], "Popen[str]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    process = beside_server()
    assert process.stdout
    assert [process.stdout.readline() for _ in range(2)] == ["ready\n", "kept\n"]
    while server.ask("MATCH (s:Store) RETURN s.phase AS phase, s.revision AS n")[0] == {"phase": "", "n": 1}:
        assert process.poll() is None
    process.kill()
    process.wait()
    for module in (neo4j_change, neo4j_recovery):
        monkeypatch.setattr(module, "SILENT", -1)
    with server.store() as store:
        expected = MemoryStore()
        for batch in three_loads(PIECES):
            expected.apply(batch)
            assert store.apply(batch) >= expected.revision
        assert store.fingerprint() == expected.fingerprint()
        assert store.verify() == []


def _fingerprint(record: Record) -> int:
    nodes: list[Thing] = [*record.sources.values(), *record.organizations.values()]
    claims = [record.claim(row) for row in range(len(record.claims))]
    return fingerprint([json_of(thing) for thing in [*nodes, *claims]])


def test_another_writer_waits_its_turn_during_a_large_change(
    programs: list[Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_pieces(monkeypatch, 20)
    writer, other, _ = programs
    put = neo4j_change.put
    refused: list[str] = []

    def try_meanwhile(*given: object) -> None:
        with pytest.raises(StoreBusy) as caught:
            other.apply(adding(CUSTOMS))
        refused.append(str(caught.value))
        put(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(neo4j_change, "put", try_meanwhile)
    writer.apply(three_loads(60)[0])
    assert refused == ["Another program is writing a large change. Try again in a moment."]
    monkeypatch.setattr(neo4j_change, "put", put)
    assert other.apply(adding(CUSTOMS)) == 2


def test_a_program_that_was_taken_for_dead_writes_no_more(
    programs: list[Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_pieces(monkeypatch, 20)
    slow, other, _ = programs
    put = neo4j_change.put

    def sleep_too_long(*given: object) -> None:
        monkeypatch.setattr(neo4j_change, "put", put)
        monkeypatch.setattr(neo4j_change, "SILENT", -1)
        monkeypatch.setattr(neo4j_recovery, "SILENT", -1)
        assert other.apply(adding(CUSTOMS)) == 2
        put(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(neo4j_change, "put", sleep_too_long)
    with pytest.raises(StoreBusy, match="Another program took over"):
        slow.apply(three_loads(60)[0])
    assert slow.apply(three_loads(60)[0]) == 2
    assert slow.verify() == []


def test_a_change_that_conflicts_late_leaves_nothing(programs: list[Store], monkeypatch: pytest.MonkeyPatch) -> None:
    in_pieces(monkeypatch, 20)
    store = programs[0]
    first, second, _ = three_loads(60)
    store.apply(first)
    with pytest.raises(Conflict):
        store.apply(replace(second, changes=(*second.changes, Change(CUSTOMS, None))))
    assert store.revision == 1
    assert store.apply(second) == 2
    assert store.verify() == []


def test_programs_may_make_the_same_store_at_once(servers: Servers) -> None:
    server = servers[0]
    server.ask("MATCH (n) DETACH DELETE n")
    for row in server.ask("SHOW CONSTRAINTS YIELD name"):
        server.ask(f"DROP CONSTRAINT {row['name']}")
    with ThreadPoolExecutor(3) as threads:
        stores = list(threads.map(lambda _: server.store(), range(3)))
    assert [store.apply(adding(*THINGS)) for store in stores] == [1, 1, 1]
    assert stores[0].verify() == []
    for store in stores:
        store.close()


def test_batches_replaced_while_they_are_listed_are_no_silence(programs: list[Store]) -> None:
    one, other, _ = programs
    one.apply(adding(CUSTOMS))
    one.apply(adding(*THINGS[:2]))
    listing = one.batches()
    assert next(listing) == adding(CUSTOMS)
    other.replace([])
    with pytest.raises(StoreBusy, match="replaced the store"):
        next(listing)


def test_things_changed_while_they_are_listed_are_no_silence(programs: list[Store]) -> None:
    one, other, _ = programs
    one.apply(adding(*THINGS))
    listing = one.things()
    next(listing)
    other.replace([])
    with pytest.raises(StoreBusy, match="changed the store"):
        list(listing)


def test_a_closed_store_says_so(server: Server) -> None:
    store = server.store()
    store.close()
    with pytest.raises(StoreError, match=r"^The store the-server has been closed"):
        store.read()


def test_threads_of_one_program_lose_nothing(server: Server) -> None:
    with server.store() as store, ThreadPoolExecutor(4) as threads:
        batches = [adding(replace(CUSTOMS, id=f"o-{number}")) for number in range(20)]
        list(threads.map(store.apply, batches))
        assert store.revision == len(store.read().organizations) == 20
        assert store.verify() == []


def test_a_read_that_a_change_crosses_is_read_again(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with server.store() as store:
        assert isinstance(store, Neo4jStore)
        store.apply(adding(*THINGS))
        real, crossed = store._connection.read, iter([True, True, False])

        def crossed_twice(work: Any) -> Any:
            if next(crossed):
                raise StoreBusy("Another program changed the store meanwhile.")
            return real(work)

        with monkeypatch.context() as patch:
            patch.setattr(store._connection, "read", crossed_twice)
            assert len(store.read().organizations) == 3
        monkeypatch.setattr(neo4j, "TRIES", 0)
        with pytest.raises(StoreBusy, match="Other programs keep changing the store the-server"):
            store.read()
