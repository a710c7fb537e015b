"""Services of several countries side by side: what a block of one country is, for a border, a treaty or a site."""

from collections.abc import Iterable

from graph.analysis.bodies.block import Block, block_of
from graph.analysis.bodies.mandates import mandates
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
    held = mandates(record, *countries)
    return block_of(record, Services(record, found, of, apart=True), held)
