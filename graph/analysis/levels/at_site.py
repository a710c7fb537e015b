"""The bodies at one site, in circles of recorded contact; both sides of a crossing, where both are recorded."""

from graph.analysis.bodies.services import service_of
from graph.analysis.contacts.circles import circles_of, parties
from graph.analysis.gaps.screening import screening_of
from graph.analysis.levels.across import across
from graph.answers import Evidenced, SiteAnswer
from graph.record import Record


def at_site(record: Record, site: str) -> SiteAnswer:
    """Answer `gaps` at a site by its id: the circles of who works there, joint teams not counted."""
    ids = sides_of(record, site)
    bodies = sorted((body for one in ids for body in present(record, one)), key=lambda body: body["id"])
    seen = screening_of(across(record, [service_of(record, body["id"]) for body in bodies]))
    countries = sorted({record.organizations[body["id"]].country for body in bodies})
    group = circles_of(seen, parties(seen, bodies))
    return {
        "level": "site",
        "groups": [
            {
                **group,
                "site": {"id": site, "name": record.sites[site].name},
                "countries": [{"id": code, "name": record.country_name(code)} for code in countries],
            }
        ],
    }


def sides_of(record: Record, site: str) -> list[str]:
    """Return the ids under which a site is recorded: its own, and that of the other side."""
    first = record.sites[site].same_as or site
    return [first, *sorted(one.id for one in record.sites.values() if one.same_as == first)]


def present(record: Record, site: str) -> list[Evidenced]:
    """Return the living bodies at a site by presences in force that are their own, each with its claims."""
    found: dict[str, list[int]] = {}
    for row in record.rows_of(f"site:{site}", "presence").tolist():
        body = record.addresses[record.claims.a[row]].partition(":")[2]
        if record.in_force[row] and record.claims.through[row] < 0 and record.is_living(body):
            found.setdefault(body, []).append(row)
    return [
        {"id": body, "name": record.organizations[body].name, "claims": record.claim_ids(rows)}
        for body, rows in sorted(found.items())
    ]
