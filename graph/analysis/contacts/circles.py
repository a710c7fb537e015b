"""A group of services as circles of recorded contact: how many contacts would join them."""

from collections.abc import Collection, Sequence

import networkx as nx
import numpy as np

from graph.analysis.bodies.block import Mask
from graph.analysis.bodies.party import may_be_party
from graph.analysis.gaps.screening import Screening
from graph.answers import Circles, CommonTable, Evidenced


def joined(contact: Mask) -> list[list[int]]:
    """Return the circles of a group: places that contact joins, the largest first, then by place.

    `contact` is square; either triangle counts. Toy: five with contacts 0-1 and 2-3 are three circles.
    """
    graph = nx.from_numpy_array((contact | contact.T) & ~np.eye(len(contact), dtype=bool))
    return sorted((sorted(circle) for circle in nx.connected_components(graph)), key=lambda one: (-len(one), one))


def cohesion(circles: int, size: int) -> float | None:
    """Return 1 - (circles - 1) / (size - 1), None for a group of one or none."""
    return 1 - (circles - 1) / (size - 1) if size > 1 else None


def circles_of(seen: Screening, bodies: Sequence[Evidenced]) -> Circles:
    """Return the circles of a group of bodies of a screening; their services are what is joined.

    One line of command is one circle. Bodies must live and be of the screening's block.
    """
    places = sorted({_service(seen, body["id"]) for body in bodies})
    cut = np.ix_(places, places)
    found = joined(seen.found[cut] | seen.block.line_of_command[cut])
    named = [[body["id"] for body in bodies if places.index(_service(seen, body["id"])) in circle] for circle in found]
    return {
        "bodies": list(bodies),
        "circles": named,
        "contacts_needed": max(len(found) - 1, 0),
        "alone": [ids[0] for circle, ids in zip(found, named, strict=True) if len(circle) == 1 < len(places)],
        "cohesion": cohesion(len(found), len(places)),
        "table": _table(seen, places),
    }


def parties(seen: Screening, bodies: Sequence[Evidenced]) -> list[Evidenced]:
    """Return the bodies that can be one side of a contact: committees, donors and firms are none."""
    return [body for body in bodies if may_be_party(seen.record.organizations[body["id"]])]


def _service(seen: Screening, body: str) -> int:
    return seen.block.service_place[seen.block.houses.of[body]]


def _table(seen: Screening, places: Collection[int]) -> CommonTable | None:
    """The running mechanism in which most of the group sit, none where it is fewer than two."""
    tables = []
    for mechanism in seen.coordination.mechanisms:
        here = set(seen.block.service_of[mechanism.places].tolist()) & set(places)
        if mechanism.running and len(here) > 1:
            tables.append((-len(here), mechanism.members, mechanism.network))
    if not tables:
        return None
    covers, _, network = min(tables)
    name = seen.record.networks[network].name
    return {"network": {"id": network, "name": name}, "covers": -covers, "of": len(places)}
