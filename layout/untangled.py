"""Two columns in the order in which few of the lines between them cross."""

from collections.abc import Collection, Sequence
from itertools import combinations

PASSES = 12
Pairs = Collection[tuple[str, str]]


def untangled(left: Sequence[str], right: Sequence[str], pairs: Pairs) -> tuple[list[str], list[str]]:
    """Return both columns, each name by turns at the mean height of its partners; of all passes the best is kept.

    Barycentre heuristic (Sugiyama, Tagawa and Toda 1981); ties go by name, so the order is always the same.
    """
    best = now = (sorted(left), sorted(right))
    least = crossings(*best, pairs)
    back = [(b, a) for a, b in pairs]
    for turn in range(PASSES):
        now = (
            (_by_partners(now[0], now[1], pairs), now[1]) if turn % 2 else (now[0], _by_partners(now[1], now[0], back))
        )
        count = crossings(*now, pairs)
        if count < least:
            best, least = now, count
    return best


def crossings(left: Sequence[str], right: Sequence[str], pairs: Pairs) -> int:
    """Return how many pairs of lines cross."""
    at, to = {name: i for i, name in enumerate(left)}, {name: i for i, name in enumerate(right)}
    ends = [(at[a], to[b]) for a, b in sorted(pairs)]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))


def _by_partners(names: Sequence[str], others: Sequence[str], pairs: Pairs) -> list[str]:
    """Return names by the mean place of their partners; who has none comes last."""
    place = {name: i for i, name in enumerate(others)}
    found: dict[str, list[int]] = {}
    for name, other in pairs:
        found.setdefault(name, []).append(place[other])
    return sorted(names, key=lambda name: (sum(found[name]) / len(found[name]) if name in found else len(place), name))
