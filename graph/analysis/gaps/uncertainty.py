"""What an incomplete record can say of itself: how much of it is recorded, and how likely a contact is unrecorded.

chapman(n1, n2, both)                   how many contacts there are, by two independent sources
unrecorded(prior, recall)               the chance that a contact exists although none is recorded
closed(need, coordination, chance)      the share of need that is met, with its standard deviation
recall_of(record, "PK")                 an upper bound for a country, None where too little was read twice
"""

import math
from collections.abc import Iterable, Sequence

from graph.analysis.gaps.screening import Pair, Screening, screen
from graph.record import Record

LEAST_SHARED = 5
OFFICIAL = frozenset(("web page", "treaty", "report", "slides"))


def chapman(first: int, second: int, both: int) -> float | None:
    """Return Chapman's estimate (n1 + 1)(n2 + 1) / (m + 1) - 1 of a whole from two lists; None for m below 5.

    It needs independent lists and exact matching; where both copy one announcement it is too low.
    """
    return (first + 1) * (second + 1) / (both + 1) - 1 if both >= LEAST_SHARED else None


def unrecorded(prior: float, recall: float) -> float:
    """Return pi (1 - rho) / (1 - pi rho): the chance of a contact, for a prior pi, where recall rho found none.

    None is left where everything is recorded, even for a contact that was taken for sure.
    """
    if recall >= 1:
        return 0.0
    return prior * (1 - recall) / (1 - prior * recall)


def closed(need: Sequence[float], coordination: Sequence[float], chance: Sequence[float]) -> tuple[float, float] | None:
    """Return mean and standard deviation of the share of need that is met; None where nothing is needed.

    Each pair is met as far as it is coordinated, and wholly with the chance that a contact is merely unrecorded.
    """
    total = sum(need)
    if not total:
        return None
    open_ = [weight * (1 - found) for weight, found in zip(need, coordination, strict=True)]
    mean = 1 - sum(left * (1 - u) for left, u in zip(open_, chance, strict=True)) / total
    variance = sum(left**2 * u * (1 - u) for left, u in zip(open_, chance, strict=True)) / total**2
    return mean, math.sqrt(variance)


def recall_of(record: Record, country: str) -> float | None:
    """Return which share of the contacts between services of a country is recorded, at most; None: not estimated.

    Two lists: what official pages and reports say, and what the news say.
    """
    seen = screen(record, country)
    first, second = lists_of(seen, seen.pairs_with_claims)
    whole = chapman(len(first), len(second), len(first & second))
    return len(first | second) / whole if whole else None


def lists_of(seen: Screening, pairs: Iterable[Pair]) -> tuple[set[Pair], set[Pair]]:
    """Return which of some pairs are in contact by official pages and reports, and which by the news."""
    lists: tuple[set[Pair], set[Pair]] = (set(), set())
    sources, source_of, addresses = seen.record.sources, seen.record.claims.source, seen.record.addresses
    for pair in pairs:
        for row in seen.contacts_between(*pair):
            kind = sources[addresses[source_of[row]].partition(":")[2]].kind
            lists[kind not in OFFICIAL].add(pair)
    return lists
