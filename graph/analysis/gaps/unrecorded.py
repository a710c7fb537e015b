"""The chance that a contact exists although none is recorded: a range for each gap, with what it rests on.

Both ends are rough, and neither orders anything. *Recall*, which share of the contacts is recorded, comes from two
lists that were read apart, official pages and the news, by Chapman's estimate over the expected contacts of all
countries together: one country has too few. *Prior*, how often such bodies are in contact at all: at least the share
recorded between bodies of the same two kinds in other countries, at most that share with what is missing by the recall.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.analysis.evaluation.bootstrap import SEED
from graph.analysis.gaps.screening import Pair, Screening, screen
from graph.analysis.gaps.uncertainty import LEAST_SHARED, chapman, lists_of, unrecorded
from graph.answers import Unrecorded
from graph.record import Record

DRAWS = 400
ENDS = (10, 90)  # of the bootstrap over countries: the recall lies between them in four of five draws
MOST = 0.9  # no kind of pair is surer than this to be in contact
SHRUNK = 5  # so many pairs of the average of all kinds are added to those of two kinds
Kinds = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """What all countries say together: recall with its ends, and expected and recorded pairs by kinds and country."""

    recall: tuple[float, float, float] | None
    shared: int
    recorded: int
    pairs: Mapping[Kinds, Mapping[str, tuple[int, int]]]


def chance(seen: Screening, pair: Pair) -> Unrecorded:
    """Return how likely it is that two services are in contact and nothing read says so; None at both ends: unknown."""
    if pair in seen.problems or pair in seen.denied or seen.standing_between(*pair):
        return _unknown("Not asked: something is recorded of this contact itself.")
    if not seen.country:
        return _unknown("Not estimated: too little was read twice about contacts across borders.")
    read = read_of(seen.record)
    if read.recall is None:
        few = f"the official pages and the news share {read.shared} contacts, and at least {LEAST_SHARED} are needed"
        return _unknown(f"Not estimated: {few}.")
    return _range(seen, pair, read, read.recall)


def _unknown(basis: str) -> Unrecorded:
    return {"low": None, "high": None, "basis": basis}


def _range(seen: Screening, pair: Pair, read: Read, recall: tuple[float, float, float]) -> Unrecorded:
    low, middle, high = recall
    expected, found = _sum(read.pairs.get(_kinds(seen, pair), {}), seen.country)
    all_counts = [_sum(one, seen.country) for one in read.pairs.values()]
    of_all = sum(two for _, two in all_counts) / max(sum(one for one, _ in all_counts), 1)
    share = (found + SHRUNK * of_all) / (expected + SHRUNK)
    such = f"{found} of {expected} expected contacts between such bodies are recorded in other countries"
    if not expected:
        such = f"No such pair is expected in other countries; of all pairs there {of_all:.0%} are recorded in contact"
    twice = f"official pages and the news share {read.shared} of {read.recorded} contacts"
    return {
        "low": round(unrecorded(share, high), 2),
        "high": round(unrecorded(min(share / middle, MOST), low), 2),
        "basis": f"{such}; {twice}, so at most about {middle:.0%} is recorded ({low:.0%} to {high:.0%}).",
    }


def _sum(by_country: Mapping[str, tuple[int, int]], without: str) -> tuple[int, int]:
    kept = [counts for country, counts in by_country.items() if country != without]
    return sum(one for one, _ in kept), sum(two for _, two in kept)


def _kinds(seen: Screening, pair: Pair) -> Kinds:
    one, other = sorted(seen.record.organizations[seen.block.services[place]].kind for place in pair)
    return one, other


@lru_cache(maxsize=4)
def read_of(record: Record) -> Read:
    """Return what the countries of the focus say together."""
    pairs: dict[Kinds, dict[str, tuple[int, int]]] = {}
    counts = []
    for country in sorted(record.countries):
        seen = screen(record, country)
        first, second = lists_of(seen, seen.expected_pairs)
        counts.append((len(first), len(second), len(first & second), len(first | second)))
        for pair in seen.expected_pairs:
            by_country = pairs.setdefault(_kinds(seen, pair), {})
            expected, found = by_country.get(country, (0, 0))
            by_country[country] = expected + 1, found + bool(pair in first or pair in second)
    table = np.array(counts or [(0, 0, 0, 0)])
    return Read(_recall(table), int(table[:, 2].sum()), int(table[:, 3].sum()), pairs)


def _recall(counts: np.ndarray) -> tuple[float, float, float] | None:
    """Return the recall between its ends; countries are drawn again, since what was read in one hangs together."""
    middle = _share(counts.sum(axis=0).tolist())
    if middle is None:
        return None
    drawn = np.random.default_rng(SEED).integers(len(counts), size=(DRAWS, len(counts)))
    shares = [share for places in drawn if (share := _share(counts[places].sum(axis=0).tolist())) is not None]
    low, high = np.percentile(shares, ENDS)
    return float(low), middle, float(high)


def _share(counts: Iterable[int]) -> float | None:
    first, second, both, either = counts
    whole = chapman(first, second, both)
    return min(either / whole, 1.0) if whole else None
