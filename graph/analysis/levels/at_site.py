"""The bodies at one site, in circles of recorded contact; both sides of a crossing, where both are recorded."""

from graph.analysis.bodies.presences import Presence, present, sides_of, site_name
from graph.analysis.bodies.services import service_of
from graph.analysis.contacts.circles import circles_of, parties
from graph.analysis.gaps.screening import screening_of
from graph.analysis.levels.across import across
from graph.answers import Evidenced, SiteAnswer
from graph.record import Record


def at_site(record: Record, site: str) -> SiteAnswer:
    """Answer `gaps` at a site by its id: the circles of who is there, with a joint team or without."""
    bodies = [evidenced(record, one) for one in present(record, sides_of(record, site))]
    seen = screening_of(across(record, [service_of(record, body["id"]) for body in bodies]))
    countries = sorted({record.organizations[body["id"]].country for body in bodies})
    group = circles_of(seen, parties(seen, bodies))
    return {
        "level": "site",
        "groups": [
            {
                **group,
                "site": {"id": site, "name": site_name(record, site)},
                "countries": [{"id": code, "name": record.country_name(code)} for code in countries],
            }
        ],
    }


def evidenced(record: Record, presence: Presence) -> Evidenced:
    """Return a body at a site with the claims that say so."""
    name = record.organizations[presence.body].name
    return {"id": presence.body, "name": name, "claims": record.claim_ids(presence.rows)}
