"""The record as those see it who ask Neo4j in Cypher, and what the store finds that was changed behind its back."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import StoreBusy, StoreDamaged, StoreError
from graph.history import Change
from graph.model import Claim, Organization
from graph.stores import neo4j_change, neo4j_graph, neo4j_schema
from graph.stores.base import Store
from tests.contract.small import CLAIMS, CUSTOMS, MEMBER, PROBLEM, THINGS, TIE, adding, batch
from tests.faults.many import SOURCE, claims
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j

FIRST = adding(*THINGS)


@pytest.fixture
def server(servers: Servers) -> Server:
    servers[0].wipe()
    return servers[0]


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    with server.store() as store:
        store.apply(FIRST)
        yield store


def test_nodes_have_labels_and_their_columns(store: Store, server: Server) -> None:
    (found,) = server.ask("MATCH (n:Organization {id: 'pk-customs'}) RETURN n, labels(n) AS labels")
    given = {name: value for name, value in CUSTOMS.values().items() if value}
    assert found["labels"] == ["Organization"]
    assert found["n"] == {**given, "aliases": [*CUSTOMS.aliases], "functions": [*CUSTOMS.functions], **_rest(CUSTOMS)}


def _rest(thing: Organization) -> dict[str, Any]:
    return {"sources": [*thing.sources], "batch": FIRST.id}


def test_a_claim_is_a_relationship_with_all_that_it_says(store: Store, server: Server) -> None:
    (found,) = server.ask("MATCH (a)-[r:MOU]->(b) RETURN a.id AS a, properties(r) AS r, b.id AS b")
    given = {name: value for name, value in TIE.values().items() if value}
    assert found == {"a": "pk-customs", "r": {**given, "id": TIE.id, "batch": FIRST.id}, "b": "pk-coast-guards"}


def test_a_problem_is_never_drawn_as_a_tie(store: Store, server: Server) -> None:
    found = server.ask(
        "MATCH (a:Organization)-[r {status: 'absent'}]->(b:Country) RETURN type(r) AS type, b.id AS b, r.id AS id"
    )
    assert found == [{"type": "REPORTED_PROBLEM_WITH", "b": "IR", "id": PROBLEM.id}]


def test_a_country_that_only_a_claim_names_is_there_and_does_not_stand(store: Store, server: Server) -> None:
    assert server.ask("MATCH (n:Country) WHERE n.batch IS NULL RETURN n.id AS id ORDER BY id") == [
        {"id": "IN"},
        {"id": "IR"},
    ]
    assert set(store.read().countries) == {"PK", "NA"}


def test_a_seat_without_a_holder_is_a_node_and_gets_one(store: Store, server: Server) -> None:
    seats = "MATCH (n:Network)-[:HAS_SEAT]->(s:Seat) OPTIONAL MATCH (s)-[:HELD_BY]->(o)"
    ask = f"{seats} RETURN n.id AS n, s.name AS s, o.id AS o"
    assert server.ask(ask) == [{"n": "ren", "s": "Customs seat", "o": None}]
    (empty,) = (claim for claim in CLAIMS if claim.kind == "seat")
    held = replace(empty, b=CUSTOMS.address, holder_kind="")
    store.apply(batch(Change(empty, None), Change(None, held), reason="named"))
    assert server.ask(ask) == [{"n": "ren", "s": "Customs seat", "o": "pk-customs"}]


def test_edges_from_attributes_are_marked_and_follow_them(store: Store, server: Server) -> None:
    edges = "MATCH (:Organization {id: 'pk-customs'})-[e]->(n) WHERE e.kind IS NULL"
    ask = f"{edges} RETURN type(e) AS t, n.id AS id, e.coded AS c"
    assert all(row["c"] for row in server.ask(ask))
    drawn = {("IN_COUNTRY", "PK"), ("HAS_FUNCTION", "border-control"), ("HAS_FUNCTION", "inspection")}
    assert {(row["t"], row["id"]) for row in server.ask(ask)} == drawn | {
        ("RESTS_ON", "gazette"),
        ("RESTS_ON", "report"),
    }
    store.apply(batch(Change(CUSTOMS, replace(CUSTOMS, functions=("laboratory",), sources=(), parent="pk-fbr"))))
    drawn = {("IN_COUNTRY", "PK"), ("HAS_FUNCTION", "laboratory"), ("PART_OF", "pk-fbr")}
    assert {(row["t"], row["id"]) for row in server.ask(ask)} == drawn


def test_an_international_body_is_in_no_country(store: Store, server: Server) -> None:
    assert server.ask("MATCH (:Organization {id: 'interpol'})-[:IN_COUNTRY]->(c) RETURN c") == []


def test_undo_leaves_the_words_only(store: Store, server: Server) -> None:
    store.undo(FIRST.id, author="Dina", reason="wrong file")
    labels = server.ask("MATCH (n) RETURN DISTINCT labels(n)[0] AS label ORDER BY label")
    words = ["Agreement", "Batch", "Change", "Function", "Pillar", "Store", "Theme"]
    assert [row["label"] for row in labels] == words
    assert server.ask("MATCH ()-[r]->() RETURN r") == []


def test_hostile_text_is_kept_as_text(store: Store, server: Server) -> None:
    says = "x' OR true RETURN n; MATCH (n) DETACH DELETE n; // \u0060 ${id} $rows {id: 1}"
    before = server.ask("MATCH (n) WHERE NOT n:Change AND NOT n:Batch RETURN count(n) AS n")[0]["n"]
    store.apply(adding(Organization(id="o", name=says, country="INT", kind="other", aliases=(says,)), reason=says))
    assert server.ask("MATCH (n) WHERE NOT n:Change AND NOT n:Batch RETURN count(n) AS n")[0]["n"] == before + 1
    assert store.read().organizations["o"].name == says
    assert [heading.id for heading in store.history(since=says)] == []
    assert store.batch(says) is None


ALTERED = {
    "a property": ("MATCH (n:Organization {id: 'pk-customs'}) SET n.name = 'Other'", "fingerprint"),
    "a claim": ("MATCH ()-[r:MOU]->() SET r.until = '2020'", "fingerprint"),
    "a claim twice": (
        "MATCH (a)-[r:MOU]->(b) CREATE (a)-[s:MOU]->(b) SET s = properties(r)",
        "stands more than once",
    ),
    "a claim less": ("MATCH ()-[r:MEMBER_OF]->() DELETE r", "fingerprint"),
    "a node more": ("CREATE (:Source {id: 'x', title: 'X', kind: 'report', batch: 'b'})", "fingerprint"),
    "history": (
        """MATCH (c:Change {place: 0})
        SET c.after = ['["source",{"id":"x","title":"X","kind":"report"}]'] + tail(c.after)""",
        "Batch",
    ),
    "a line moved": (
        """MATCH (a:Organization)-[r:MOU]->(), (n:Organization {id: 'interpol'})
        CREATE (a)-[s:MOU]->(n) WITH r, s, properties(r) AS said DELETE r SET s = said""",
        "lies between other nodes than those it names",
    ),
    "a constraint": ("DROP CONSTRAINT organization_id", "index organization_id is missing"),
}


@pytest.mark.parametrize(("statement", "problem"), ALTERED.values(), ids=ALTERED.keys())
def test_what_was_changed_behind_its_back_is_named(store: Store, server: Server, statement: str, problem: str) -> None:
    assert store.verify() == []
    server.ask(statement)
    assert any(problem in line for line in store.verify())
    server.ask("CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE")


def test_a_row_that_nobody_wrote_is_damage(store: Store, server: Server) -> None:
    server.ask("MATCH (n:Organization {id: 'pk-customs'}) SET n.kind = 'kingdom'")
    with pytest.raises(StoreDamaged, match=r"^The store the-server is damaged: its content cannot be read\."):
        store.read()
    assert store.verify() == ["The store the-server is damaged: its content cannot be read."]


def test_a_database_of_somebody_else_is_left_alone(server: Server) -> None:
    server.ask("MATCH (n) DETACH DELETE n")
    server.ask("CREATE (:Person {name: 'A'})-[:KNOWS]->(:Person {name: 'B'})")
    with pytest.raises(StoreError, match=r"holds something else than a record of this program\. It was left as it is"):
        server.store()
    assert server.ask("MATCH (n) RETURN count(n) AS n") == [{"n": 2}]
    server.ask("MATCH (n) DETACH DELETE n")


def test_a_store_of_a_newer_program_is_refused(store: Store, server: Server) -> None:
    server.ask("MATCH (s:Store) SET s.version = $version", version=neo4j_schema.VERSION + 1)
    with pytest.raises(StoreError, match=r"was written by a newer version of this program\. Use that version"):
        server.store()


def test_a_store_of_an_older_vocabulary_is_brought_up_to_date(store: Store, server: Server) -> None:
    server.ask("DROP CONSTRAINT theme_id")
    server.ask("CREATE CONSTRAINT claim_member_of_id FOR ()-[r:MEMBER_OF]-() REQUIRE r.id IS UNIQUE")
    server.ask("MATCH (n:Theme {id: 'mercury'}) DETACH DELETE n")
    server.ask("MATCH (s:Store) SET s.schema = 'older'")
    with server.store() as other:
        assert server.ask("MATCH (n:Theme {id: 'mercury'}) RETURN n.name AS name") == [{"name": "mercury"}]
        assert server.ask("SHOW CONSTRAINTS YIELD name WHERE name = 'claim_member_of_id'") == []
        assert other.revision == 1
        assert other.verify() == []


def test_a_store_of_the_first_form_is_brought_up_to_date(store: Store, server: Server) -> None:
    """It had a node for each change; gathered are those that one batch of several thousand made, too."""
    many = batch(*(Change(None, thing) for thing in (SOURCE, *claims(1200))), reason="many")
    store.apply(many)
    as_was = list(store.batches())
    server.ask(
        """MATCH (c:Change) UNWIND range(0, size(c.addresses) - 1) AS i
        WITH c, i, c.addresses[i] AS address, nullIf(c.before[i], '') AS before, nullIf(c.after[i], '') AS after
        CREATE (:Old {era: c.era, number: c.number, place: c.place + i, address: address, before: before, after: after})
        WITH DISTINCT c DELETE c"""
    )
    server.ask("MATCH (n:Old) SET n:Change REMOVE n:Old")
    server.ask("CREATE INDEX change_address FOR (n:Change) ON (n.address)")
    server.ask("MATCH (s:Store) SET s.version = 1")
    with server.store() as other:
        assert list(other.batches()) == as_was
        assert other.verify() == []
    assert server.ask("MATCH (c:Change) RETURN count(c) AS n, sum(size(c.addresses)) AS changes") == [
        {"n": 4, "changes": len(FIRST.changes) + 1201}
    ]
    assert server.ask("SHOW INDEXES YIELD name WHERE name = 'change_address'") == []


def test_a_claim_whose_end_somebody_deletes_meanwhile_is_not_lost(
    store: Store, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_change, "AT_ONCE", 2)
    real = neo4j_graph.learn

    def delete_and_forget(*given: Any) -> Any:
        server.ask("MATCH (n:Organization {id: 'a0'}) DETACH DELETE n")
        return real(*given)

    ties = [replace(TIE, a="organization:a0", b=f"organization:b{number}") for number in range(4)]
    more = adding(*ties, reason="more")
    with monkeypatch.context() as patch:
        patch.setattr(neo4j_change, "learn", delete_and_forget)
        with pytest.raises(StoreBusy, match="Somebody else deletes what this program writes"):
            store.apply(more)
    assert store.apply(more) == 2
    assert {tie.address for tie in ties[2:]} <= {thing.address for thing in store.things()}  # the first two it deleted


def test_a_state_that_nobody_wrote_is_damage(store: Store, server: Server) -> None:
    server.ask("MATCH (s:Store) REMOVE s.fingerprint")
    with pytest.raises(StoreDamaged, match="its node Store is not what was written"):
        _ = store.revision
    server.ask("MATCH (s:Store) DETACH DELETE s")
    with pytest.raises(StoreError, match="holds no record any more"):
        _ = store.revision


def test_a_member_that_is_a_country_may_go(store: Store, server: Server) -> None:
    later: Claim = replace(MEMBER, note="left")
    store.apply(batch(Change(MEMBER, later), Change(later, None), reason="left"))
    assert server.ask("MATCH ()-[r:MEMBER_OF]->() RETURN r") == []
