"""The sites of a country, each crossing once, with the bodies that work there on either side."""

from graph.analysis.levels.at_site import at_site
from graph.answers import SiteGroup
from graph.record import Record


def sites_of(record: Record, country: str) -> list[SiteGroup]:
    """Return the sites of a country and the crossings to it, empty ones too.

    Those with most bodies of the country come first, then those with most bodies, then by name.
    """
    sites = (one for one in record.sites.values() if country in (one.country, one.neighbour))
    found = [at_site(record, site)["groups"][0] for site in sorted({one.same_as or one.id for one in sites})]

    def order(group: SiteGroup) -> tuple[int, int, int, str, str]:
        own = sum(record.organizations[body["id"]].country == country for body in group["bodies"])
        return -own, -len(group["bodies"]), -len(group["others"]), group["site"]["name"], group["site"]["id"]

    return sorted(found, key=order)
