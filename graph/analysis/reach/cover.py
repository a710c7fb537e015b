"""The smallest or cheapest set of columns that covers rows: what is asked, and what any answer is measured by.

cover = Cover(reach, cost, least=reach.shape[0])     every row once; reach is rows x columns, 0 or 1, sparse
cover.is_met(chosen)                                 whether a set of columns does what is asked
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]
Chosen = frozenset[int]

WHOLE = 1e-6  # How far from a whole number a cost may lie to count as one.


@dataclass(frozen=True, eq=False)
class Cover:
    """At least `least` rows, and of each quota (rows, at least so many of them), by columns at least cost.

    `reach` is rows x columns and holds 1 where a column covers a row. `must` are columns that are taken anyway;
    `taste` orders sets of equal cost, the smaller sum first (all above 0). Where `joined` (columns x columns:
    from one to the next) is given, a chain of chosen columns leads to each from one of the `roots`, which hang together
    by themselves. What is asked can be done: rows that no column covers are taken out before.
    """

    reach: csr_array
    cost: Numbers
    taste: Numbers
    least: int
    quotas: tuple[tuple[Places, int], ...] = ()
    must: Chosen = frozenset()
    joined: Mask | None = None
    roots: Chosen = frozenset()

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self.reach.shape[0])

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return int(self.reach.shape[1])

    @cached_property
    def by_column(self) -> csr_array:
        """Columns x rows."""
        return csr_array(self.reach.T)

    @cached_property
    def covers_all(self) -> bool:
        """Whether every row is to be covered."""
        return self.least == self.rows

    @cached_property
    def has_whole_costs(self) -> bool:
        """Whether all costs are whole numbers, so that a bound may be rounded up."""
        return bool((np.abs(self.cost - np.round(self.cost)) < WHOLE).all())

    def cost_of(self, chosen: Iterable[int]) -> float:
        """Return what a set of columns costs."""
        return float(self.cost[sorted(chosen)].sum())

    def covered(self, chosen: Iterable[int]) -> Mask:
        """Return which rows a set of columns covers."""
        taken = np.zeros(self.columns)
        taken[sorted(chosen)] = 1
        found: Mask = self.reach @ taken > 0
        return found

    def is_met(self, chosen: Chosen) -> bool:
        """Return whether a set of columns does all that is asked."""
        covered = self.covered(chosen)
        enough = int(covered.sum()) >= self.least and all(covered[rows].sum() >= few for rows, few in self.quotas)
        return enough and chosen >= self.must and self.is_one_piece(chosen)

    def is_one_piece(self, chosen: Chosen) -> bool:
        """Return whether a set hangs together, where that is asked."""
        return self.joined is None or chosen == within_reach(self.joined, chosen & self.roots, chosen)

    def rounded(self, bound: float) -> float:
        """Return a lower bound, rounded up where costs are whole numbers."""
        return float(np.ceil(bound - WHOLE)) if self.has_whole_costs else bound


def within_reach(joined: Mask, roots: Iterable[int], among: Iterable[int]) -> Chosen:
    """Return all columns among some to which a chain leads from the roots."""
    allowed, found = set(among), set(roots)
    waiting = deque(found)
    while waiting:
        for other in np.flatnonzero(joined[waiting.popleft()]).tolist():
            if other in allowed and other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)
