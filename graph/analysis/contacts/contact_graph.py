"""The graph of recorded contacts: services as nodes, an edge where any of their bodies are in contact."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import networkx as nx

from graph.analysis.bodies.services import services
from graph.analysis.routes.home_ties import contacts
from graph.record import Record


@lru_cache(maxsize=4)
def contact_graph(record: Record) -> "nx.Graph[Any]":
    """Return the services of all countries (and of INT), with the rows of the claims on each edge as `rows`.

    A contact counts as in home_ties.py: standing and not ended, or an episode that has happened; never one that is
    planned, nor one reported as failed.
    """
    graph = nx.Graph()
    of = service_of(record)
    graph.add_nodes_from(sorted(set(of.values())))
    for body, others in sorted(contacts(record).items()):
        for other, rows in others.items():
            if body < other and body in of and other in of and of[body] != of[other]:
                held = graph.get_edge_data(of[body], of[other], {}).get("rows", ())
                graph.add_edge(of[body], of[other], rows=(*held, *rows))
    return graph


@lru_cache(maxsize=4)
def service_of(record: Record) -> Mapping[str, str]:
    """Return the service of each living body of every country."""
    return {
        body: service for country in sorted(record.bodies) for body, service in services(record, country).of.items()
    }


def within(record: Record, country: str) -> "nx.Graph[Any]":
    """Return the part of the graph that lies in one country."""
    graph = contact_graph(record)
    return nx.Graph(graph.subgraph(service for service in graph if record.organizations[service].country == country))
