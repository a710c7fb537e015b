"""The claims of each country, so that a block reads its own and not those of the whole record."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.columns import Numbers
from graph.record import Record, Rows

# Kinds that join two bodies: one is of a country where both ends are.
TWO_BODIES = frozenset(("tie", "decision"))
NO_COUNTRY = -1


def rows_in(record: Record, kind: str, country: str) -> Rows:
    """Return the rows of all claims of a kind whose body, or both bodies, are of a country, in order."""
    rows, begins = _grouped(record, kind)
    place = _places(record).get(country)
    return rows[begins[place] : begins[place + 1]] if place is not None else rows[:0]


@lru_cache(maxsize=32)
def _grouped(record: Record, kind: str) -> tuple[Rows, NDArray[np.intp]]:
    """Claim rows grouped by country, and where each country begins; claims of no one country are left out."""
    claims, span, of = record.claims, record.span(kind), country_of_node(record)
    country = of[claims.a[span]]
    if kind in TWO_BODIES:
        country = np.where(of[claims.b[span]] == country, country, NO_COUNTRY)
    # A stable sort of small numbers is a counting sort, linear in the claims.
    order = np.argsort(country, kind="stable")
    begins = np.searchsorted(country[order], np.arange(len(_places(record)) + 1))
    return order + span.start, begins


@lru_cache(maxsize=4)
def _places(record: Record) -> dict[str, int]:
    return {country: place for place, country in enumerate(sorted(record.bodies))}


@lru_cache(maxsize=4)
def living(record: Record) -> Mapping[str, tuple[str, ...]]:
    """Return the bodies of each country that exist on the record's date, sorted."""
    dated = {body.id for body in record.organizations.values() if body.since or body.until}
    return {
        code: tuple(body for body in bodies if body not in dated or record.is_living(body))
        for code, bodies in record.bodies.items()
    }


@lru_cache(maxsize=4)
def country_of_node(record: Record) -> NDArray[np.int16]:
    """Return for each node number the place of its body's country, `NO_COUNTRY` for what is no body."""
    places = _places(record)
    found = np.full(len(record.addresses) + 1, NO_COUNTRY, np.int16)  # the last one is for an end that is empty
    found[numbers_of_bodies(record)] = [places[body.country] for body in record.organizations.values()]
    return found


@lru_cache(maxsize=4)
def numbers_of_bodies(record: Record) -> Rows:
    """Return the node number of every body, in the order of the record."""
    return np.array([record.number[f"organization:{body}"] for body in record.organizations], np.intp)


@lru_cache(maxsize=4)
def members_in_force(record: Record) -> Numbers:
    """Return for each node number how many bodies and countries are members of it, by memberships in force."""
    rows = record.rows("membership")
    rows = rows[record.in_force[rows]]
    pairs = record.claims.b[rows].astype(np.int64) * len(record.addresses) + record.claims.a[rows]
    pairs.sort()
    networks = pairs[np.concatenate([[True], pairs[1:] != pairs[:-1]])[: len(pairs)]] // len(record.addresses)
    return np.bincount(networks, minlength=len(record.addresses)).astype(np.int32)
