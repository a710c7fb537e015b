"""Loading and reading a large record on a real Neo4j server, against the plain ways to do both with the same driver.

Both sides meet a server that is warm: it has loaded a part of the record, and thousands of rows one by one, before any
clock starts. Row by row is then measured where all nodes are there, as they are for nearly every row of a whole load.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from neo4j import Driver, GraphDatabase

from bench.clock import best
from bench.line import Line
from bench.scale import Scale
from graph.history import Batch, Change
from graph.model import Claim, Network, Organization, Source, Thing
from graph.stores import cypher
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_graph import _properties
from graph.stores.neo4j_names import LABELS, ends, type_of
from graph.stores.neo4j_session import Login
from server.artifacts import missing_tools
from server.java import JavaServer, free_port

NODES, CLAIMS, SAMPLE, PART = 50_000, 500_000, 4_000, 20_000
HEAP = "1g"
ROOM = {"dbms.memory.transaction.total.max": "256m"}  # for all transactions: a load of any size has to fit into it
FASTER, SLOWER = 20.0, 3.0  # promised: loading so much faster than row by row, reading at most so much slower
ROW_BY_ROW = f"one MERGE a row, each by `session.run` in a transaction of its own ({SAMPLE:,} rows of them)"
BARE = "session.run of the same statements into lists"


def measure(scale: Scale) -> list[Line]:
    """Return the times to load and to read; nothing where no server can be started."""
    if missing := missing_tools():
        print(f"neo4j: left out, there is no {' and no '.join(missing)}", file=sys.stderr)
        return []
    claims = CLAIMS if scale.claims >= 1_000_000 else 500
    with tempfile.TemporaryDirectory() as folder:
        server = JavaServer(Path(folder), free_port(), heap=HEAP, settings=ROOM, quick=claims < CLAIMS)
        server.start()
        try:
            return _measure(server, max(claims // 10, 50), claims)
        finally:
            server.kill()


def _measure(server: JavaServer, nodes: int, claims: int) -> list[Line]:
    login = Login("neo4j", server.password)
    with (
        GraphDatabase.driver(server.url, auth=(login.user, login.password)) as driver,
        Neo4jStore(server.url, "bench", login) as store,
    ):
        things = list(made_up(nodes, claims))
        store.apply(Batch("bench", "2026-11-25", "a part", _added(things[: nodes + min(PART, claims // 10)])))
        by_row = _row_by_row(driver, [*things[:nodes], *things[nodes + PART :]]) * len(things)
        store.replace([])
        load, _ = best(1, lambda: store.apply(Batch("bench", "2026-11-25", "load", _added(things))))
        read, record = best(2, store.read)
        bare, _ = best(2, lambda: _bare(driver))
        assert len(record.claims) == claims
    what = f"{nodes:,} nodes and {claims:,} claims"
    return [
        Line(f"neo4j: load {what}", load, by_row, ROW_BY_ROW, by_row / FASTER),
        Line(f"neo4j: read {what}", read, bare, BARE, bare * SLOWER),
    ]


def _added(things: list[Thing]) -> tuple[Change, ...]:
    return tuple(Change(None, thing) for thing in things)


def made_up(nodes: int, claims: int) -> Iterator[Thing]:
    """Yield bodies, a hundredth as many networks, a source, and claims between them, the same every time."""
    draw = random.Random(1)
    networks = max(nodes // 100, 2)
    yield Source(id="s", title="Register", kind="report", published="2024")
    for number in range(networks):
        yield Network(id=f"n-{number}", name=f"Network {number}", kind="network", scope="regional")
    for number in range(nodes - networks - 1):
        yield Organization(
            id=f"o-{number}", name=f"Body {number}", country="PK", kind="customs", functions=("inspection",)
        )
    seen: set[str] = set()
    while len(seen) < claims:
        claim = _claim(draw, nodes - networks - 1, networks, len(seen))
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim


def _claim(draw: random.Random, bodies: int, networks: int, number: int) -> Claim:
    a = f"organization:o-{draw.randrange(bodies // 2)}"
    note = f"Page {number} of the register."
    if number % 2:
        b = f"network:n-{draw.randrange(networks)}"
        return Claim(
            kind="membership", a=a, b=b, role="member", since=f"{draw.randint(1950, 2025)}", note=note, source="s"
        )
    b = f"organization:o-{bodies // 2 + draw.randrange(bodies // 2)}"
    said = {"role": draw.choice(("mou", "liaison")), "directed": "no", "standing": "standing", "note": note}
    return Claim(kind="tie", a=a, b=b, source="s", **said)


def _row_by_row(driver: Driver, things: list[Thing]) -> float:
    """Return the seconds that one row takes once the server knows them, of a sample that is made up as the whole is."""
    rows = random.Random(2).sample(things, min(2 * SAMPLE, len(things)))
    half = len(rows) // 2
    _merge_each(driver, rows[:half])
    return _merge_each(driver, rows[half:]) / (len(rows) - half)


def _merge_each(driver: Driver, things: list[Thing]) -> float:
    with driver.session() as session:
        begin = time.perf_counter()
        for thing in things:
            session.run(*_merge(thing)).consume()
        return time.perf_counter() - begin


def _merge(thing: Thing) -> tuple[str, dict[str, object]]:
    """One thing as one MERGE; the ends of a claim are there or are made, as in ours, and no history is kept."""
    if not isinstance(thing, Claim):
        statement = f"MERGE (n:{LABELS[thing.node]} {{id: $id}}) SET n = $values"
        return statement, {"id": thing.address.partition(":")[2], "values": _properties(thing, "b")}
    (label_a, a), (label_b, b) = ends(thing.a), ends(thing.b)
    both = f"MERGE (a:{label_a} {{id: $a}}) MERGE (b:{label_b} {{id: $b}})"
    values = _properties(thing, "b", id=thing.id)
    return f"{both} MERGE (a)-[r:{type_of(thing)} {{id: $id}}]->(b) SET r = $values", {
        "a": a,
        "b": b,
        "id": thing.id,
        "values": values,
    }


def _bare(driver: Driver) -> list[object]:
    with driver.session() as session:
        found: list[object] = []
        for statement in (
            *(cypher.nodes(LABELS[kind]) for kind in ("source", "network", "organization")),
            cypher.CLAIMS,
        ):
            found += [record[0] for record in session.run(statement)]
        return found
