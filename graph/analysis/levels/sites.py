"""The sites of a country, each crossing once, with the bodies that work there."""

from dataclasses import dataclass

from graph.analysis.levels.at_site import present, sides_of
from graph.record import Record


@dataclass(frozen=True, slots=True)
class SiteOfCountry:
    """A site by its first id, with the ids of the bodies recorded there on either side."""

    id: str
    name: str
    kind: str
    bodies: tuple[str, ...]


def sites_of(record: Record, country: str) -> list[SiteOfCountry]:
    """Return the sites of a country and the crossings to it: most bodies first, then by name; empty ones too."""
    ids = {sides_of(record, one.id)[0] for one in record.sites.values() if country in (one.country, one.neighbour)}
    found = [_site(record, site) for site in sorted(ids)]
    return sorted(found, key=lambda site: (-len(site.bodies), site.name, site.id))


def _site(record: Record, site: str) -> SiteOfCountry:
    bodies = dict.fromkeys(body["id"] for one in sides_of(record, site) for body in present(record, one))
    node = record.sites[site]
    return SiteOfCountry(site, node.name, node.kind, tuple(bodies))
