"""Coordination that is already there, between all pairs of services of a block."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix
from graph.analysis.contacts.contact_values import Ties, not_by_ties, ties_of
from graph.analysis.contacts.mechanisms import Mechanism, mechanisms, not_by_events, not_by_mechanisms

FOUND = 0.3
UP_THE_LINE = 0.7
SAME_MINISTRY = 0.3


@dataclass(frozen=True, eq=False)
class Coordination:
    """Coordination by services x services, symmetric.

    `direct` is bodies x bodies, events left out; `missing` services x services: the product over all recorded
    contacts of (1 - contact), heads above one side included, the common ministry not.
    """

    block: Block
    ties: Ties
    mechanisms: tuple[Mechanism, ...]
    direct: Matrix
    missing: Matrix

    @cached_property
    def same_ministry(self) -> Mask:
        """Whether two services stand under one ministry."""
        ministries = np.array([self.block.houses.services[name].ministry for name in self.block.services], object)
        known = ministries != ""
        same: Mask = known[:, None] & (ministries[:, None] == ministries[None, :])
        return same

    @cached_property
    def value(self) -> Matrix:
        """Coordination from 0 to 1, a common ministry included."""
        return 1 - self.missing * np.where(self.same_ministry, 1 - SAME_MINISTRY, 1.0)

    def without(self, pairs: Iterable[tuple[int, int]]) -> "Coordination":
        """Return the same where nothing that is recorded between these pairs of services counts."""
        missing = self.missing.copy()
        for i, j in pairs:
            missing[i, j] = missing[j, i] = 1.0
        return replace(self, missing=missing)


def coordination(block: Block) -> Coordination:
    """Return what is recorded between the services of a block."""
    ties, shared = ties_of(block), tuple(mechanisms(block))
    by_ties, size = not_by_ties(block, ties), len(block.bodies)
    direct = 1 - by_ties * not_by_mechanisms(shared, np.arange(size), size)
    folded = block.fold(np.multiply, by_ties) if size else by_ties
    tables = not_by_mechanisms(shared, block.service_of, len(block.services))
    missing = folded * tables * not_by_events(block) * _by_heads(block, direct)
    return Coordination(block, ties, shared, direct, missing)


def _by_heads(block: Block, direct: Matrix) -> Matrix:
    """Services x services: product over heads above one side only of (1 - 0.7^steps x their contact)."""
    missing = np.ones((len(block.services),) * 2)
    for place, service in enumerate(block.services):
        for steps, head in enumerate(block.houses.services[service].heads, 1):
            through = 1 - UP_THE_LINE**steps * direct[block.place[head]]
            left = np.multiply.reduceat(through, block.begins)
            left[_under(block, head)] = 1
            missing[place] *= left
            missing[:, place] *= left
    return missing


def _under(block: Block, head: str) -> list[int]:
    """The places of the services under a head, and of its own."""
    own = block.houses.of[head]
    return [
        place
        for place, service in enumerate(block.services)
        if service == own or head in block.houses.services[service].heads
    ]
