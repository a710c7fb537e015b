"""Contacts down the corridor: whom a body knows in its own country, by a recorded contact that still counts."""

from collections.abc import Mapping
from functools import lru_cache

from graph.analysis.bodies.kinds import NO_DOORS
from graph.columns import STANDINGS
from graph.record import Record


def home_ties(record: Record, body: str) -> Mapping[str, tuple[int, ...]]:
    """Return the bodies of the same country in contact with one body, each with the rows of the claims, best first."""
    country = record.organizations[body].country
    found = {other: rows for other, rows in contacts(record).get(body, {}).items() if country != "INT"}
    return {other: rows for other, rows in found.items() if is_door(record, other, country)}


def is_door(record: Record, body: str, country: str) -> bool:
    """Return whether a living body of a country is one that an officer would be sent to."""
    organization = record.organizations[body]
    return organization.country == country and organization.kind not in NO_DOORS and record.is_living(body)


@lru_cache(maxsize=4)
def contacts(record: Record) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
    """Return body -> body -> rows of the ties between them that count, the standing and newest first.

    A standing tie counts until it ends; an episode, dated by what happened, stays a recorded contact; what is only
    planned, and what a source reports as failed, does not count.
    """
    claims, names = record.claims, record.addresses
    found: dict[str, dict[str, list[int]]] = {}
    for row in record.rows("tie").tolist():
        standing = STANDINGS[claims.standing[row]]
        over = standing == "standing" and record.ended[row]
        if claims.absent[row] or standing == "planned" or over or not record.begun[row]:
            continue
        ends = [names[end].partition(":") for end in (claims.a[row], claims.b[row])]
        if all(kind == "organization" for kind, _, _ in ends):
            a, b = (name for _, _, name in ends)
            found.setdefault(a, {}).setdefault(b, []).append(row)
            found.setdefault(b, {}).setdefault(a, []).append(row)

    def order(row: int) -> tuple[bool, int, int]:
        return STANDINGS[claims.standing[row]] != "standing", -int(record.began[row]), row

    return {
        body: {other: tuple(sorted(rows, key=order)) for other, rows in sorted(others.items())}
        for body, others in found.items()
    }
