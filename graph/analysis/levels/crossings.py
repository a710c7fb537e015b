"""Crossings between two countries: who is recorded on either side, and whether the two sides are in contact."""

from itertools import product

from graph.analysis.bodies.presences import present, sides_of, site_name
from graph.analysis.bodies.services import service_of
from graph.analysis.contacts.contacts import contact_rows
from graph.analysis.gaps.screening import Screening, screening_of
from graph.analysis.levels.across import across
from graph.analysis.levels.at_site import evidenced
from graph.answers import Across, Crossing, Side
from graph.record import Record


def crossings(record: Record, country: str = "") -> list[Crossing]:
    """Return the crossings of a country, of all where none is given: both rows of one crossing as one.

    Those that can be judged come first, then by id. Contact is judged only where bodies of both sides are recorded.
    """
    ids = {
        sides_of(record, site.id)[0]
        for site in record.sites.values()
        if site.neighbour and country in ("", site.country, site.neighbour)
    }
    found = [_crossing(record, site, country) for site in sorted(ids)]
    return sorted(found, key=lambda crossing: crossing["status"] in ("other side not recorded", "no body recorded"))


def _crossing(record: Record, site: str, reader: str) -> Crossing:
    sides = _sides(record, site, reader)
    recorded = [side for side in sides if side["bodies"]]
    status: Across = "other side not recorded" if recorded else "no body recorded"
    claims: list[str] = []
    if len(recorded) > 1:
        status, claims = _contact(record, recorded)
    return {
        "site": {"id": site, "name": site_name(record, site, reader)},
        "sides": sides,
        "status": status,
        "claims": claims,
    }


def _sides(record: Record, site: str, reader: str) -> list[Side]:
    """Return who is recorded on each side, the reader's own side first."""
    node = record.sites[site]
    bodies = [evidenced(record, one) for one in present(record, sides_of(record, site))]
    return [
        {
            "country": {"id": code, "name": record.country_name(code)},
            "bodies": [body for body in bodies if record.organizations[body["id"]].country == code],
        }
        for code in sorted((node.country, node.neighbour), key=lambda code: bool(reader) and code != reader)
    ]


def _contact(record: Record, sides: list[Side]) -> tuple[Across, list[str]]:
    services = [[service_of(record, body["id"]) for body in side["bodies"]] for side in sides]
    seen = screening_of(across(record, [service for side in services for service in side]))
    rows = [row for a, b in product(*services) for row in _rows(seen, a, b)]
    claims = record.claim_ids(dict.fromkeys(rows))
    return ("contact recorded" if rows else "no recorded contact"), claims


def _rows(seen: Screening, a: str, b: str) -> list[int]:
    pair = tuple(sorted((seen.block.service_place[a], seen.block.service_place[b])))
    return contact_rows(seen, (pair[0], pair[1])) if seen.found[pair] else []
