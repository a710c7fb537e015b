"""Coordination that is already there, between all pairs of services of a block."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix
from graph.analysis.contacts.contact_values import Ties, not_by_ties, ties_of
from graph.analysis.contacts.mechanisms import Mechanism, Tables, not_by_events, not_by_mechanisms, tables_of

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
    tables: Tables
    direct: Matrix
    missing: Matrix

    @cached_property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        """The mechanisms that bodies of the block share."""
        return tuple(self.tables)

    @cached_property
    def same_ministry(self) -> Mask:
        """Whether two services stand under one ministry."""
        number = {"": 0}
        above = [self.block.houses.ministries.get(name, "") for name in self.block.services]
        ministries = np.array([number.setdefault(name, len(number)) for name in above], np.intp)
        same: Mask = (ministries[:, None] > 0) & (ministries[:, None] == ministries[None, :])
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
    ties, tables = ties_of(block), tables_of(block)
    by_ties, size = not_by_ties(block, ties), len(block.bodies)
    direct = 1 - by_ties * not_by_mechanisms(tables, np.arange(size), size)
    folded = block.fold(np.multiply, by_ties) if size else by_ties
    at_tables = not_by_mechanisms(tables, block.service_of, len(block.services))
    missing = folded * at_tables * not_by_events(block) * _by_heads(block, direct)
    return Coordination(block, ties, tables, direct, missing)


def _by_heads(block: Block, direct: Matrix) -> Matrix:
    """Services x services: product over heads above one side only of (1 - 0.7^steps x their contact)."""
    missing = np.ones((len(block.services),) * 2)
    for service, heads in block.houses.heads.items():
        place = block.service_place[service]
        for steps, head in enumerate(heads, 1):
            through = 1 - UP_THE_LINE**steps * direct[block.place[head]]
            left = np.multiply.reduceat(through, block.begins)
            left[_under(block, head)] = 1
            missing[place] *= left
            missing[:, place] *= left
    return missing


def _under(block: Block, head: str) -> list[int]:
    """The places of the services under a head, and of its own."""
    below = [service for service, heads in block.houses.heads.items() if head in heads]
    return [block.service_place[service] for service in {block.houses.of[head], *below}]
