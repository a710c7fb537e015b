"""Where bodies work: provinces, the coast, and the sites where two of them meet."""

from functools import lru_cache

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix, Places
from graph.analysis.bodies.body_columns import KINDS, body_columns
from graph.analysis.bodies.pairs import pairs_within
from graph.record import Record

OTHER_PROVINCE = 0.1
AT_A_SITE, AT_A_HOTSPOT = 0.5, 0.7
NEARNESS_AT_A_SITE = 0.5  # who shares a gate is never far in the chain
AT_SEA = ("maritime", "fisheries")
SEASIDE = [KINDS["port-authority"], KINDS["coast-guard"]]  # kinds whose province has a coast


def reach(block: Block, on_coast: Mask, one: Places, other: Places) -> Matrix:
    """Return how far their places allow two bodies to meet, for pairs of one country given by their places.

    1, or `OTHER_PROVINCE` for two of different provinces; a coast guard meets nobody inland.
    """
    areas = body_columns(block.record).area[block.numbers]
    apart = (areas[one] != areas[other]) & (areas[one] > 0) & (areas[other] > 0)
    found: Matrix = np.where(apart, OTHER_PROVINCE, 1.0)
    guard = block.kinds == KINDS["coast-guard"]
    if guard.any() and not on_coast.all():
        found[(guard[one] & ~on_coast[other]) | (~on_coast[one] & guard[other])] = 0
    return found


def on_coast(block: Block) -> Mask:
    """Return whether each body may have to do with the sea.

    None in a country without a coast. A province counts as inland only where other provinces of the country are
    known to have a port or coast guard and it is not: what is not known is not denied.
    """
    known = [block.record.countries.get(country) for country in block.countries] or [None]
    may = np.array([country is None or country.coast != "no" for country in known])[block.group]
    areas = body_columns(block.record).area[block.numbers]
    if not areas.any():
        return may
    at_port = np.isin(np.arange(len(areas)), _at_seaports(block))
    seaside = (at_port | np.isin(block.kinds, SEASIDE)) & (areas > 0)
    provinces = block.group * (areas.max() + 1) + areas
    inland = (areas > 0) & np.isin(block.group, block.group[seaside]) & ~np.isin(provinces, provinces[seaside])
    return np.asarray(may & ~inland, bool)


def _at_seaports(block: Block) -> Places:
    sites, bodies = block.at_sites
    return bodies[_kinds_of_sites(block.record)[0][sites]]


def shared_sites(block: Block, among: Mask) -> tuple[Places, Places, Matrix]:
    """Return the pairs of bodies, of some, that work at one site, and 1 - product over shared sites of (1 - v).

    A pair comes once for each site that it shares.
    """
    sites, bodies = (values[among[block.at_sites[1]]] for values in block.at_sites)
    one, other = pairs_within(sites * len(block.sizes) + block.group[bodies])
    missing = np.where(_kinds_of_sites(block.record)[1][sites[one]], 1 - AT_A_HOTSPOT, 1 - AT_A_SITE)
    one, other = bodies[one], bodies[other]
    apart, places = np.ones(block.body_squares.size), block.body_squares.place(one, other)
    np.multiply.at(apart, places, missing)
    return one, other, 1 - apart[places]


@lru_cache(maxsize=4)
def _kinds_of_sites(record: Record) -> tuple[Mask, Mask]:
    """By node number: whether a site is a seaport, and whether it is a hotspot."""
    found = np.zeros((2, len(record.addresses)), bool)
    for site in record.sites.values():
        found[:, record.number[site.address]] = site.kind == "seaport", site.kind == "hotspot"
    return found[0], found[1]
