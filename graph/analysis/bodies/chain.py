"""How close two bodies stand in the enforcement chain."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from graph import vocabulary
from graph.analysis.bodies.block import Block, Mask, Matrix, Places
from graph.analysis.bodies.body_columns import BIT, FUNCTIONS, body_columns
from graph.analysis.bodies.pairs import pairs_within
from graph.columns import ROLES
from graph.record import Record
from graph.rules import Rules, rules


@dataclass(frozen=True, eq=False)
class Chain:
    """How close bodies of a block stand to each other in the enforcement chain.

    1 for consecutive steps, 0.6 for the same, 0.3 for any other and where a function is not recorded. Of sisters, which
    are bodies of one kind or with one role under one agreement, it is what the rules say of all sisters.
    """

    block: Block

    def closeness(self, one: Places, other: Places) -> Matrix:
        """Return the closest pair of functions of two bodies, for pairs of one country given by their places."""
        found: Matrix = np.full(np.broadcast_shapes(one.shape, other.shape), rules().other)
        for value, meets in self._meets:
            np.copyto(found, value, where=(meets[one] & self._functions[other]) != 0)
        np.copyto(found, rules().sisters, where=self._are_sisters(one, other))
        return found

    @cached_property
    def _functions(self) -> NDArray[np.int32]:
        """The functions of each body as bits."""
        return body_columns(self.block.record).functions[self.block.numbers]

    @cached_property
    def _meets(self) -> list[tuple[float, NDArray[np.int32]]]:
        """Every closeness above the least, in order, with the functions that each body meets by it, as bits."""
        performs = _performed(self._functions)
        return [(value, np.bitwise_or.reduce(np.where(performs, near, 0), axis=1)) for value, near in _closer(rules())]

    def _are_sisters(self, one: Places, other: Places) -> Mask:
        kinds, same_role = self.block.kinds, self._same_role[self.block.body_squares.place(one, other)]
        sisters: Mask = (kinds[one] == kinds[other]) | same_role
        return sisters

    @cached_property
    def _same_role(self) -> Mask:
        """Whether two bodies hold one role under one agreement, in squares of bodies."""
        found, square = np.zeros(self.block.body_squares.size, bool), self.block.body_squares
        one, other = _same_treaty_role(self.block)
        found[square.place(one, other)] = found[square.place(other, one)] = True
        return found


@lru_cache(maxsize=8)
def _closer(judged: Rules) -> list[tuple[float, NDArray[np.int32]]]:
    """Return every closeness above the least, in order, and which functions each function meets by it, as bits."""
    near, bits = table(judged), np.array([BIT[function] for function in FUNCTIONS], np.int32)
    values = sorted({*near.ravel().tolist()} - {judged.other})
    return [(value, np.where(near == value, bits, 0).sum(axis=1, dtype=np.int32)) for value in values]


def performed(block: Block) -> Matrix:
    """Return bodies x functions: who performs what."""
    return _performed(body_columns(block.record).functions[block.numbers]).astype(float)


def _performed(bits: NDArray[np.int32]) -> Mask:
    performs: Mask = (bits[:, None] >> np.arange(len(FUNCTIONS), dtype=np.int32) & 1).astype(bool)
    return performs


@lru_cache(maxsize=8)
def table(judged: Rules) -> Matrix:
    """Return functions x functions: how close two steps of the chain are."""
    return np.array([[judged.closeness(a, b) for b in FUNCTIONS] for a in FUNCTIONS])


def _same_treaty_role(block: Block) -> tuple[Places, Places]:
    """Return all pairs of bodies that hold one role under one agreement."""
    claims, record = block.record.claims, block.record
    rows = block.rows("responsibility")
    bodies = block.place_of_node[claims.a[rows]]
    held = record.in_force[rows] & (bodies >= 0) & _agreements(record)[claims.b[rows]]
    rows, bodies = rows[held], bodies[held]
    roles = claims.b[rows].astype(np.intp) * len(ROLES) + claims.role[rows]
    of_country = roles * len(block.sizes) + block.group[bodies]
    order = of_country.argsort(kind="stable")
    one, other = pairs_within(of_country[order])
    return bodies[order[one]], bodies[order[other]]


@lru_cache(maxsize=4)
def _agreements(record: Record) -> Mask:
    """Whether each node is an agreement."""
    found = np.zeros(len(record.addresses), bool)
    found[[record.number[f"agreement:{name}"] for name in vocabulary.AGREEMENTS]] = True
    return found
