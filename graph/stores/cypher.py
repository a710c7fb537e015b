"""Every statement that is sent to Neo4j: values are parameters, labels and types are words of neo4j_names.py."""

from functools import cache

from graph.columns import FIELDS
from graph.history import Heading
from graph.stores.neo4j_names import (
    CLAIM_TYPES,
    CODED_TYPES,
    HAS_SEAT,
    HELD_BY,
    LABELS,
)

# --- the one node that says what the store holds, and is locked by whoever writes ---------------------------------

_STATE = "properties(s) AS state, timestamp() - s.beat AS age"
STATE = f"MATCH (s:Store) RETURN {_STATE}"
LOCK = "MATCH (s:Store) SET s.beat = timestamp() WITH s RETURN properties(s) AS state"
# A look at who writes must not count as a sign of life of the writer.
LOCK_ONLY = (
    "MATCH (s:Store) SET s.asked = timestamp() WITH s RETURN properties(s) AS state, timestamp() - s.beat AS age"
)
KEEP = "MATCH (s:Store) SET s += $values, s.beat = timestamp()"  # a long piece of work ends with a sign of life
FOUND = "MERGE (s:Store {id: 'whoelse'}) ON CREATE SET s += $values, s.beat = timestamp()"
IS_EMPTY = "RETURN NOT EXISTS { MATCH (n) WHERE NOT n:Store } AS empty"

# --- history ------------------------------------------------------------------------------------------------------

_HEADING = ", ".join(f"b.{name} AS {name}" for name in Heading.__slots__)
HEADINGS = (
    "MATCH (b:Batch) WHERE b.era = $era AND 1 <= b.number <= $revision AND b.number > $after AND b.at >= $since "
    f"RETURN {_HEADING} ORDER BY b.number"
)
NUMBER_OF = "MATCH (b:Batch {era: $era, id: $id}) WHERE b.number <= $revision RETURN b.number AS number"
HEADING = f"MATCH (b:Batch {{era: $era, id: $id}}) WHERE b.number <= $revision RETURN {_HEADING}"
# A node holds many changes as lists of the same length, "" for nothing: a node for each takes ten times as long.
CHANGES = (
    "MATCH (c:Change) WHERE c.era = $era AND c.number = $number AND c.place < $end AND c.end > $place "
    "RETURN c.place AS place, c.end AS end, c.before AS before, c.after AS after, c.was AS was, c.by AS by "
    "ORDER BY c.place"
)
# Reads all of the history: asked only where a change is refused and nothing stands that says who wrote it last.
LAST_CHANGE = (
    "MATCH (c:Change) WHERE c.era = $era AND 1 <= c.number <= $revision AND $address IN c.addresses "
    "WITH c.number AS number ORDER BY number DESC LIMIT 1 "
    f"MATCH (b:Batch) WHERE b.era = $era AND b.number = number RETURN {_HEADING}"
)
ADD_CHANGES = (
    "UNWIND $rows AS row CREATE (c:Change) SET c = {era: $era, number: row[0], place: row[1], end: row[2], "
    "addresses: row[3], before: row[4], after: row[5], was: row[6], by: row[7]}"
)
ADD_BATCHES = "UNWIND $rows AS row CREATE (b:Batch) SET b = row"
DROP_CHANGES = (
    "MATCH (c:Change) WHERE c.era = $era AND c.number >= $first AND c.place >= 0 "
    "WITH c LIMIT $nodes DELETE c RETURN count(*) AS dropped"
)
DROP_OLD_CHANGES = (
    "MATCH (c:Change) WHERE c.era < $era OR (c.era = $era AND c.number = 0) "
    "WITH c LIMIT $nodes DELETE c RETURN count(*) AS dropped"
)
DROP_OLD_BATCHES = "MATCH (b:Batch) WHERE b.era < $era DELETE b"

# --- what stands --------------------------------------------------------------------------------------------------

_COLUMNS = ("id", *FIELDS, "batch")


def _columns(of: str) -> str:
    return ", ".join(f"coalesce({of}.{name}, '')" for name in _COLUMNS)


