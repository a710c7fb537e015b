"""The bodies at one site, in circles of recorded contact; both sides of a crossing, where both are recorded."""

from collections.abc import Iterable, Sequence

from graph.analysis.bodies.presences import Presence, present, sides_of, site_name
from graph.analysis.bodies.services import service_of
from graph.analysis.bodies.successors import named_today
from graph.analysis.contacts.circles import circles_of, parties
from graph.analysis.gaps.screening import screening_of
from graph.analysis.levels.across import across
from graph.answers import Evidenced, Named, SiteAnswer
from graph.record import Record


def at_site(record: Record, site: str) -> SiteAnswer:
    """Answer `gaps` at a site by its id: the circles of who is there, with a joint team or without.

    `others` are there as well and stand in no circle: joint offices and committees, and who follows an ended body.
    """
    there = [evidenced(record, one) for one in present(record, sides_of(record, site))]
    seen = screening_of(across(record, [service_of(record, body["id"]) for body in there]))
    bodies = parties(seen, there)
    others = [body for body in there if body not in bodies] + _followers(record, site, there)
    here = {record.organizations[body["id"]].country for body in (*there, *others)}
    ends = {record.sites[site].country, record.sites[site].neighbour} if record.sites[site].neighbour else set()
    return {
        "level": "site",
        "groups": [
            {
                **circles_of(seen, bodies),
                "site": {"id": site, "name": site_name(record, site)},
                "countries": _named(record, here),
                "others": others,
                "silent": _named(record, ends - here),
            }
        ],
    }


def _named(record: Record, countries: Iterable[str]) -> list[Named]:
    return [{"id": code, "name": record.country_name(code)} for code in sorted(countries)]


def evidenced(record: Record, presence: Presence) -> Evidenced:
    """Return a body at a site with the claims that say so."""
    name = record.organizations[presence.body].name
    return {"id": presence.body, "name": name, "claims": record.claim_ids(presence.rows)}


def _followers(record: Record, site: str, there: Sequence[Evidenced]) -> list[Evidenced]:
    """Return who stands today for the bodies recorded at a site that have ended, where they are not there already."""
    found: dict[str, Evidenced] = {}
    for one in sides_of(record, site):
        rows = record.rows_of(f"site:{one}", "presence")
        for row in rows[record.in_force[rows]].tolist():
            body = record.addresses[record.claims.a[row]].partition(":")[2]
            named = None if record.is_living(body) else named_today(record, body)
            if named and named["id"] not in {known["id"] for known in there}:
                found.setdefault(body, {**named, "claims": []})["claims"].extend(record.claim_ids([row]))
    return list(found.values())
