"""The crossings, ports, airports and hotspots of a country, with the bodies recorded there."""

from graph.analysis.bodies.presences import present
from graph.answers import CountrySite, Named
from graph.model import Site
from graph.record import Record


def country_sites(record: Record, country: str) -> list[CountrySite]:
    """Return the sites of a country, those with most bodies recorded first."""
    sites = [_site(record, site) for site in record.sites.values() if site.country == country]
    return sorted(sites, key=lambda site: (-len(site["organizations"]), site["id"]))


def _site(record: Record, site: Site) -> CountrySite:
    found = present(record, [site.id])
    bodies: list[Named] = [{"id": one.body, "name": record.organizations[one.body].name} for one in found]
    return {
        "id": site.id,
        "name": site.name,
        "kind": site.kind,
        "organizations": bodies,
        "claims": record.claim_ids(row for one in found for row in one.rows),
    }
