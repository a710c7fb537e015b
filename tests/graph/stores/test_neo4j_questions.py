"""The questions of docs/neo4j.md, as they stand there, asked of the seed on a real server."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.model import Country, Organization
from graph.record import Record
from graph.stores.base import Store
from graph.vocabulary import AGREEMENTS, FUNCTIONS, THEMES
from tests.graph.stores.as_recorded import (
    body_at,
    claims_of,
    contacts,
    country_of,
    is_of_no_state,
    is_over,
    memberships,
    name_of,
)
from tests.servers import Server, Servers

pytestmark = pytest.mark.neo4j

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "neo4j.md").read_text(encoding="utf-8")
QUESTIONS = dict(re.findall(r"^### (\d+)\. .*?```cypher\n(.*?)```", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def server(servers: Servers, seed_store: Store) -> Iterator[Server]:
    servers[0].wipe()
    with servers[0].store() as store:
        store.replace(seed_store.batches())
    yield servers[0]
    servers[0].wipe()


def answer(server: Server, number: int) -> list[dict[str, Any]]:
    return server.ask(QUESTIONS[str(number)])


def answer_for(server: Server, number: int, example: str, other: str) -> list[dict[str, Any]]:
    """Ask a question with another id in the place of the one that the page gives as an example."""
    assert f"'{example}'" in QUESTIONS[str(number)]
    return server.ask(QUESTIONS[str(number)].replace(f"'{example}'", "$other"), other=other)


def row_counts(rows: Iterable[Mapping[str, Any]]) -> Counter[tuple[Any, ...]]:
    """How often each row stands there, whatever the order."""
    return Counter(tuple(row.values()) for row in rows)


def test_there_are_ten() -> None:
    assert list(QUESTIONS) == [str(number) for number in range(1, 11)]


@pytest.mark.parametrize("number", range(1, 11))
def test_every_question_is_answered(server: Server, number: int) -> None:
    rows = answer(server, number)
    assert rows
    assert all(any(row.values()) for row in rows)


def test_the_seed_on_the_server_is_the_seed(server: Server, seed: Record) -> None:
    with server.store() as store:
        record = store.read()
        assert record.addresses == seed.addresses
        assert record.claims.texts == seed.claims.texts
        assert [record.claim(row) for row in range(0, len(record.claims), 50)] == [
            seed.claim(row) for row in range(0, len(seed.claims), 50)
        ]
        assert store.verify() == []


def test_a_copy_is_the_same_byte_for_byte(server: Server, seed_store: Store, tmp_path: Path) -> None:
    with server.store() as store:
        store.backup(tmp_path / "server.jsonl")
    seed_store.backup(tmp_path / "memory.jsonl")
    assert (tmp_path / "server.jsonl").read_bytes() == (tmp_path / "memory.jsonl").read_bytes()


def test_who_else_counts_what_the_record_says(server: Server, seed: Record) -> None:
    for country in seed.countries:
        bodies = [body for body in map(seed.organizations.__getitem__, seed.bodies.get(country, ())) if not body.until]
        rows = answer_for(server, 1, "PK", country)
        expected = Counter(FUNCTIONS[function] for body in bodies for function in body.functions)
        assert {row["function"]: row["bodies"] for row in rows} == expected
        for row in rows:
            names = [
                body.acronym or body.name for body in bodies if row["function"] in map(FUNCTIONS.get, body.functions)
            ]
            assert len(row["some"]) == min(5, len(names))
            assert not Counter(row["some"]) - Counter(names)


def test_contacts_are_those_of_the_record(server: Server, seed: Record) -> None:
    for body in seed.bodies["PK"]:
        expected = Counter(
            (
                seed.organizations[name_of(other)].name,
                tie.role.upper().replace("-", "_"),
                tie.standing,
                tie.since or None,
                seed.sources[tie.source].title,
            )
            for tie, other in contacts(seed).get(f"organization:{body}", ())
            if not is_over(seed, other)
        )
        assert row_counts(answer_for(server, 2, "pk-customs", body)) == expected


def responsibilities(record: Record, country: str) -> dict[str, dict[str, set[str]]]:
    """What each body of a country answers for, and the sources that say so: address -> subject -> sources."""
    found: dict[str, dict[str, set[str]]] = {}
    for claim in claims_of(record, "responsibility"):
        body = body_at(record, claim.a)
        if body and body.country == country and not (body.until or claim.until):
            subject = (THEMES | AGREEMENTS)[name_of(claim.b)]
            found.setdefault(body.id, {}).setdefault(subject, set()).add(claim.source)
    return found


def above(record: Record, body: str) -> Iterator[str]:
    """The bodies that a body is part of."""
    while parent := record.organizations[body].parent:
        yield parent
        body = parent


def are_apart(record: Record, a: str, b: str) -> bool:
    """Whether two bodies have no contact, and neither is part of the other."""
    known = {name_of(other) for _, other in contacts(record).get(f"organization:{a}", ())}
    return not (b in known or b in above(record, a) or a in above(record, b))


def test_pairs_without_contact_are_those_of_the_record(server: Server, seed: Record) -> None:
    for country in seed.countries:
        answered = {
            (row["a"], row["b"]): tuple(set(row[said]) for said in ("subjects", "sources_on_a", "sources_on_b"))
            for row in answer_for(server, 3, "LK", country)
        }
        subjects = responsibilities(seed, country)
        assert answered == {
            (seed.organizations[a].name, seed.organizations[b].name): (
                shared,
                set().union(*(subjects[a][subject] for subject in shared)),
                set().union(*(subjects[b][subject] for subject in shared)),
            )
            for a, b in combinations(sorted(subjects), 2)
            if (shared := subjects[a].keys() & subjects[b].keys()) and are_apart(seed, a, b)
        }


def members_from(record: Record, country: str) -> dict[str, set[str]]:
    """The country, and the bodies of it, that are in each network, by its name."""
    found: dict[str, set[str]] = {}
    for claim in memberships(record):
        if country_of(record, claim.a) == country:
            found.setdefault(record.networks[name_of(claim.b)].name, set()).add(name_of(claim.a))
    return found


def test_shared_networks_are_those_of_the_record(server: Server, seed: Record) -> None:
    thailand = members_from(seed, "TH")
    for country in seed.countries.keys() - {"TH"}:
        answered = {
            row["network"]: (set(row["from_pakistan"]), set(row["from_thailand"]))
            for row in answer_for(server, 4, "PK", country)
        }
        found = members_from(seed, country)
        assert answered == {network: (found[network], thailand[network]) for network in found.keys() & thailand.keys()}


def test_bodies_in_a_network_are_those_of_the_record(server: Server, seed: Record) -> None:
    for network in seed.networks:
        expected = Counter(
            (_name_of_country(seed, body.country), body.name, claim.role, claim.source)
            for claim in memberships(seed)
            if claim.b == f"network:{network}" and (body := body_at(seed, claim.a)) and body.country != "INT"
            if not is_of_no_state(seed, claim.a)
        )
        assert row_counts(answer_for(server, 5, "aseanapol", network)) == expected


def _name_of_country(record: Record, code: str) -> str:
    return record.countries[code].name if code in record.countries else code


@cache
def roles_between(record: Record) -> Mapping[frozenset[str], list[str]]:
    """The roles of each body in each network, by both addresses."""
    roles: dict[frozenset[str], list[str]] = {}
    for claim in memberships(record):
        if body_at(record, claim.a):
            roles.setdefault(frozenset((claim.a, claim.b)), []).append(claim.role)
    return roles


def ways(record: Record, start: str, end: str) -> list[tuple[list[str], list[str]]]:
    """The shortest ways between two bodies along memberships of bodies, by the names on the way and the roles."""
    roles = roles_between(record)
    graph = nx.Graph(tuple(ends) for ends in roles)
    if not (start in graph and end in graph and nx.has_path(graph, start, end)):
        return []
    return sorted(
        ([_shown(record, address) for address in way], list(said))
        for way in nx.all_shortest_paths(graph, start, end)
        if len(way) <= 7
        for said in product(*(roles[frozenset(ends)] for ends in pairwise(way)))
    )


def _shown(record: Record, address: str) -> str:
    body = body_at(record, address)
    return body.shown if body else record.networks[name_of(address)].shown


def test_ways_are_the_shortest_through_networks_and_bodies(server: Server, seed: Record) -> None:
    here = "organization:pk-customs"
    members = {claim.a for claim in claims_of(seed, "membership") if body_at(seed, claim.a)}
    for body in sorted(members - {here}):
        answered = [(row["way"], row["roles"]) for row in answer_for(server, 6, "th-customs", name_of(body))]
        assert answered == ways(seed, here, body)[:10]


def networks_about(record: Record, theme: str) -> dict[str, set[str]]:
    """The networks about a theme that each body is in."""
    found: dict[str, set[str]] = {}
    for claim in memberships(record):
        if body_at(record, claim.a) and theme in record.networks[name_of(claim.b)].themes:
            found.setdefault(name_of(claim.a), set()).add(name_of(claim.b))
    return found


def test_bodies_in_most_networks_are_those_of_the_record(server: Server, seed: Record) -> None:
    for theme in THEMES:
        rows = [(row | {"which": set(row["which"])}) for row in answer_for(server, 7, "wildlife", theme)]
        found = [(seed.organizations[body], which) for body, which in networks_about(seed, theme).items()]
        most = sorted(found, key=lambda one: (-len(one[1]), one[0].name))[:10]
        assert rows == [
            {"body": body.name, "country": body.country, "networks": len(which), "which": which} for body, which in most
        ]


def test_seats_without_holder_are_those_of_the_record(server: Server, seed: Record) -> None:
    expected = Counter(
        (network.name, network.end_year or None, seat.name, seat.holder_kind or None, seat.source)
        for seat in claims_of(seed, "seat")
        for network in [seed.networks[name_of(seat.a)]]
        if not (seat.b or seat.until)
    )
    assert row_counts(answer(server, 8)) == expected


def test_problems_are_those_of_the_record(server: Server, seed: Record) -> None:
    problems = [tie for tie in claims_of(seed, "tie") if tie.status == "absent"]
    expected = Counter(
        (a.name, b.name, tie.role, tie.since or None, tie.note or None, source.title, source.url or None)
        for tie in problems
        for source in [seed.sources[tie.source]]
        if (a := body_at(seed, tie.a)) and (b := body_at(seed, tie.b))
    )
    assert row_counts(answer(server, 9)) == expected


def trained(record: Record, country: str) -> dict[tuple[str | None, str, str | None], set[str]]:
    """Who of a country took part in which training or workshop: date, name and topic -> names."""
    found: dict[tuple[str | None, str, str | None], set[str]] = {}
    for claim in claims_of(record, "participation"):
        event, who = record.events[name_of(claim.b)], record.node(claim.a)
        is_here = country_of(record, claim.a) == country and not is_of_no_state(record, claim.a)
        if is_here and claim.role == "participant" and event.kind in ("training", "workshop"):
            assert isinstance(who, Country | Organization)
            found.setdefault((event.start or None, event.name, event.topic or None), set()).add(who.name)
    return found


def test_the_trained_are_those_of_the_record(server: Server, seed: Record) -> None:
    for country in seed.countries:
        rows = answer_for(server, 10, "PK", country)
        assert {(row["when"], row["event"], row["topic"]): set(row["who"]) for row in rows} == trained(seed, country)
        days = [row["when"] for row in rows]
        assert days == sorted(filter(None, days), reverse=True) + [None] * days.count(None)
