"""A made-up record of a size that no loop would make: its claims are drawn as whole columns."""

from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.made_up import codes
from bench.scale import DATE
from graph import vocabulary
from graph.columns import KINDS, ROLES, STANDINGS, Claims
from graph.model import Country, Network, Organization, Site, Source, Thing
from graph.record import Record, record_of

KIND_OF_BODY, FUNCTIONS = tuple(vocabulary.ORGANIZATION_KINDS), tuple(vocabulary.FUNCTIONS)
THEMES, AGREEMENTS, TIES = tuple(vocabulary.THEMES), tuple(vocabulary.AGREEMENTS), tuple(vocabulary.TIE_SENTENCES)
# For each body: ties, memberships, responsibilities, presences; and how often a tie stays in its country.
TIES_A_BODY, SEATS_A_BODY, AT_HOME = 50, 11, 0.9
NETWORKS_A_COUNTRY, SITES_A_COUNTRY, UNITS = 25, 5, 4
DATES = (0, 20120000, 20190500, 20231125, 20250000)

Numbers = NDArray[np.int64]


@lru_cache(maxsize=2)
def large(countries: int, bodies: int) -> Record:
    """Return a record of countries with as many bodies each, 50 ties and 11 memberships a body, 25 networks a country.

    At 200 x 100: a million ties, 5,000 networks, 220,000 memberships; the same every time.
    """
    draw = np.random.default_rng(1)
    empty = record_of(1, _nodes(countries, bodies, draw), (), DATE)
    organizations = np.array([empty.number[f"organization:{name}"] for name in _names(countries, bodies)])
    networks = np.array([empty.number[network.address] for network in empty.networks.values()])
    sites = np.array([empty.number[site.address] for site in empty.sites.values()]).reshape(countries, -1)
    columns = [
        _ties(organizations, bodies, draw),
        _seats(organizations, networks, draw),
        _duties(organizations, empty, draw),
        _presences(organizations, sites, bodies, draw),
    ]
    return replace(empty, claims=_claims(columns, empty.number["source:register"]))


def _names(countries: int, bodies: int) -> list[str]:
    return [f"{code.lower()}-{place:05}" for code in codes(countries) for place in range(bodies)]


def _nodes(countries: int, bodies: int, draw: np.random.Generator) -> list[Thing]:
    """Countries in a ring of neighbours, bodies of which every fourth is a unit of the one before, networks, sites."""
    ring = codes(countries)
    nodes: list[Thing] = [Source(id="register", title="Register", kind="web page", published="2024")]
    nodes += [Country(id=code, name=code, coast="yes", neighbours=_beside(ring, at)) for at, code in enumerate(ring)]
    kinds = draw.integers(len(KIND_OF_BODY), size=countries * bodies).tolist()
    does = draw.integers(len(FUNCTIONS), size=(countries * bodies, 2)).tolist()
    names = _names(countries, bodies)
    for number, (name, kind, functions) in enumerate(zip(names, kinds, does, strict=True)):
        place = number % bodies
        nodes.append(
            Organization(
                id=name,
                name=name,
                country=ring[number // bodies],
                kind="customs" if place == 0 else KIND_OF_BODY[kind],
                functions=tuple(FUNCTIONS[one] for one in sorted(set(functions))),
                parent=names[number - 1] if place % UNITS == UNITS - 1 else "",
            )
        )
    about = draw.integers(len(THEMES), size=(NETWORKS_A_COUNTRY * countries, 2)).tolist()
    for number, themes in enumerate(about):
        own = tuple(THEMES[one] for one in sorted(set(themes)))
        nodes.append(Network(id=f"net-{number:05}", name="Net", kind="network", scope="regional", themes=own))
    for code in ring:
        nodes += [
            Site(id=f"{code.lower()}-s{i}", name="S", kind="seaport", country=code) for i in range(SITES_A_COUNTRY)
        ]
    return nodes


def _beside(ring: list[str], at: int) -> tuple[str, ...]:
    return tuple(sorted({ring[at - 1], ring[(at + 1) % len(ring)]} - {ring[at]}))


Columns = dict[str, Numbers]


def _ties(organizations: Numbers, bodies: int, draw: np.random.Generator) -> Columns:
    size = len(organizations) * TIES_A_BODY
    a = draw.integers(len(organizations), size=size)
    home = a // bodies * bodies + draw.integers(bodies, size=size)
    b = np.where(draw.random(size) < AT_HOME, home, draw.integers(len(organizations), size=size))
    b = np.where(a == b, (b + 1) % len(organizations), b)
    return {
        "kind": np.full(size, KINDS.index("tie")),
        "a": organizations[a],
        "b": organizations[b],
        "role": np.array([ROLES.index(role) for role in TIES])[draw.integers(len(TIES), size=size)],
        "standing": draw.integers(1, len(STANDINGS), size=size),
        "absent": (draw.random(size) < 0.01).astype(int),
        "since": np.array(DATES)[draw.integers(len(DATES), size=size)],
        "until": np.where(draw.random(size) < 0.1, 20260600, 0),
    }


def _seats(organizations: Numbers, networks: Numbers, draw: np.random.Generator) -> Columns:
    size = len(organizations) * SEATS_A_BODY
    roles = np.array([ROLES.index(role) for role in ("member", "member", "observer")])
    return {
        "kind": np.full(size, KINDS.index("membership")),
        "a": np.repeat(organizations, SEATS_A_BODY),
        "b": networks[draw.integers(len(networks), size=size)],
        "role": roles[draw.integers(len(roles), size=size)],
    }


def _duties(organizations: Numbers, record: Record, draw: np.random.Generator) -> Columns:
    subjects = [f"theme:{theme}" for theme in THEMES] + [f"agreement:{agreement}" for agreement in AGREEMENTS]
    numbers = np.array([record.number[subject] for subject in subjects])
    return {
        "kind": np.full(len(organizations), KINDS.index("responsibility")),
        "a": organizations,
        "b": numbers[draw.integers(len(numbers), size=len(organizations))],
        "role": np.full(len(organizations), ROLES.index("enforcement")),
    }


def _presences(organizations: Numbers, sites: Numbers, bodies: int, draw: np.random.Generator) -> Columns:
    country = np.arange(len(organizations)) // bodies
    return {
        "kind": np.full(len(organizations), KINDS.index("presence")),
        "a": organizations,
        "b": sites[country, draw.integers(sites.shape[1], size=len(organizations))],
        "role": np.full(len(organizations), ROLES.index("")),
    }


def _claims(columns: list[Columns], source: int) -> Claims:
    """Return columns of several kinds as one, in the order of kinds; what a kind does not say is empty."""
    size = sum(len(one["a"]) for one in columns)
    types = {field.name: field.type for field in fields(Claims)}
    empty = {"theme": -1, "through": -1, "source": source, "since": 20240000}
    whole: dict[str, Any] = {
        name: np.full(size, empty.get(name, 0), np.int32) for name in types if name not in ("texts", "id")
    }
    begin = 0
    for one in columns:
        end = begin + len(one["a"])
        for name, values in one.items():
            whole[name][begin:end] = values
        begin = end
    whole.update({name: whole[name].astype(np.int8) for name in ("kind", "role", "standing")})
    whole.update({name: whole[name].astype(bool) for name in ("directed", "absent")})
    return Claims(id=np.arange(size, dtype=np.uint64), texts=("",), **whole)
