"""Coordination that is already there, between all pairs of services of a block."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix
from graph.analysis.bodies.pairs import pairs_within
from graph.analysis.bodies.squares import mirrored
from graph.analysis.contacts.contact_values import Ties, contacts_of, ties_of
from graph.analysis.contacts.heads import by_heads
from graph.analysis.contacts.mechanisms import Mechanism, Tables, at_events, at_tables, tables_of
from graph.analysis.contacts.shared import Shared, all_missing

FOUND = 0.3
SAME_MINISTRY = 0.3


@dataclass(frozen=True, eq=False)
class Coordination:
    """Coordination by services x services, symmetric.

    `missing` is the product over all recorded contacts of (1 - contact), heads above one side included, the common
    ministry not; 0 on the diagonal.
    """

    block: Block
    ties: Ties
    tables: Tables
    missing: Matrix

    @cached_property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The mechanisms that bodies of the block share."""
        return tuple(self.tables)

    @cached_property
    def sits(self) -> Mask:
        """Services x mechanisms: who sits in which."""
        found = np.zeros((len(self.block.services), len(self.tables.numbers)), bool)
        found[self.block.service_of[self.tables.places], self.tables.of_seats] = True
        return found

    @cached_property
    def value(self) -> Matrix:
        """Coordination from 0 to 1, a common ministry included."""
        return 1 - self.missing * mirrored(all_missing([one_ministry(self.block)], self.block.squares))

    def without(self, pairs: Iterable[tuple[int, int]]) -> "Coordination":
        """Return the same where nothing that is recorded between these pairs of services counts."""
        missing = self.missing.copy()
        for i, j in pairs:
            missing[i, j] = missing[j, i] = 1.0
        return replace(self, missing=missing)


def coordination(block: Block) -> Coordination:
    """Return what is recorded between the services of a block."""
    ties, tables = ties_of(block), tables_of(block)
    return Coordination(block, ties, tables, mirrored(all_missing(recorded(block, ties, tables), block.squares)))


def recorded(block: Block, ties: Ties, tables: Tables) -> list[Shared]:
    """Return all that is recorded between the services of a block, heads above one side included."""
    contacts = contacts_of(block, ties)
    return [
        contacts.folded(block.service_of),
        *at_tables(tables, block),
        at_events(block),
        by_heads(block, contacts, tables),
    ]


def one_ministry(block: Block) -> Shared:
    """Return the pairs of services that stand under one ministry."""
    ministries, place = block.houses.ministries, block.service_place if block.houses.ministries else {}
    number = {ministry: place for place, ministry in enumerate(dict.fromkeys(ministries.values()))}
    under = sorted((number[ministry], place[service]) for service, ministry in ministries.items())
    above, services = np.array(under, np.intp).reshape(-1, 2).T
    one, other = pairs_within(above)
    return Shared(services[one], services[other], np.full(len(one), 1 - SAME_MINISTRY))
