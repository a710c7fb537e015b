"""Weights of collaboration as published: the textbook measure behind the tables of mechanisms.py."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations


def collaboration(groups: Iterable[Iterable[str]]) -> dict[tuple[str, str], float]:
    """Return for each pair the sum of 1 / (m - 1) over the groups of m that both are in (Newman 2001); pairs in order.

    A group of one adds nothing; a member named twice is one.
    """
    found: dict[tuple[str, str], float] = defaultdict(float)
    for group in groups:
        members = sorted(set(group))
        for pair in combinations(members, 2):
            found[pair] += 1 / (len(members) - 1)
    return dict(found)
