"""Services of several countries side by side: what a block of one country is, for a border, a treaty or a site."""

from collections.abc import Iterable, Sequence

import numpy as np

from graph.analysis.bodies.block import Block, block_of
from graph.analysis.bodies.mandates import THEMES, Mandates, mandates
from graph.analysis.bodies.services import Services, services
from graph.record import Record


def across(record: Record, chosen: Iterable[str]) -> Block:
    """Return the block of chosen services of any countries, by the ids of the bodies that lead them.

    Their heads and ministries are left out: a line of command ends at the border.
    """
    names = sorted(set(chosen))
    countries = sorted({record.organizations[name].country for name in names})
    known = {country: services(record, country) for country in countries}
    found = {name: known[record.organizations[name].country].units[name] for name in names}
    of = {body: name for name, units in found.items() for body in units}
    held = _together(record, [mandates(record, country) for country in countries])
    return block_of(record, "", Services(record, found, of, apart=True), held)


def _together(record: Record, held: Sequence[Mandates]) -> Mandates:
    """The mandates of several countries as one table."""
    nothing = np.zeros((0, len(THEMES)))
    bodies = tuple(body for one in held for body in one.bodies)
    recorded = np.vstack([nothing, *(one.recorded for one in held)])
    return Mandates(record, bodies, recorded, np.vstack([nothing, *(one.coded for one in held)]))