_CLAIMS = "MATCH ()-[r]->() WHERE r.kind IS NOT NULL"
CLAIMS = f"{_CLAIMS} RETURN [{_columns('r')}] AS claim UNION ALL MATCH (s:Seat) RETURN [{_columns('s')}] AS claim"
MOVED = (
    f"{_CLAIMS} WITH r, startNode(r) AS a, endNode(r) AS b "
    "WHERE r.a <> toLower(head(labels(a))) + ':' + a.id OR r.b <> toLower(head(labels(b))) + ':' + b.id "
    "RETURN r.id AS id ORDER BY id LIMIT 20"
)
TWICE = f"{_CLAIMS} WITH r.id AS id, count(*) AS times WHERE times > 1 RETURN id ORDER BY id LIMIT 20"


@cache
def nodes(label: str) -> str:
    """Return what gives all nodes of a label that stand in the record, not only in a claim."""
    return f"MATCH (n:{_label(label)}) WHERE n.batch IS NOT NULL RETURN properties(n) AS node"


@cache
def nodes_by_id(label: str) -> str:
    """Return what gives the nodes of `$ids` that stand."""
    return (
        f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) WHERE n.batch IS NOT NULL RETURN properties(n) AS node"
    )


@cache
def claims_by_id(type_: str, a: str, b: str) -> str:
    """Return what gives the claims of `$ids`, each the ids of a claim and of both its ends, as one list of columns."""
    return f"{_between(type_, a, b)} RETURN [{_columns('r')}] AS claim"


def _between(type_: str, a: str, b: str) -> str:
    """What finds claims by what they join: an index over millions of claims would be a fifth of the work of a load.

    The server is told to begin at the ends: left alone it once went through all bodies for each claim.
    """
    ends = f"(a:{_label(a)} {{id: ids[1]}})-[r:{_type(type_)} {{id: ids[0]}}]-(b:{_label(b)} {{id: ids[2]}})"
    return f"UNWIND $ids AS ids MATCH {ends} USING INDEX SEEK a:{a}(id) USING INDEX SEEK b:{b}(id)"


SEATS_BY_ID = f"UNWIND $ids AS id MATCH (s:Seat {{id: id}}) RETURN [{_columns('s')}] AS claim"

# --- writing ------------------------------------------------------------------------------------------------------


@cache
def put_nodes(label: str) -> str:
    """Return what makes each of `$rows`, a map of properties with its id, stand as it is."""
    return f"UNWIND $rows AS row MERGE (n:{_label(label)} {{id: row.id}}) SET n = row"


@cache
def put_coded(label: str, type_: str, target: str) -> str:
    """Return what draws an edge from an attribute for each of `$rows`, ids of both ends."""
    match = f"UNWIND $rows AS row MATCH (n:{_label(label)} {{id: row[0]}}) MERGE (t:{_label(target)} {{id: row[1]}})"
    return f"{match} CREATE (n)-[:{_coded(type_)} {{coded: true}}]->(t)"


