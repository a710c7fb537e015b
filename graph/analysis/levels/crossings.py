"""Crossings between two countries: who is recorded on either side, and whether the two sides are in contact."""

from itertools import product

from graph.analysis.bodies.presences import present, sides_of, site_name
from graph.analysis.bodies.services import service_of
from graph.analysis.contacts.contacts import contact_rows
from graph.analysis.gaps.gap_kinds import trace_of
from graph.analysis.gaps.gap_words import headline
from graph.analysis.gaps.screening import Pair, Screening, screening_of
from graph.analysis.levels.across import across
from graph.analysis.levels.at_site import evidenced
from graph.analysis.networks.members import countries_of
from graph.answers import Across, Crossing, Named, Side
from graph.record import Record

UNJUDGED = ("other side not recorded", "no body recorded")
AT_BORDERS = "border-hotspots"  # the pillar of networks that work at borders
MOST_MEETINGS = 3


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
    return sorted(found, key=lambda crossing: crossing["status"] in UNJUDGED)


def _crossing(record: Record, site: str, reader: str) -> Crossing:
    sides = _sides(record, site, reader)
    recorded = [side for side in sides if side["bodies"]]
    status: Across = "other side not recorded" if recorded else "no body recorded"
    said, claims = "", list[str]()
    if len(recorded) > 1:
        status, said, claims = _contact(record, recorded)
    return {
        "site": {"id": site, "name": site_name(record, site, reader)},
        "sides": sides,
        "status": status,
        "said": said,
        "claims": claims,
        "meet_in": _meet_in(record, [side["country"]["id"] for side in sides]),
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


def _contact(record: Record, sides: list[Side]) -> tuple[Across, str, list[str]]:
    """Return whether any two of the two sides are in contact; where none are, the most that is recorded of two."""
    services = [[service_of(record, body["id"]) for body in side["bodies"]] for side in sides]
    seen = screening_of(across(record, [service for side in services for service in side]))
    pairs = sorted({_pair(seen, a, b) for a, b in product(*services)})
    rows = [row for pair in pairs if seen.found[pair] for row in contact_rows(seen, pair)]
    if rows:
        return "contact recorded", "", record.claim_ids(dict.fromkeys(rows))
    traces = [(-float(seen.coordination.value[pair]), pair, trace_of(seen, pair)) for pair in pairs]
    traces = [one for one in traces if one[2].rows and one[2].kind != "only in a large forum"]
    if not traces:
        return "no recorded contact", "", []
    _, pair, trace = min(traces, key=lambda one: one[:2])
    return "no standing contact recorded", headline(seen, pair, trace), record.claim_ids(trace.rows)


def _pair(seen: Screening, a: str, b: str) -> Pair:
    places = sorted((seen.block.service_place[a], seen.block.service_place[b]))
    return places[0], places[1]


def _meet_in(record: Record, countries: list[str]) -> list[Named]:
    """Return where both countries are recorded: running networks of neighbours at borders, those of fewest first."""
    found = [
        (len(countries_of(record, network.id)), network.id, network.name)
        for network in record.networks.values()
        if network.scope == "subregional" and AT_BORDERS in network.pillars and record.is_running(network.id)
        if countries_of(record, network.id).issuperset(countries)
    ]
    return [{"id": network, "name": name} for _, network, name in sorted(found)[:MOST_MEETINGS]]
