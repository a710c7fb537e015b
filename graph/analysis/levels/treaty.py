"""The treaty level: bodies with a role under one agreement in a country, their circles, and their link to customs.

treaty(record, agreement="cites")             every country, and counts between countries
treaty(record, country="PK")                  every agreement of a country
"""

from collections.abc import Iterable

import numpy as np

from graph import vocabulary
from graph.analysis.bodies.customs import customs_service
from graph.analysis.bodies.services import service_of
from graph.analysis.bodies.successors import today
from graph.analysis.contacts.circles import circles_of
from graph.analysis.contacts.contact_values import PLANNED
from graph.analysis.contacts.contacts import contact_rows
from graph.analysis.gaps.screening import Screening, screen
from graph.answers import CustomsLink, Evidenced, FocalPoints, TreatyAnswer, TreatyGroup
from graph.record import Record


def treaty(record: Record, country: str = "", agreement: str = "") -> TreatyAnswer:
    """Answer `gaps` at the treaty level; groups in the order of countries, then of agreements; empty ones left out."""
    countries = (country,) if country else tuple(sorted(record.countries))
    agreements = (agreement,) if agreement else tuple(vocabulary.AGREEMENTS)
    groups = [group for code in countries for name in agreements if (group := _group(record, code, name))]
    return {
        "level": "treaty",
        "groups": groups,
        "focal_points": [] if country else [focal_points(record, name) for name in agreements],
    }


def _group(record: Record, country: str, agreement: str) -> TreatyGroup | None:
    bodies = role_holders(record, country, agreement)
    if not bodies:
        return None
    seen = screen(record, country)
    return {
        **circles_of(seen, bodies),
        "agreement": agreement,
        "country": {"id": country, "name": record.country_name(country)},
        "customs": _customs_link(seen, [body["id"] for body in bodies]),
    }


def role_holders(record: Record, country: str, agreement: str) -> list[Evidenced]:
    """Return the bodies with a role under an agreement by claims in force, an ended one by its successor."""
    found: dict[str, list[int]] = {}
    for row in record.rows_of(f"agreement:{agreement}", "responsibility").tolist():
        kind, _, body = record.addresses[record.claims.a[row]].partition(":")
        if kind == "organization" and record.in_force[row] and not record.claims.absent[row]:
            holder = today(record, body)
            if holder and record.organizations[holder].country == country:
                found.setdefault(holder, []).append(row)
    return [
        {"id": body, "name": record.organizations[body].name, "claims": record.claim_ids(rows)}
        for body, rows in sorted(found.items())
    ]


def _customs_link(seen: Screening, bodies: Iterable[str]) -> CustomsLink:
    """Who of the group customs is in recorded contact with; a role that customs holds itself is a link."""
    customs = customs_service(seen.record, seen.country)
    if customs is None:
        return {"customs": None, "found": False, "reached": [], "claims": []}
    place = seen.block.service_place[customs]
    reached, rows = [], []
    for body in bodies:
        other = seen.block.service_place[seen.block.houses.of[body]]
        pair = min(place, other), max(place, other)
        if place == other or seen.found[pair]:
            reached.append(body)
            rows += contact_rows(seen, pair) if place != other else []
    return {
        "customs": {"id": customs, "name": seen.record.organizations[customs].name},
        "found": bool(reached),
        "reached": reached,
        "claims": seen.record.claim_ids(dict.fromkeys(rows)),
    }


def focal_points(record: Record, agreement: str) -> FocalPoints:
    """Count the services with a role under an agreement, their pairs between countries, and recorded contacts.

    A contact is confirmed, not only planned, and has not ended; no pair is listed.
    """
    group = sorted({service_of(record, body["id"]) for body in _everywhere(record, agreement)})
    countries = [record.organizations[service].country for service in group]
    alike = sum(countries.count(country) ** 2 for country in set(countries))
    return {
        "agreement": agreement,
        "bodies": len(group),
        "pairs": (len(group) ** 2 - alike) // 2,
        "contacts": _contacts(record, group),
    }


def _everywhere(record: Record, agreement: str) -> list[Evidenced]:
    return [body for country in record.countries for body in role_holders(record, country, agreement)]


def _contacts(record: Record, group: list[str]) -> int:
    """How many pairs of services of a group, of different countries, are in contact: one pass over all ties."""
    place = np.full(len(record.addresses), -1, np.int32)
    for number, service in enumerate(group):
        country = record.organizations[service].country
        units = [body for body in record.bodies[country] if service_of(record, body) == service]
        place[[record.number[f"organization:{body}"] for body in units]] = number
    country_of = np.array([record.organizations[service].country for service in group], object)
    claims, rows = record.claims, record.rows("tie")
    a, b = place[claims.a[rows]], place[claims.b[rows]]
    planned = claims.standing[rows] == PLANNED
    counts = (a >= 0) & (b >= 0) & record.in_force[rows] & ~claims.absent[rows] & ~planned
    a, b = np.minimum(a[counts], b[counts]), np.maximum(a[counts], b[counts])
    between = country_of[a] != country_of[b]
    return len(np.unique(a[between].astype(np.int64) * len(group) + b[between]))
