"""Where bodies work: provinces, the coast, and the sites where two of them meet."""

import numpy as np

from graph.analysis.block import Block, Mask, Matrix, Places

OTHER_PROVINCE = 0.1
AT_A_SITE, AT_A_HOTSPOT = 0.5, 0.7
NEARNESS_AT_A_SITE = 0.5  # who shares a gate is never far in the chain
AT_SEA = ("maritime", "fisheries")


def same_province(block: Block) -> Matrix:
    """Return bodies x bodies: 1, or `OTHER_PROVINCE` for two bodies of different provinces."""
    areas = np.array([body.area for body in block.organizations], object)
    known = areas != ""
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
    seaside = {block.organizations[place].area for place in _at_seaports(block)}
    seaside |= {body.area for body in block.organizations if body.kind in ("port-authority", "coast-guard")}
    seaside -= {""}
    return np.array([not seaside or not body.area or body.area in seaside for body in block.organizations], bool)


def _at_seaports(block: Block) -> list[int]:
    sites, rows = _presences(block)
    ports = {site for site in sites if block.record.sites[site].kind == "seaport"}
    return [int(block.place_of_node[block.record.claims.a[row]]) for row in rows if _site(block, int(row)) in ports]


def _site(block: Block, row: int) -> str:
    address: str = block.record.addresses[block.record.claims.b[row]]
    return address.partition(":")[2]


def _presences(block: Block) -> tuple[list[str], Places]:
    """The sites, sorted, and the claims in force on presences there; a joint team's are not its members' own."""
    record = block.record
    rows = block.rows("presence")
    own = (record.claims.through[rows] < 0) & record.in_force[rows] & (block.place_of_node[record.claims.a[rows]] >= 0)
    return sorted({_site(block, int(row)) for row in rows[own]}), rows[own]


def presence(block: Block) -> tuple[list[str], Mask]:
    """Return the sites of a block and bodies x sites: who works there."""
    sites, rows = _presences(block)
    found = np.zeros((len(block.bodies), len(sites)), bool)
    for row in rows:
        found[block.place_of_node[block.record.claims.a[row]], sites.index(_site(block, int(row)))] = True
    return sites, found


def shared_sites(block: Block, sites: list[str], presence: Mask, closeness: Matrix) -> Matrix:
    """Return bodies x bodies: 1 - product over shared sites of (1 - v), times how near they stand in the chain."""
    if not sites:
        return np.zeros_like(closeness)
    weights = [AT_A_HOTSPOT if block.record.sites[site].kind == "hotspot" else AT_A_SITE for site in sites]
    at = presence.astype(float)
    shared: Matrix = -np.expm1((at * np.log1p(-np.array(weights))) @ at.T)
    return shared * np.maximum(closeness, NEARNESS_AT_A_SITE)
