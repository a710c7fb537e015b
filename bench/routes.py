"""Routes through networks, against networkx.shortest_simple_paths on the two-mode graph of bodies and networks."""

from itertools import islice
from typing import Any

import networkx as nx

from bench.clock import best, best_of, cold
from bench.line import Line
from bench.scale import PROMISED_CLICK, Scale
from bench.seed import seed
from graph.analysis.routes.routes import routes
from graph.answers import RoutesAnswer
from graph.record import Record

WANTED, LOOKED_AT = 5, 500
PAIRS = (("pk-customs", "th-customs"), ("pk-nou", "vn-customs"), ("lk-customs", "cn-gacc"))
Sequences = list[tuple[str, ...]]


def measure(scale: Scale) -> list[Line]:
    """Return the time of the first question to a record, and of the slowest of several others after it."""
    graph = two_mode(seed())
    kept = cold(seed())
    first, _ = best_of(scale.times, lambda: cold(seed()), lambda record: _ask(record, *PAIRS[0]))
    lines = [Line("routes: the first question to a record", first, promise=PROMISED_CLICK)]
    return lines + [_line(scale, kept, graph, *pair) for pair in PAIRS]


def two_mode(record: Record) -> "nx.Graph[Any]":
    """Return who is recorded in which network: bodies, and countries as the members that many networks name."""
    graph = nx.Graph(record.to_networkx("membership"))
    for body in record.organizations.values():
        if body.country in record.countries and f"country:{body.country}" in graph:
            graph.add_edge(f"organization:{body.id}", f"country:{body.country}")
    return graph


def _ask(record: Record, start: str, target: str) -> RoutesAnswer:
    return routes(record, f"organization:{start}", f"organization:{target}", WANTED)


def _line(scale: Scale, record: Record, graph: "nx.Graph[Any]", start: str, target: str) -> Line:
    _ask(record, start, target)  # what rests on the record alone is kept after the first question
    ours, answer = best(scale.times, lambda: _ask(record, start, target))
    yardstick, (sequences, looked_at) = best(1, lambda: _paths(graph, start, target))
    found = {tuple(step["network"]["id"] for step in route["steps"]) for route in answer["routes"]}
    assert len(found) == len(answer["routes"]), "a sequence of networks comes twice"
    against = f"shortest_simple_paths: {len(sequences)} sequences of networks in {looked_at} paths; ours {len(found)}"
    return Line(f"routes: {start} to {target}", ours, yardstick, against, PROMISED_CLICK)


def _paths(graph: "nx.Graph[Any]", start: str, target: str) -> tuple[Sequences, int]:
    """As many distinct sequences of networks as are wanted, among the first paths."""
    ends = f"organization:{start}", f"organization:{target}"
    found: dict[tuple[str, ...], None] = {}
    looked_at = 0
    for path in islice(nx.shortest_simple_paths(graph, *ends), LOOKED_AT):
        looked_at += 1
        found.setdefault(tuple(node for node in path if node.startswith("network:")))
        if len(found) == WANTED:
            break
    return list(found), looked_at
