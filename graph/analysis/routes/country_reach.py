"""How many contacts apart countries are, all pairs at once: sets of countries travel along the contacts as bits."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from graph.analysis.routes.home_ties import contacts
from graph.record import Record

APART = -1
WORD = 64

Steps = NDArray[np.int16]
Places = NDArray[np.intp]
Bits = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Ties:
    """Ties between nodes as they are walked: the neighbours of node i stand from begins[i] to begins[i + 1].

    `country` is the place of the country of each node, of `countries` in all.
    """

    country: Places
    countries: int
    begins: NDArray[np.int32]
    neighbours: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class CountryReach:
    """Countries x countries: the fewest recorded contacts from any body of one to any of the other, -1 for no chain."""

    countries: tuple[str, ...]
    steps: Steps


@lru_cache(maxsize=4)
def country_reach(record: Record) -> CountryReach:
    """Return how far apart the countries of the record are by contacts that count; INT is a country here."""
    countries = tuple(sorted(record.bodies))
    place = {code: number for number, code in enumerate(countries)}
    bodies = sorted(record.organizations)
    number = {body: count for count, body in enumerate(bodies)}
    pairs = [(number[a], number[b]) for a, others in contacts(record).items() for b in others if a < b]
    ends = np.array(pairs, np.intp).reshape(-1, 2)
    of = np.array([place[record.organizations[body].country] for body in bodies], np.intp)
    return CountryReach(countries, steps_between(ties_of(ends[:, 0], ends[:, 1], of, len(countries))))


def chain_between(record: Record, one: str, other: str) -> list[int]:
    """Return a shortest chain of contacts from any body of a country to any of another: a claim's row for each.

    The first of several by name; nothing where no chain is recorded.
    """
    reach = country_reach(record)
    ends = [reach.countries.index(code) for code in (one, other) if code in reach.countries]
    if len(ends) < 2 or reach.steps[ends[0], ends[1]] == APART:
        return []
    known = contacts(record)
    graph = nx.Graph([(body, whom) for body in sorted(known) for whom in known[body]])
    for code in (one, other):  # in capitals, as no id of a body is
        graph.add_edges_from((code, body) for body in record.bodies[code] if body in known)
    chain = nx.shortest_path(graph, one, other)[1:-1]
    return [known[body][whom][0] for body, whom in pairwise(chain)]


def ties_of(a: Places, b: Places, country: Places, countries: int) -> Ties:
    """Return ties grouped by node, each once in both directions; a counting sort."""
    ends = np.concatenate([a, b]).astype(np.int32), np.concatenate([b, a]).astype(np.int32)
    size = len(country)
    grouped = coo_array((np.ones(len(ends[0]), np.int8), ends), shape=(size, size)).tocsr()
    return Ties(country, countries, grouped.indptr, grouped.indices)


def steps_between(ties: Ties) -> Steps:
    """Return countries x countries: the fewest ties between any node of one and any of another, -1 for none.

    Each round every node hears which countries its neighbours know, so a country is as far as the round in which the
    first of its nodes hears of another: O(ties x countries / 64) a round, as many rounds as the farthest pair is apart.
    """
    steps = np.full((ties.countries, ties.countries), APART, np.int16)
    np.fill_diagonal(steps, 0)
    known = _own(ties)
    rounds, learnt = 0, True
    while learnt and (steps == APART).any():
        rounds += 1
        known, learnt = (_next_door(ties) | known, True) if rounds == 1 else _heard(ties, known)
        steps[_of_countries(ties, known) & (steps == APART)] = rounds
    return steps


def _own(ties: Ties) -> Bits:
    """What each node knows at first: its own country."""
    known = np.zeros((len(ties.country), -(-ties.countries // WORD)), np.uint64)
    known[np.arange(len(known)), ties.country // WORD] = np.uint64(1) << (ties.country % WORD).astype(np.uint64)
    return known


def _next_door(ties: Ties) -> Bits:
    """What each node hears in the first round: the countries of its neighbours."""
    table = np.zeros((len(ties.country), -(-ties.countries // WORD) * WORD), np.uint8)
    nodes = np.repeat(np.arange(len(ties.country), dtype=np.int32), np.diff(ties.begins))
    table[nodes, ties.country[ties.neighbours]] = 1
    return np.packbits(table, axis=1, bitorder="little").view(np.uint64)


def _heard(ties: Ties, known: Bits) -> tuple[Bits, bool]:
    """What each node knows after one more round, and whether any learnt something."""
    linked = np.flatnonzero(np.diff(ties.begins) > 0)
    if not len(linked):
        return known, False
    told = known.copy()
    for word in range(known.shape[1]):  # Word by word: a column of a word a node stays in the cache.
        column = np.ascontiguousarray(known[:, word])
        told[linked, word] |= np.bitwise_or.reduceat(column[ties.neighbours], ties.begins[linked])
    return told, bool((told != known).any())


def _of_countries(ties: Ties, known: Bits) -> NDArray[np.bool_]:
    """Countries x countries: what any node of a country knows."""
    found = np.zeros((ties.countries, known.shape[1]), np.uint64)
    order = np.argsort(ties.country, kind="stable")
    there, begins = np.unique(ties.country[order], return_index=True)
    if len(there):
        found[there] = np.bitwise_or.reduceat(known[order], begins, axis=0)
    return np.unpackbits(found.view(np.uint8), axis=1, bitorder="little")[:, : ties.countries].astype(bool)
