"""Does the list hang on the tables of judgement? Each weight is moved by up to half, and the first lines counted."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from graph.analysis.gaps.gap_lines import lines, sides_of
from graph.analysis.gaps.screening import screen
from graph.record import Record
from graph.rules import Rules, rules, tried

FIRST, DRAWS, HALF = 20, 10, 0.5


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of the first lines stay among the first: on average over draws, at least, and of how many."""

    mean: float
    least: int
    of: int


@lru_cache(maxsize=32)
def kept(record: Record, country: str, theme: str = "", draws: int = DRAWS) -> Kept:
    """Return how many of the first 20 lines of a country stay when mandates, factors and strengths move by +-50 %.

    Every weight is drawn on its own, evenly, the same in every run; none exceeds 1.
    """
    first = _first(record, country, theme)
    counts = []
    for number in range(draws):
        with tried(moved(rules(), np.random.default_rng(number))):
            # A record of its own, as answers are kept by record.
            counts.append(len(first & _first(record.as_of(record.date), country, theme)))
    return Kept(float(np.mean(counts)), min(counts), len(first))


def moved(judged: Rules, draw: np.random.Generator) -> Rules:
    """Return the rules with every mandate, factor and strength multiplied by 0.5 to 1.5, at most 1."""
    factors = draw.uniform(1 - HALF, 1 + HALF, len(judged.mandates) + len(judged.subjects) + len(judged.strengths))
    by = iter(factors.tolist())
    return replace(
        judged,
        mandates=tuple(replace(rule, weight=min(1.0, rule.weight * next(by))) for rule in judged.mandates),
        subjects=tuple(replace(rule, factor=min(1.0, rule.factor * next(by))) for rule in judged.subjects),
        strengths={
            kind: replace(rule, strength=min(1.0, rule.strength * next(by))) for kind, rule in judged.strengths.items()
        },
    )


def _first(record: Record, country: str, theme: str) -> set[object]:
    """The first lines, each by what its sides fold into, so that another sister in front is no change."""
    seen = screen(record, country, theme)
    return {sides_of(seen, line.pair) for line in lines(seen)[:FIRST]}


def kept_everywhere(record: Record, countries: Iterable[str], draws: int = DRAWS) -> Kept:
    """Return the same over several countries: the mean share times 20, the least, of 20."""
    found = [one for country in countries if (one := kept(record, country, "", draws)).of == FIRST]
    if not found:
        return Kept(0.0, 0, 0)
    return Kept(float(np.mean([one.mean for one in found])), min(one.least for one in found), FIRST)
