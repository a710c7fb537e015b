"""Reading a store into the Record, against building a networkx graph from the same rows."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import networkx as nx

from bench.clock import best
from bench.line import Line
from bench.load import loaded
from bench.made_up import made_up
from bench.scale import DATE, Scale
from graph.model import Claim
from graph.record import Record
from graph.stores.sqlite import SqliteStore
from graph.stores.sqlite_schema import TABLES

ROW_BY_ROW = "networkx.MultiDiGraph from the same rows, their columns as attributes"


def measure(scale: Scale) -> list[Line]:
    """Return the time to read the seed, to read it as of another date, and to ask every body for its claims."""
    with loaded() as file, SqliteStore(file) as store:
        ours, record = best(scale.times, store.read)
        yardstick, graph = best(scale.times, lambda: _graph(file))
        assert graph.number_of_edges() == len(record.claims)
    lines = [Line(f"read: {len(record.claims):,} claims from SQLite", ours, yardstick, ROW_BY_ROW)]
    large = made_up(max(scale.countries // 10, 1), scale.bodies)
    return [*lines, *_dates(scale, large), _neighbours(scale, record, graph)]


def _graph(file: Path) -> "nx.MultiDiGraph[Any]":
    graph = nx.MultiDiGraph()
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        for name, table in TABLES.items():
            for row in connection.execute(table.select):
                values = dict(row)
                if name == "claim":
                    graph.add_edge(values["a"], values["b"], key=values["id"], **values)
                else:
                    graph.add_node(f"{name}:{values['id']}", **values)
    return graph


def _dates(scale: Scale, record: Record) -> list[Line]:
    """Which claims were in force on a date, counted."""
    claims = [record.claim(row) for row in range(len(record.claims))]
    ours, counted = best(scale.times, lambda: int(record.as_of("2024-06").in_force.sum()))
    yardstick, _ = best(scale.times, lambda: sum(_counts(c) for c in claims))
    assert 0 < counted <= len(claims)
    what = f"read: {len(claims):,} claims as known on another date"
    return [Line(what, ours, yardstick, "one comparison for each claim as an object")]


def _counts(claim: Claim) -> bool:
    return (not claim.since or claim.since <= "2024-06") and (not claim.until or claim.until >= "2024-06")


def _neighbours(scale: Scale, record: Record, graph: "nx.MultiDiGraph[Any]") -> Line:
    """All claims that name a body, for every body, the index included."""
    bodies = [f"organization:{body}" for body in record.organizations]
    ours, found = best(scale.times, lambda: _by_index(record.as_of(DATE), bodies))
    yardstick, expected = best(scale.times, lambda: _by_edges(graph, bodies))
    assert found == expected
    return Line("read: the claims of each body", ours, yardstick, "in_edges and out_edges of the same networkx graph")


def _by_index(record: Record, bodies: list[str]) -> int:
    return sum(len(record.rows_of(body)) for body in bodies)


def _by_edges(graph: "nx.MultiDiGraph[Any]", bodies: list[str]) -> int:
    return sum(
        len([*graph.out_edges(body, keys=True), *graph.in_edges(body, keys=True)]) for body in bodies if body in graph
    )
