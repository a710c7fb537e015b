"""Mechanisms that bodies of a country share: committees, task forces, networks, and events."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Block, Matrix, Places
from graph.analysis.bodies.by_country import members_in_force
from graph.analysis.bodies.kinds import AT_THE_EDGE
from graph.columns import ROLES
from graph.record import Record

SMALL = 15
EDGE, ENDED, EVENT = 0.5, 0.2, 0.2
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


def mechanisms(block: Block) -> Iterator[Mechanism]:
    """Yield the networks in which at least two living bodies of the block are recorded, in force on the date."""
    record, claims = block.record, block.record.claims
    rows = block.rows("membership")
    places = block.place_of_node[claims.a[rows]]
    inside = record.in_force[rows] & (places >= 0)
    rows, places = rows[inside], places[inside]
    # Each seat once, with its best role: by network, then by place.
    seats, which = np.unique(claims.b[rows].astype(np.int64) * len(block.bodies) + places, return_inverse=True)
    weights = np.zeros(len(seats))
    np.maximum.at(weights, which, _weights(claims.role[rows]))
    numbers, begins, sizes = np.unique(seats // max(len(block.bodies), 1), return_index=True, return_counts=True)
    shared = sizes > 1
    for number, begin, size in zip(*(part[shared].tolist() for part in (numbers, begins, sizes)), strict=True):
        cut = slice(begin, begin + size)
        network, members, small, running = _table_of(record, number)
        yield Mechanism(network, seats[cut] % len(block.bodies), weights[cut], members, small, running)


@lru_cache(maxsize=16384)
def _table_of(record: Record, number: int) -> tuple[str, int, bool, bool]:
    """What a network is for all countries: its id, its members, whether it is a small national one, and still runs."""
    network = record.networks[record.addresses[number].partition(":")[2]]
    members = max(int(members_in_force(record)[number]), stated_members(network.note))
    small = network.scope == "national" and members <= SMALL
    return network.id, members, small, record.is_running(network.id)


def stated_members(note: str) -> int:
    """Return the number of members that a note states, 0 where it states none."""
    return max((int(number) for number in STATED.findall(note)), default=0)


def _weights(roles: NDArray[np.int8]) -> NDArray[np.float64]:
    table = np.array([EDGE if role in AT_THE_EDGE else 1.0 for role in ROLES])
    found: NDArray[np.float64] = table[roles]
    return found


def common_table(mechanism: Mechanism, weights: NDArray[np.float64]) -> Matrix:
    """Return members x members: how far sitting in one mechanism with these weights is contact.

    A small national one 0.8 min(1, 6 / (m - 1)); any other 1 - exp(-1 / (m - 1)) after Newman (2001), where two
    alone in one committee count 1 before they are diluted; m is the larger of recorded and stated members.
    """
    both = np.outer(weights, weights)
    others = mechanism.members - 1
    value = 0.8 * min(1.0, 6 / others) * both if mechanism.small else -np.expm1(-both / others)
    return value if mechanism.running else ENDED * value


def not_by_mechanisms(shared: Iterable[Mechanism], of: Places, size: int) -> Matrix:
    """Return the product over shared mechanisms of (1 - common table), size x size.

    `of` says for each body of the block whom it counts for: itself, or its service, which sits at a table once
    however many of its units do.
    """
    by_kind: dict[bool, list[Mechanism]] = {True: [], False: []}
    for mechanism in shared:
        by_kind[mechanism.running and not mechanism.small].append(mechanism)
    # The product over large running ones is the exponential of a sum.
    missing: Matrix = np.exp(-_sums(by_kind[True], of, size))
    for mechanism in by_kind[False]:
        who, which = np.unique(of[mechanism.places], return_inverse=True)
        weights = np.zeros(len(who))
        np.maximum.at(weights, which, mechanism.weights)
        missing[np.ix_(who, who)] *= 1 - common_table(mechanism, weights)
    return missing


def _sums(shared: Sequence[Mechanism], of: Places, size: int) -> Matrix:
    """Return size x size: the sum over mechanisms of the product of both weights by (m - 1).

    Pair by pair of those who sit at each: a product of matrices would be mostly zeros.
    """
    if not shared:
        return np.zeros((size, size))
    columns = np.repeat(np.arange(len(shared)), [len(mechanism.places) for mechanism in shared])
    who = of[np.concatenate([mechanism.places for mechanism in shared])]
    seats, which = np.unique(columns * size + who, return_inverse=True)
    weights = np.zeros(len(seats))
    np.maximum.at(weights, which, np.concatenate([mechanism.weights for mechanism in shared]))
    weights /= np.sqrt([mechanism.members - 1 for mechanism in shared])[seats // size]
    one, other = _pairs_within(seats // size)
    values = weights[one] * weights[other]
    pairs = seats[one] % size * size + seats[other] % size
    sums = np.bincount(pairs, values, size * size)
    return sums.astype(np.float64, copy=False).reshape(size, size)


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