@cache
def drop_coded(label: str) -> str:
    """Return what takes away the edges from attributes of the nodes of `$ids`."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}})-[e {{coded: true}}]->() DELETE e"


SAID = tuple(name for name in FIELDS if name not in ("kind", "a", "b"))


@cache
def put_claims(type_: str, a: str, b: str, fields: tuple[str, ...]) -> str:
    """Return what draws a claim for each of `$rows`, between nodes that are there.

    A row is the ids of both ends, the id of the claim, the batch, and some `fields` of `SAID`, null where empty: a
    list, because a map repeats its keys a million times, and without the fields that no row says, because the server
    looks at each. `$kind` is that of all, `$a` and `$b` what stands before the ids in the addresses.
    """
    ends = f"UNWIND $rows AS row MATCH (a:{_label(a)} {{id: row[0]}}) MATCH (b:{_label(b)} {{id: row[1]}})"
    names = ("id", "batch", *(_known(name, SAID) for name in fields))
    said = ", ".join(f"{name}: row[{place}]" for place, name in enumerate(names, 2))
    return f"{ends} CREATE (a)-[:{_type(type_)} {{kind: $kind, a: $a + row[0], b: $b + row[1], {said}}}]->(b)"


@cache
def put_ends(label: str) -> str:
    """Return what makes the nodes of `$ids` be there, standing or not."""
    return f"UNWIND $ids AS id MERGE (:{_label(label)} {{id: id}})"


@cache
def drop_claims(type_: str, a: str, b: str) -> str:
    """Return what withdraws the claims of `$ids`, each the ids of a claim and of both its ends."""
    return f"{_between(type_, a, b)} DELETE r"


PUT_SEATS = (
    f"UNWIND $rows AS row MERGE (n:Network {{id: row[0]}}) CREATE (s:Seat) SET s = row[1] CREATE (n)-[:{HAS_SEAT}]->(s)"
)
DROP_SEATS = "UNWIND $ids AS id MATCH (s:Seat {id: id}) DETACH DELETE s"


@cache
def put_holders(label: str) -> str:
    """Return what seats a holder for each of `$rows`: the id of the seat and that of the holder."""
    holder = f"UNWIND $rows AS row MATCH (s:Seat {{id: row[0]}}) MERGE (o:{_label(label)} {{id: row[1]}})"
    return f"{holder} CREATE (s)-[:{HELD_BY}]->(o)"


@cache
def empty_nodes(label: str) -> str:
    """Return what leaves of the nodes of `$ids` their ids only: they stand no longer, but claims may name them."""
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) SET n = {{id: id}}"


@cache
def drop_unnamed(label: str) -> str:
    """Return what deletes the nodes of `$ids` that do not stand and that nothing names."""
    unnamed = "n.batch IS NULL AND NOT EXISTS { (n)--() }"
    return f"UNWIND $ids AS id MATCH (n:{_label(label)} {{id: id}}) WHERE {unnamed} DELETE n"


# --- schema -------------------------------------------------------------------------------------------------------

CONSTRAINTS = {
    "store_id": "FOR (n:Store) REQUIRE n.id IS UNIQUE",
    "batch_id": "FOR (n:Batch) REQUIRE (n.era, n.id) IS UNIQUE",
    "batch_number": "FOR (n:Batch) REQUIRE (n.era, n.number) IS UNIQUE",
    "change_place": "FOR (n:Change) REQUIRE (n.era, n.number, n.place) IS UNIQUE",
    **{f"{kind}_id": f"FOR (n:{label}) REQUIRE n.id IS UNIQUE" for kind, label in LABELS.items()},
}
SIZE = "RETURN COUNT { (n) } + COUNT { ()-[r]->() } AS size"
SCHEMA = (
    "DROP INDEX change_address IF EXISTS",  # of version 1
    *(f"DROP CONSTRAINT claim_{name.lower()}_id IF EXISTS" for name in CLAIM_TYPES),  # of an early version 2
    *(f"CREATE CONSTRAINT {name} IF NOT EXISTS {what}" for name, what in CONSTRAINTS.items()),
)
# Version 1 had a node for each change: many become one, the first of them.
GATHER_CHANGES = (
    "MATCH (c:Change) WHERE c.address IS NOT NULL WITH c.era AS era, c.number AS number LIMIT 1 "
    "MATCH (c:Change) WHERE c.era = era AND c.number = number AND c.address IS NOT NULL "
    "WITH c ORDER BY c.place LIMIT $most WITH collect(c) AS some WHERE size(some) > 0 "
    "WITH some, head(some) AS first, tail(some) AS rest, {era: head(some).era, number: head(some).number, "
    "place: head(some).place, end: head(some).place + size(some), addresses: [x IN some | x.address], "
    "before: [x IN some | coalesce(x.before, '')], after: [x IN some | coalesce(x.after, '')], "
    "was: [x IN some | coalesce(x.was, '')], by: [x IN some | coalesce(x.by, '')]} AS says "
    "FOREACH (x IN rest | DELETE x) SET first = says RETURN size(rest) + 1 AS gathered"
)
AWAIT_INDEXES = "CALL db.awaitIndexes(60)"
NAMES_OF_INDEXES = "SHOW INDEXES YIELD name, state RETURN name, state"


@cache
def put_words(label: str) -> str:
    """Return what makes a node for each of `$rows`, a word of the vocabulary and its name."""
    return f"UNWIND $rows AS row MERGE (n:{_label(label)} {{id: row[0]}}) SET n.name = row[1]"


def _label(name: str) -> str:
    return _known(name, tuple(LABELS.values()))


def _type(name: str) -> str:
    return _known(name, CLAIM_TYPES)


def _coded(name: str) -> str:
    return _known(name, CODED_TYPES)


def _known(name: str, words: tuple[str, ...]) -> str:
    """Return a name that is part of a statement: only a word of a closed list ever is."""
    if name not in words:
        raise ValueError(f"{name!a} is no label or type of the vocabulary")
    return name
