"""Contacts of the bodies above one side only: they count less with every step up the line."""

import numpy as np

from graph.analysis.bodies.block import Block, Places
from graph.analysis.contacts.mechanisms import Tables, with_each
from graph.analysis.contacts.shared import Shared, Values, nothing_shared

UP_THE_LINE = 0.7


def by_heads(block: Block, contacts: Shared, tables: Tables) -> Shared:
    """Return, for pairs of services, what is missing after a contact of a head above one side only: 1 - 0.7^steps x it.

    `contacts` are those between bodies; a head is in contact with a service by each body of it.
    """
    if not block.houses.heads:
        return nothing_shared()
    services, heads, weights = _lines(block)
    direct = _direct(block, np.unique(heads), contacts, tables)
    line, found = _joined(heads, direct.one)
    other = block.service_of[direct.other[found]]
    under = np.concatenate([_key(block, heads, services), _key(block, heads, block.service_of[heads])])
    beside = ~np.isin(_key(block, heads[line], other), under)
    line, found, other = line[beside], found[beside], other[beside]
    missing = 1 - weights[line] * (1 - direct.missing[found])
    return Shared(np.minimum(services[line], other), np.maximum(services[line], other), missing)


def _lines(block: Block) -> tuple[Places, Places, Values]:
    """Return each service with a head above it, that head's place among the bodies, and 0.7^steps."""
    lines = [
        (block.service_place[service], block.place[head], UP_THE_LINE**steps)
        for service, line in block.houses.heads.items()
        for steps, head in enumerate(line, 1)
    ]
    services, heads, weights = zip(*lines, strict=True)
    return np.array(services), np.array(heads), np.array(weights)


def _direct(block: Block, heads: Places, contacts: Shared, tables: Tables) -> Shared:
    """Return each head with each body that it shares anything with, once, sorted: events left out."""
    is_head = np.zeros(len(block.bodies), bool)
    is_head[heads] = True
    ways = (contacts, Shared(contacts.other, contacts.one, contacts.missing))
    shared = [way.where(is_head[way.one]) for way in ways] + [with_each(tables, is_head)]
    keys = np.concatenate([each.one * len(block.bodies) + each.other for each in shared])
    pairs, which = np.unique(keys, return_inverse=True)
    missing = np.ones(len(pairs))
    np.multiply.at(missing, which, np.concatenate([each.missing for each in shared]))
    return Shared(*np.divmod(pairs, len(block.bodies)), missing)


def _joined(asked: Places, held: Places) -> tuple[Places, Places]:
    """Return all pairs of a place in one array and a place in another, sorted one, that hold the same number."""
    begins = np.searchsorted(held, asked)
    sizes = np.searchsorted(held, asked, side="right") - begins
    one = np.repeat(np.arange(len(asked)), sizes)
    return one, np.arange(len(one)) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)


def _key(block: Block, heads: Places, services: Places) -> Places:
    return heads * len(block.services) + services
