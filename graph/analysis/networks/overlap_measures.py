"""Networks and their members as one graph of two modes, and who is central in it."""

from collections.abc import Sequence

import networkx as nx

from graph.analysis.links.measures import two_mode
from graph.analysis.networks.overlap import circle_of, compared, overlap
from graph.analysis.networks.surprise import surprises
from graph.answers import OverlapMeasuresAnswer, TwoMode
from graph.record import Record


def overlap_measures(
    record: Record, networks: Sequence[str] = (), theme: str = "", *, by_country: bool = False
) -> OverlapMeasuresAnswer:
    """Return what networks share with degree, closeness and betweenness of each and of their members.

    Normalised for each side by its greatest possible value, so that both sides can be compared (Borgatti and Everett
    1997). The networks first, each side by betweenness. And how surprising each overlap is, had every network drawn its
    members by lot from all that are recorded in any.
    """
    answer = overlap(record, networks, theme, by_country=by_country)
    circles = {name: circle_of(record, name, by_country=by_country) for name in compared(record, networks, theme)}
    graph = nx.Graph()
    graph.add_nodes_from(f"network:{name}" for name in circles)
    for name, circle in circles.items():
        graph.add_edges_from((f"network:{name}", member) for member in circle)
    universe = len({member for name in record.networks for member in circle_of(record, name, by_country=by_country)})
    sizes = {name: len(circle) for name, circle in circles.items()}
    return {
        **answer,
        "two_mode": _two_mode(record, graph),
        "universe": universe,
        "surprise": surprises(answer["pairs"], sizes, universe),
    }


def _two_mode(record: Record, graph: "nx.Graph[str]") -> list[TwoMode]:
    side = [node for node in graph if node.startswith("network:")]
    if not graph.edges:
        return []
    found = two_mode(graph, side)
    shown: list[TwoMode] = [
        {
            "id": node.partition(":")[2],
            "name": _name(record, node),
            "what": "network" if node in side else "member",
            "degree": found["degree"][node],
            "closeness": found["closeness"][node],
            "betweenness": found["betweenness"][node],
        }
        for node in graph
    ]
    return sorted(shown, key=lambda one: (one["what"] == "member", -one["betweenness"], -one["degree"], one["id"]))


def _name(record: Record, address: str) -> str:
    kind, _, name = address.partition(":")
    if kind == "country":
        return record.country_name(name)
    return (record.networks if kind == "network" else record.organizations)[name].name
