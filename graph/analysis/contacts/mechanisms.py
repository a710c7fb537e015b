"""Mechanisms that bodies of a country share: committees, task forces, networks, and events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Block, Mask, Matrix, Places
from graph.analysis.bodies.by_country import members_in_force
from graph.analysis.bodies.kinds import AT_THE_EDGE
from graph.analysis.bodies.pairs import last_of_each, pairs_within
from graph.analysis.contacts.shared import Shared, nothing_shared, together
from graph.columns import ROLES, Numbers
from graph.record import Record

SMALL = 15
WIDE = 16  # a table is wide where more than this part of the block sit at it
EDGE, ENDED, EVENT = 0.5, 0.2, 0.2
HALVES = 2  # seats weigh a half or a whole
ROLE_WEIGHTS = np.array([EDGE if role in AT_THE_EDGE else 1.0 for role in ROLES])
STATED = re.compile(
    r"\b(\d{1,3})\b(?: [a-z]+){0,3} (?:bodies|members|agencies|institutions|departments|stakeholders|organizations)"
)


Weights = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Mechanism:
    """One network with at least two bodies of the block: their places, membership weights and claims."""

    network: str
    places: Places
    weights: Weights
    members: int
    small: bool
    running: bool


@dataclass(frozen=True, eq=False)
class Tables:
    """The same for all networks of a block as columns: table k has the seats from begins[k] to begins[k + 1].

    A network has a table in each country of a block. `numbers` are the networks' node numbers, `group` says which
    country it is of those side by side; `places` and `weights` are by seat, the others by table.
    """

    record: Record
    numbers: Places
    group: Places
    begins: Places
    places: Places
    weights: Weights
    members: Numbers
    small: Mask
    running: Mask

    @cached_property
    def of_seats(self) -> Places:
        """The table of each seat."""
        return np.repeat(np.arange(len(self.numbers)), np.diff(self.begins))

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
    record, claims = block.record, block.record.claims
    rows = block.rows("membership")
    places = block.place_of_node[claims.a[rows]]
    inside = record.in_force[rows] & (places >= 0)
    rows, places = rows[inside], places[inside]
    here = claims.b[rows].astype(np.intp) * len(block.sizes) + block.group[places]
    table, place, weight = _seats(here, places, ROLE_WEIGHTS[claims.role[rows]], len(block.bodies))
    last = last_of_each(table)
    seats_at = np.diff(last, prepend=-1)
    shared, kept = seats_at > 1, np.repeat(seats_at > 1, seats_at)
    numbers, group = np.divmod(table[last[shared]], len(block.sizes))
    begins = np.concatenate([[0], np.cumsum(seats_at[shared])])
    members, small, running = _networks(record)
    return Tables(
        record, numbers, group, begins, place[kept], weight[kept], members[numbers], small[numbers], running[numbers]
    )


def _seats(tables: Places, who: Places, weights: Weights, size: int) -> tuple[Places, Places, Weights]:
    """Return each seat once, with its best weight: by table, then by who sits there."""
    seats = (tables * size + who) * HALVES + (weights * HALVES).astype(np.intp) - 1
    seats.sort()
    best = seats[last_of_each(seats // HALVES)]
    seat, table = best // HALVES, best // (HALVES * max(size, 1))
    return table, seat - table * size, (best - seat * HALVES + 1) / HALVES


@lru_cache(maxsize=4)
def _networks(record: Record) -> tuple[Numbers, Mask, Mask]:
    """By node number: the members of a network, whether it is a small national one, and whether it still runs."""
    members = members_in_force(record).copy()
    national, running = np.zeros(len(members), bool), np.zeros(len(members), bool)
    networks = record.networks.values()
    numbers = [record.number[network.address] for network in networks]
    members[numbers] = np.maximum(members[numbers], [stated_members(network.note) for network in networks])
    national[numbers] = [network.scope == "national" for network in networks]
    running[numbers] = [record.is_running(network.id) for network in networks]
    return members, national & (members <= SMALL), running


def stated_members(note: str) -> int:
    """Return the number of members that a note states, 0 where it states none."""
    return max((int(number) for number in STATED.findall(note)), default=0) if note else 0


def common_table(mechanism: Mechanism, weights: Weights) -> Matrix:
    """Return members x members: how far sitting in one mechanism with these weights is contact."""
    one = (np.asarray(value) for value in (mechanism.members, mechanism.small, mechanism.running))
    return 1 - _not_at_table(np.outer(weights, weights), *one)


def _not_at_table(both: Matrix, members: Numbers, small: Mask, running: Mask) -> Matrix:
    """Return what is missing after sitting in one mechanism, for pairs with the product of their weights.

    A small national one is contact of 0.8 min(1, 6 / (m - 1)); any other 1 - exp(-1 / (m - 1)) after Newman (2001),
    where two alone in one committee count 1 before they are diluted; m is the larger of recorded and stated members.
    """
    contact = np.where(small, 0.8 * np.minimum(1.0, 6 / (members - 1)) * both, -np.expm1(-both / (members - 1)))
    missing: Matrix = 1 - np.where(running, 1.0, ENDED) * contact
    return missing


def at_tables(tables: Tables, block: Block) -> tuple[Shared, Shared]:
    """Return what is missing after each mechanism that two services share, and after all large ones where many sit.

    A service sits at a table once, however many of its units do. Tables where few of a country sit are listed pair by
    pair, since a product of matrices would be mostly zeros; those where many sit are one such product a country.
    """
    table, who, weights = _seats(tables.of_seats, block.service_of[tables.places], tables.weights, len(block.services))
    wide = np.bincount(table, minlength=len(tables.numbers)) > np.array(block.sizes)[tables.group] // WIDE
    summed = (wide & tables.running & ~tables.small)[table]
    return (
        _pair_by_pair(tables, table[~summed], who[~summed], weights[~summed]),
        _products(tables, table[summed], who[summed], weights[summed]),
    )


def _pair_by_pair(tables: Tables, table: Places, who: Places, weights: Weights) -> Shared:
    one, other = pairs_within(table)
    at = table[one]
    missing = _not_at_table(weights[one] * weights[other], tables.members[at], tables.small[at], tables.running[at])
    return Shared(who[one], who[other], missing)


def _products(tables: Tables, table: Places, who: Places, weights: Weights) -> Shared:
    """The product over large running tables is the exponential of a sum, which is a product of matrices."""
    found = [nothing_shared()]
    for group in np.unique(tables.group[table]).tolist():
        here = tables.group[table] == group
        members, row = np.unique(who[here], return_inverse=True)
        columns, column = np.unique(table[here], return_inverse=True)
        sits = np.zeros((len(members), len(columns)))
        sits[row, column] = weights[here] / np.sqrt(tables.members - 1)[table[here]]
        one, other = np.triu_indices(len(members), 1)
        found.append(Shared(members[one], members[other], np.exp(-(sits @ sits.T)[one, other])))
    return together(found)


def with_each(tables: Tables, some: Mask) -> Shared:
    """Return what is missing after each mechanism that one of some bodies shares with any: that body first."""
    seats = np.flatnonzero(some[tables.places])
    table = tables.of_seats[seats]
    sizes = np.diff(tables.begins)[table]
    mine = np.repeat(seats, sizes)
    theirs = np.arange(len(mine)) + np.repeat(tables.begins[table] - np.cumsum(sizes) + sizes, sizes)
    at, both = np.repeat(table, sizes), tables.weights[mine] * tables.weights[theirs]
    missing = _not_at_table(both, tables.members[at], tables.small[at], tables.running[at])
    return Shared(tables.places[mine], tables.places[theirs], missing)


def at_events(block: Block) -> Shared:
    """Return the pairs of services of which both took part in one event, each once: less by `EVENT`."""
    claims, rows, size = block.record.claims, block.rows("participation"), max(len(block.services), 1)
    bodies = block.place_of_node[claims.a[rows]]
    here = block.record.begun[rows] & (bodies >= 0)
    seats = np.unique(claims.b[rows[here]].astype(np.intp) * size + block.service_of[bodies[here]])
    event = seats // size
    service = seats - event * size
    one, other = (service[places] for places in pairs_within(event * len(block.sizes) + block.squares.group[service]))
    pairs = np.unique(one * size + other)
    one = pairs // size
    return Shared(one, pairs - one * size, np.full(len(pairs), 1 - EVENT))
