"""Who links others in a country, and who is the only link of two that ought to be in contact."""

from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx

from graph.analysis.contacts.contact_graph import contact_graph, within
from graph.analysis.gaps.screening import screen
from graph.analysis.links.key_players import fragmentation, key_players
from graph.analysis.links.measures import (
    articulation_points,
    betweenness,
    constraint,
    cores,
    effective_size,
    external_internal,
    gould_fernandez,
    participation,
)
from graph.analysis.names.named import named_body
from graph.answers import BrokersAnswer, KeyPlayers, LinksOthers, Measured, MeasuresAnswer, Roles, SoleLink
from graph.columns import ROLES
from graph.record import Record

PLAYERS = (1, 2, 3)  # How large the sets of key players are that are named.


def brokers(record: Record, country: str, theme: str = "") -> BrokersAnswer:
    """Return the services on the shortest ways between others, and those that are the only link of an expected pair.

    `betweenness` is the share of all pairs of services of the country that have any recorded contact. A sole link:
    contact is expected (by the reasons of a theme if one is given), none is recorded, and the two have exactly one
    recorded contact in common.
    """
    graph = _linked(record, country)
    return {"links_others": _links_others(record, graph), "sole_link": _sole_links(record, graph, country, theme)}


def _links_others(record: Record, graph: "nx.Graph[Any]") -> list[LinksOthers]:
    found: list[LinksOthers] = [
        {
            **named_body(record, service),
            "claims": _claims(record, graph, service, graph[service]),
            "betweenness": round(value, 6),
        }
        for service, value in betweenness(graph).items()
        if value
    ]
    return sorted(found, key=lambda one: (-one["betweenness"], one["id"]))


def _sole_links(record: Record, graph: "nx.Graph[Any]", country: str, theme: str) -> list[SoleLink]:
    seen = screen(record, country, theme)
    of: dict[str, list[list[str]]] = {}
    for i, j in seen.expected_pairs:
        a, b = seen.block.services[i], seen.block.services[j]
        if a not in graph or b not in graph:
            continue
        both = set(graph[a]) & set(graph[b])
        if len(both) == 1 and not graph.has_edge(a, b) and not seen.found[i, j]:
            of.setdefault(both.pop(), []).append([a, b])
    found: list[SoleLink] = [
        {
            **named_body(record, service),
            "claims": _claims(record, graph, service, sorted({end for pair in pairs for end in pair})),
            "pairs": pairs,
        }
        for service, pairs in of.items()
    ]
    return sorted(found, key=lambda one: (-len(one["pairs"]), one["id"]))


def measures(record: Record, country: str, theme: str = "") -> MeasuresAnswer:
    """Return the same with the textbook measures of each service that has a recorded contact, and the key players.

    Within the country, but for the roles: these are read from contacts across borders, by country. A service with
    contacts abroad only has no others.
    """
    graph = _linked(record, country)
    return {
        **brokers(record, country, theme),
        "measures": _measured(record, graph, within(record, country)),
        "key_players": [_players(record, graph, size) for size in PLAYERS if size < len(graph)],
    }


def _linked(record: Record, country: str) -> "nx.Graph[Any]":
    """The services of a country that have a recorded contact in it."""
    graph = within(record, country)
    return nx.Graph(graph.subgraph(service for service in graph if graph[service]))


def _measured(record: Record, graph: "nx.Graph[Any]", whole: "nx.Graph[Any]") -> list[Measured]:
    between, bound, effective = betweenness(graph), constraint(graph), effective_size(graph)
    core, cuts = cores(graph), articulation_points(graph)
    every = contact_graph(record)
    linked = [service for service in whole if every[service]]
    near, countries = _near(record, linked)
    roles, outside, spread = _roles(near, countries), external_internal(near, countries), participation(near, countries)
    found: list[Measured] = [
        {
            **named_body(record, service),
            "contacts": whole.degree[service],
            "kinds": sorted({ROLES[record.claims.role[row]] for row in _rows(every, service)}),
            "betweenness": between.get(service),
            "constraint": bound.get(service),
            "effective_size": effective.get(service),
            "core": core.get(service, 0),
            "articulation": service in cuts,
            "e_i": outside[service],
            "participation": spread[service],
            "roles": roles[service],
        }
        for service in linked
    ]
    return sorted(found, key=lambda one: (-(one["betweenness"] or 0), -one["contacts"], one["id"]))


def _near(record: Record, services: Sequence[str]) -> tuple["nx.Graph[Any]", dict[str, str]]:
    """The services with all their contacts, at home and abroad, and the country of each."""
    whole = contact_graph(record)
    near = nx.Graph(whole.subgraph({*services, *(other for service in services for other in whole[service])}))
    return near, {service: record.organizations[service].country for service in near}


def _roles(near: "nx.Graph[Any]", countries: dict[str, str]) -> dict[str, Roles]:
    found = gould_fernandez(near, countries)
    return {
        service: {
            "coordinator": found[service]["w_I"],
            "itinerant": found[service]["w_O"],
            "representative": found[service]["b_IO"],
            "liaison": found[service]["b_O"],
            "total": found[service]["t"],
        }
        for service in near
    }


def _players(record: Record, graph: "nx.Graph[Any]", size: int) -> KeyPlayers:
    found = key_players(graph, size)
    return {
        "bodies": [named_body(record, service) for service in found.nodes],
        "fragmentation": round(found.fragmentation, 6),
        "before": round(fragmentation(graph), 6),
        "exhaustive": found.exhaustive,
    }


def _rows(graph: "nx.Graph[Any]", service: str) -> list[int]:
    return [row for other in graph[service] for row in graph.edges[service, other]["rows"]]


def _claims(record: Record, graph: "nx.Graph[Any]", service: str, others: Iterable[str]) -> list[str]:
    rows = (row for other in others for row in graph.edges[service, other]["rows"])
    return record.claim_ids(dict.fromkeys(rows))
