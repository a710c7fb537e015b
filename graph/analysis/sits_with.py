"""Who sits with these: how near a body is to the bodies of a list, by what they answer for and where they meet."""

import numpy as np

from graph.analysis.mandates import Mandates
from graph.analysis.members import members
from graph.record import Record


def sits_with(record: Record, held: Mandates, listed: frozenset[str]) -> dict[str, float]:
    """Return for each living body of a country its nearness to the listed ones, 0 for an empty list.

    The cosine of its mandates with the sum of theirs, plus half a point for each recorded contact with one of them,
    plus for each network (listed members in it) / (all members - 1): the dilution of Newman (2001).
    """
    if not listed:
        return dict.fromkeys(held.bodies, 0.0)
    together = _mandates_alike(held, listed)
    met = _tables(record, listed)
    contacts = {body: _contacts(record, body, listed) / 2 for body in held.bodies}
    return {body: together[body] + contacts[body] + met.get(body, 0.0) for body in held.bodies}


def _mandates_alike(held: Mandates, listed: frozenset[str]) -> dict[str, float]:
    places = [held.place[body] for body in listed if body in held.place]
    wanted = held.weight[places].sum(axis=0)
    norms = np.linalg.norm(held.weight, axis=1) * np.linalg.norm(wanted)
    alike = np.divide(held.weight @ wanted, norms, out=np.zeros(len(held.bodies)), where=norms > 0)
    return dict(zip(held.bodies, alike.tolist(), strict=True))


def _contacts(record: Record, body: str, listed: frozenset[str]) -> int:
    """How many listed bodies a body has a recorded contact with; a reported problem is none, nor is a plan."""
    own = record.number[f"organization:{body}"]
    claims, met = record.claims, set()
    for row in record.rows_of(f"organization:{body}", "tie").tolist():
        if record.begun[row] and not claims.absent[row]:
            other = claims.b[row] if claims.a[row] == own else claims.a[row]
            met.add(record.addresses[other].partition(":")[2])
    return len(met & listed - {body})


def _tables(record: Record, listed: frozenset[str]) -> dict[str, float]:
    """How much each body meets listed ones in networks, each network diluted by its size."""
    found: dict[str, float] = {}
    for network, group in members(record).items():
        bodies = {address.partition(":")[2] for address in group if address.startswith("organization:")}
        present = len(bodies & listed)
        if present and len(group) > 1 and record.is_running(network):
            for body in bodies:
                share = (present - (body in listed)) / (len(group) - 1)
                found[body] = found.get(body, 0.0) + share
    return found
