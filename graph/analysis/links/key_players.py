"""Key players: the few without whom a graph falls apart most (Borgatti, Computational and Mathematical
Organization Theory 12, 2006)."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any

import networkx as nx

MOST_SETS = 2_000_000
STARTS = 30
BETTER = 1e-12


@dataclass(frozen=True, slots=True)
class Players:
    """The set found, the fragmentation without it, and whether every set was looked at ("best found" otherwise)."""

    nodes: tuple[Any, ...]
    fragmentation: float
    exhaustive: bool


def fragmentation(graph: "nx.Graph[Any]", without: frozenset[Any] = frozenset()) -> float:
    """Return F: the share of pairs of nodes that are not connected, without some nodes; 0 for fewer than two."""
    left = graph.subgraph(node for node in graph if node not in without)
    pairs = len(left) * (len(left) - 1)
    connected = sum(len(part) * (len(part) - 1) for part in nx.connected_components(left))
    return 1 - connected / pairs if pairs else 0.0


def key_players(graph: "nx.Graph[Any]", size: int, most_sets: int = MOST_SETS) -> Players:
    """Return the set of nodes without which the fragmentation of the rest is largest, the first in order among equals.

    Every set is looked at where there are at most `most_sets`; else exchanges from 30 starts, since taking one after
    the other is wrong already on the kite of Krackhardt.
    """
    nodes = sorted(graph)
    size = min(size, len(nodes))
    masks = _masks(graph, nodes)
    exhaustive = comb(len(nodes), size) <= most_sets
    sets = combinations(range(len(nodes)), size) if exhaustive else _exchanged(masks, size)
    best, value = tuple(range(size)), -1.0
    for some in sets:
        found = _fragmentation(masks, some)
        if found > value + BETTER or (abs(found - value) <= BETTER and some < best):
            best, value = some, found
    return Players(tuple(nodes[place] for place in best), value, exhaustive)


def _masks(graph: "nx.Graph[Any]", nodes: list[Any]) -> list[int]:
    """The neighbours of each node as bits, itself included: fast enough for two million sets."""
    place = {node: number for number, node in enumerate(nodes)}
    return [sum(1 << place[other] for other in {*graph[node], node}) for node in nodes]


def _fragmentation(masks: list[int], without: tuple[int, ...]) -> float:
    left = (1 << len(masks)) - 1
    for place in without:
        left &= ~(1 << place)
    count, connected = left.bit_count(), 0
    while left:
        part = _part(masks, left)
        left &= ~part
        size = part.bit_count()
        connected += size * (size - 1)
    return 1 - connected / (count * (count - 1)) if count > 1 else 0.0


def _part(masks: list[int], left: int) -> int:
    """The connected part of the first node that is left."""
    part = front = left & -left
    while front:
        near = 0
        while front:
            bit = front & -front
            near |= masks[bit.bit_length() - 1]
            front ^= bit
        front = near & left & ~part
        part |= front
    return part


def _exchanged(masks: list[int], size: int) -> Iterator[tuple[int, ...]]:
    """The sets at which exchanges of one node end: from the most connected nodes, and from 29 drawn by lot."""
    draw = random.Random(1)  # noqa: S311 (a start, not a secret)
    by_degree = sorted(range(len(masks)), key=lambda place: (-masks[place].bit_count(), place))
    starts = [by_degree[:size], *(draw.sample(range(len(masks)), size) for _ in range(STARTS - 1))]
    for start in starts:
        yield _climbed(masks, tuple(sorted(start)))


def _climbed(masks: list[int], some: tuple[int, ...]) -> tuple[int, ...]:
    value, improved = _fragmentation(masks, some), True
    while improved:
        improved = False
        for out in some:
            for into in range(len(masks)):
                other = tuple(sorted({*some, into} - {out}))
                found = _fragmentation(masks, other) if len(other) == len(some) else -1.0
                if found > value + BETTER:
                    some, value, improved = other, found, True
                    break
            if improved:
                break
    return some
