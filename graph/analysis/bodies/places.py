"""Where bodies work: provinces, the coast, and the sites where two of them meet."""

from functools import lru_cache

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix
from graph.analysis.bodies.body_columns import KINDS, body_columns
from graph.analysis.bodies.presences import own

OTHER_PROVINCE = 0.1
AT_A_SITE, AT_A_HOTSPOT = 0.5, 0.7
NEARNESS_AT_A_SITE = 0.5  # who shares a gate is never far in the chain
AT_SEA = ("maritime", "fisheries")
SEASIDE = [KINDS["port-authority"], KINDS["coast-guard"]]  # kinds whose province has a coast


def same_province(block: Block) -> Matrix:
    """Return bodies x bodies: 1, or `OTHER_PROVINCE` for two bodies of different provinces."""
    areas = body_columns(block.record).area[block.numbers]
    known = areas > 0
    if not known.any():
        return np.ones((len(areas),) * 2)
    apart = known[:, None] & known[None, :] & (areas[:, None] != areas[None, :])
    return np.where(apart, OTHER_PROVINCE, 1.0)


def on_coast(block: Block) -> Mask:
    """Return whether each body may have to do with the sea.

    None in a country without a coast. A province counts as inland only where other provinces of the country are
    known to have a port or coast guard and it is not: what is not known is not denied.
    """
    country = block.record.countries.get(block.country)
    if country is not None and country.coast == "no":
        return np.zeros(len(block.bodies), bool)
    areas = body_columns(block.record).area[block.numbers]
    seaside = areas[(_at_seaports(block) | np.isin(block.kinds, SEASIDE)) & (areas > 0)]
    if not len(seaside):
        return np.ones(len(areas), bool)
    return np.asarray(np.isin(areas, [0, *seaside]), bool)


def _at_seaports(block: Block) -> Mask:
    sites, at = presence(block)
    ports = [place for place, site in enumerate(sites) if block.record.sites[site].kind == "seaport"]
    return np.asarray(at[:, ports].any(axis=1), bool)


@lru_cache(maxsize=64)
def presence(block: Block) -> tuple[list[str], Mask]:
    """Return the sites of a block, sorted, and bodies x sites: who works there; a joint team is not its members."""
    record, claims = block.record, block.record.claims
    rows = block.rows("presence")
    bodies = block.place_of_node[claims.a[rows]]
    there = own(record, rows) & (bodies >= 0)
    numbers, which = np.unique(claims.b[rows[there]], return_inverse=True)
    found = np.zeros((len(block.bodies), len(numbers)), bool)
    found[bodies[there], which] = True
    names = [record.addresses[number].partition(":")[2] for number in numbers.tolist()]
    order = sorted(range(len(names)), key=names.__getitem__)
    return [names[place] for place in order], found[:, order]


def shared_sites(block: Block, sites: list[str], presence: Mask, closeness: Matrix) -> Matrix:
    """Return bodies x bodies: 1 - product over shared sites of (1 - v), times how near they stand in the chain."""
    if not sites:
        return np.zeros_like(closeness)
    weights = [AT_A_HOTSPOT if block.record.sites[site].kind == "hotspot" else AT_A_SITE for site in sites]
    at = presence.astype(float)
    shared: Matrix = -np.expm1((at * np.log1p(-np.array(weights))) @ at.T)
    return shared * np.maximum(closeness, NEARNESS_AT_A_SITE)
