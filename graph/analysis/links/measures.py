"""Textbook measures of a graph, from networkx where it has them; None where a measure is not defined.

All take an undirected graph without weights unless they say otherwise. Kept for the command line: on pages the three
plain answers of brokers.py and fragility.py stand instead.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import networkx as nx


def betweenness(graph: "nx.Graph[Any]") -> dict[Any, float | None]:
    """Return the share of pairs of others between which each node lies, each pair once (Brandes 2001).

    Normalised by (n-1)(n-2)/2; None for fewer than three nodes.
    """
    if len(graph) < 3:
        return dict.fromkeys(graph)
    return dict(nx.betweenness_centrality(graph))


def constraint(graph: "nx.Graph[Any]") -> dict[Any, float | None]:
    """Return Burt's constraint (Structural Holes, 1992); above 1 is right in a triangle; None without contacts."""
    graph = _without_loops(graph)
    return {node: _defined(value) for node, value in nx.constraint(graph).items()} if graph.edges else _none(graph)


def effective_size(graph: "nx.Graph[Any]") -> dict[Any, float | None]:
    """Return Burt's effective size by Borgatti's formula (Connections 20, 1997); None without contacts."""
    graph = _without_loops(graph)
    return {node: _defined(value) for node, value in nx.effective_size(graph).items()} if graph.edges else _none(graph)


def _none(graph: "nx.Graph[Any]") -> dict[Any, float | None]:
    return dict.fromkeys(graph)


def _without_loops(graph: "nx.Graph[Any]") -> "nx.Graph[Any]":
    """A contact with oneself is none: no measure counts it."""
    loops = list(nx.selfloop_edges(graph))
    if not loops:
        return graph
    others = graph.copy()
    others.remove_edges_from(loops)
    return others


def _defined(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def cores(graph: "nx.Graph[Any]") -> dict[Any, int]:
    """Return the core number of each node (Batagelj and Zaversnik 2003)."""
    return dict(nx.core_number(_without_loops(graph)))


def articulation_points(graph: "nx.Graph[Any]") -> set[Any]:
    """Return the nodes without which a connected part falls apart."""
    return set(nx.articulation_points(graph))


def two_mode(graph: "nx.Graph[Any]", side: Iterable[Hashable]) -> dict[str, dict[Any, float]]:
    """Return degree, closeness and betweenness of a two-mode graph, normalised for both sides; `side` is one of them.

    Borgatti and Everett, Social Networks 19 (1997).
    """
    one = set(side)
    return {
        "degree": dict(nx.bipartite.degree_centrality(graph, one)),
        "closeness": dict(nx.bipartite.closeness_centrality(graph, one)),
        "betweenness": dict(nx.bipartite.betweenness_centrality(graph, one)),
    }


def participation(graph: "nx.Graph[Any]", groups: Mapping[Any, Hashable]) -> dict[Any, float | None]:
    """Return how evenly the contacts of each node go to all groups: 1 less the squared share of each; None without.

    0 where all go to one group, 1 - 1/m where they go evenly to m (Guimera and Amaral, Nature 433, 2005).
    """
    found = {}
    for node in graph:
        counts = Counter(groups[other] for other in graph[node] if other != node)
        total = counts.total()
        found[node] = 1 - sum((count / total) ** 2 for count in counts.values()) if total else None
    return found


def external_internal(graph: "nx.Graph[Any]", groups: Mapping[Any, Hashable]) -> dict[Any, float | None]:
    """Return the E-I index of each node: contacts outside its group less those within, by all; None without.

    From -1, all within, to 1, all outside (Krackhardt and Stern, Social Psychology Quarterly 51, 1988).
    """
    return {node: _index([groups[other] != groups[node] for other in graph[node] if other != node]) for node in graph}


def _index(outside: list[bool]) -> float | None:
    return (2 * sum(outside) - len(outside)) / len(outside) if outside else None


def gould_fernandez(graph: "nx.Graph[Any]", groups: Mapping[Any, Hashable]) -> dict[Any, dict[str, int]]:
    """Return for each node how often it stands between two that are not in contact, by their groups.

    Columns as in R's sna: w_I coordinator, w_O itinerant, b_IO representative, b_OI gatekeeper, b_O liaison, t all
    (Gould and Fernandez, Sociological Methodology 19, 1989). In a directed graph i -> j -> k without i -> k counts. In
    an undirected one each pair counts once, and what would be either of b_IO and b_OI stands in b_IO.
    """
    found = {}
    for node in graph:
        roles = dict.fromkeys(("w_I", "w_O", "b_IO", "b_OI", "b_O", "t"), 0)
        for one, other in _between(graph, node):
            role = _role(groups[one], groups[node], groups[other])
            roles["b_IO" if role == "b_OI" and not graph.is_directed() else role] += 1
            roles["t"] += 1
        found[node] = roles
    return found


def _between(graph: "nx.Graph[Any]", node: Any) -> Iterable[tuple[Any, Any]]:
    """The pairs of others that only a node joins."""
    before = [other for other in (graph.pred[node] if graph.is_directed() else graph[node]) if other != node]
    after = [other for other in graph[node] if other != node]
    place = {other: number for number, other in enumerate(before)}
    for one in before:
        for other in after:
            twice = not graph.is_directed() and place[other] < place[one]
            if one != other and not twice and not graph.has_edge(one, other):
                yield one, other


def _role(one: Hashable, broker: Hashable, other: Hashable) -> str:
    if one == other:
        return "w_I" if broker == one else "w_O"
    if broker == one:
        return "b_IO"
    return "b_OI" if broker == other else "b_O"
