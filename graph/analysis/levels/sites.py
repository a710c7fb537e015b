"""The sites of a country, each crossing once, with the bodies that work there on either side."""

from graph.analysis.levels.at_site import at_site
from graph.answers import SiteGroup
from graph.record import Record


def sites_of(record: Record, country: str) -> list[SiteGroup]:
    """Return the sites of a country and the crossings to it: most bodies first, then by name; empty ones too."""
    sites = (one for one in record.sites.values() if country in (one.country, one.neighbour))
    found = [at_site(record, site)["groups"][0] for site in sorted({one.same_as or one.id for one in sites})]
    return sorted(found, key=lambda group: (-len(group["bodies"]), group["site"]["name"], group["site"]["id"]))
