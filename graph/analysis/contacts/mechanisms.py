"""Mechanisms that bodies of a country share: committees, task forces, networks, and events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Block, Mask, Matrix, Places
from graph.analysis.bodies.by_country import members_in_force
from graph.analysis.bodies.kinds import AT_THE_EDGE
from graph.columns import ROLES, Numbers
from graph.record import Record

SMALL = 15
WIDE = 16  # a table is wide where more than this part of the block sit at it
EDGE, ENDED, EVENT = 0.5, 0.2, 0.2
ROLE_WEIGHTS = np.array([EDGE if role in AT_THE_EDGE else 1.0 for role in ROLES])
STATED = re.compile(
    r"\b(\d{1,3})\b(?: [a-z]+){0,3} (?:bodies|members|agencies|institutions|departments|stakeholders|organizations)"
)


@dataclass(frozen=True, eq=False)
class Mechanism:
    """One network with at least two bodies of the block: their places, membership weights and claims."""

    network: str
    places: Places
    weights: NDArray[np.float64]
    members: int
    small: bool
    running: bool


@dataclass(frozen=True, eq=False)
class Tables:
    """The same for all networks of a block as columns: table k has the seats from begins[k] to begins[k + 1].

    `numbers` are the networks' node numbers; `places` and `weights` are by seat, the others by table.
    """

    record: Record
    numbers: Numbers
    begins: Places
    places: Places
    weights: NDArray[np.float64]
    members: Numbers
    small: Mask
    running: Mask

    def __iter__(self) -> Iterator[Mechanism]:
        return (self.at(table) for table in range(len(self.numbers)))

    def at(self, table: int) -> Mechanism:
        """Return one table with its name."""
        cut = slice(self.begins[table], self.begins[table + 1])
        return Mechanism(
            self.record.addresses[self.numbers[table]].partition(":")[2],
            self.places[cut],
            self.weights[cut],
            int(self.members[table]),
            bool(self.small[table]),
            bool(self.running[table]),
        )


def tables_of(block: Block) -> Tables:
    """Return the networks in which at least two living bodies of the block are recorded, in force on the date."""
    record, claims, size = block.record, block.record.claims, max(len(block.bodies), 1)
    rows = block.rows("membership")
    places = block.place_of_node[claims.a[rows]]
    inside = record.in_force[rows] & (places >= 0)
    rows, places = rows[inside], places[inside]
    # Each seat once, with its best role: by network, then by place.
    seats, which = np.unique(claims.b[rows].astype(np.int64) * size + places, return_inverse=True)
    weights = np.zeros(len(seats))
    np.maximum.at(weights, which, ROLE_WEIGHTS[claims.role[rows]])
    numbers, seats_at = np.unique(seats // size, return_counts=True)
    kept = np.repeat(seats_at > 1, seats_at)
    numbers, seats_at = numbers[seats_at > 1], seats_at[seats_at > 1]
    begins = np.concatenate([[0], np.cumsum(seats_at)])
    members, small, running = (column[numbers] for column in _networks(record))
    return Tables(record, numbers, begins, seats[kept] % size, weights[kept], members, small, running)


@lru_cache(maxsize=4)
def _networks(record: Record) -> tuple[Numbers, Mask, Mask]:
    """By node number: the members of a network, whether it is a small national one, and whether it still runs."""
    members = members_in_force(record).copy()
    national, running = np.zeros(len(members), bool), np.zeros(len(members), bool)
    for network in record.networks.values():
        number = record.number[network.address]
        members[number] = max(members[number], stated_members(network.note))
        national[number], running[number] = network.scope == "national", record.is_running(network.id)
    return members, national & (members <= SMALL), running


def stated_members(note: str) -> int:
    """Return the number of members that a note states, 0 where it states none."""
    return max((int(number) for number in STATED.findall(note)), default=0)


def common_table(mechanism: Mechanism, weights: NDArray[np.float64]) -> Matrix:
    """Return members x members: how far sitting in one mechanism with these weights is contact.

    A small national one 0.8 min(1, 6 / (m - 1)); any other 1 - exp(-1 / (m - 1)) after Newman (2001), where two
    alone in one committee count 1 before they are diluted; m is the larger of recorded and stated members.
    """
    both = np.outer(weights, weights)
    others = mechanism.members - 1
    value = 0.8 * min(1.0, 6 / others) * both if mechanism.small else -np.expm1(-both / others)
    return value if mechanism.running else ENDED * value


def not_by_mechanisms(tables: Tables, of: Places, size: int) -> Matrix:
    """Return the product over shared mechanisms of (1 - common table), size x size.

    `of` says for each body of the block whom it counts for: itself, or its service, which sits at a table once
    however many of its units do.
    """
    large = tables.running & ~tables.small
    # The product over large running ones is the exponential of a sum.
    missing: Matrix = np.exp(-_sums(tables, large, of, size))
    for table in np.flatnonzero(~large).tolist():
        mechanism = tables.at(table)
        who, which = np.unique(of[mechanism.places], return_inverse=True)
        weights = np.zeros(len(who))
        np.maximum.at(weights, which, mechanism.weights)
        missing[np.ix_(who, who)] *= 1 - common_table(mechanism, weights)
    return missing


def _sums(tables: Tables, counted: Mask, of: Places, size: int) -> Matrix:
    """Return size x size: the sum over some tables of the product of both weights by (m - 1).

    Tables where few of the block sit are summed pair by pair, since a product of matrices would be mostly zeros; those
    where many sit are one such product.
    """
    columns = np.repeat(np.arange(len(tables.numbers)), np.diff(tables.begins))
    here = counted[columns]
    seats, which = np.unique(columns[here] * size + of[tables.places[here]], return_inverse=True)
    weights = np.zeros(len(seats))
    np.maximum.at(weights, which, tables.weights[here])
    table, who = np.divmod(seats, max(size, 1))
    weights /= np.sqrt(tables.members - 1)[table]
    wide = np.bincount(table, minlength=len(tables.numbers))[table] > size // WIDE
    return _pair_by_pair(table[~wide], who[~wide], weights[~wide], size) + _product(
        table[wide], who[wide], weights[wide], size
    )


def _pair_by_pair(table: Places, who: Places, weights: NDArray[np.float64], size: int) -> Matrix:
    one, other = _pairs_within(table)
    sums = np.bincount(who[one] * size + who[other], weights[one] * weights[other], size * size)
    return sums.astype(np.float64, copy=False).reshape(size, size)


def _product(table: Places, who: Places, weights: NDArray[np.float64], size: int) -> Matrix | float:
    if not len(table):
        return 0.0
    columns, which = np.unique(table, return_inverse=True)
    sits = np.zeros((size, len(columns)))
    sits[who, which] = weights
    product: Matrix = sits @ sits.T
    return product


def _pairs_within(groups: Places) -> tuple[Places, Places]:
    """Return all ordered pairs of places that are in one group; `groups` is sorted."""
    _, begins, which, sizes = np.unique(groups, return_index=True, return_inverse=True, return_counts=True)
    times = sizes[which]
    one = np.repeat(np.arange(len(groups)), times)
    within = np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
    return one, begins[which][one] + within


def not_by_events(block: Block) -> Matrix:
    """Return services x services: 1 - `EVENT` where both took part in one event, however many they shared."""
    claims, rows = block.record.claims, block.rows("participation")
    rows = rows[block.record.begun[rows] & (block.place_of_node[claims.a[rows]] >= 0)]
    events, which = np.unique(claims.b[rows], return_inverse=True)
    took_part = np.zeros((len(block.services), len(events)), np.float32)
    took_part[block.service_of[block.place_of_node[claims.a[rows]]], which] = 1
    return np.where((took_part @ took_part.T) > 0, 1 - EVENT, 1.0)
