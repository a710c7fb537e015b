"""The crossings, ports, airports and hotspots of a country, with the bodies recorded there."""

from graph.answers import CountrySite, Named
from graph.model import Site
from graph.record import Record


def country_sites(record: Record, country: str) -> list[CountrySite]:
    """Return the sites of a country, those with most bodies recorded first."""
    sites = [_site(record, site) for site in record.sites.values() if site.country == country]
    return sorted(sites, key=lambda site: (-len(site["organizations"]), site["id"]))


def _site(record: Record, site: Site) -> CountrySite:
    rows = [row for row in record.rows_of(site.address, "presence").tolist() if record.in_force[row]]
    present = dict.fromkeys(record.addresses[record.claims.a[row]].partition(":")[2] for row in rows)
    bodies: list[Named] = [
        {"id": body, "name": record.organizations[body].name} for body in present if record.is_living(body)
    ]
    return {
        "id": site.id,
        "name": site.name,
        "kind": site.kind,
        "organizations": sorted(bodies, key=lambda body: body["id"]),
        "claims": record.claim_ids(rows),
    }
