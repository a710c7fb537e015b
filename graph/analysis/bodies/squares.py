"""Square matrices of several groups laid end to end: one for each country, and nothing across them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Squares:
    """Members side by side, group after group: a pair (i, j) of one group has the flat place `rows[i]` + j.

    `group` is by member, as `rows` and `local`, its place in its group; `size` the number of all pairs. Of one group
    alone the flat array is its matrix.
    """

    group: Places
    local: Places
    rows: Places
    size: int

    def place(self, one: Places, other: Places) -> Places:
        """Return the flat places of pairs of one group."""
        places: Places = self.rows[one] + other
        return places

    def pair(self, places: Places) -> tuple[Places, Places]:
        """Return the pairs at flat places."""
        members = np.arange(len(self.group))
        starts = self.rows + members - self.local  # where the row of each member begins
        one = np.searchsorted(starts, places, side="right") - 1
        return one, places - self.rows[one]


def squares(sizes: Sequence[int]) -> Squares:
    """Return the layout of groups with so many members."""
    size = np.array(sizes, np.intp)
    group = np.repeat(np.arange(len(size)), size)
    first, begin = np.cumsum(size) - size, np.cumsum(size**2) - size**2
    local = np.arange(len(group)) - first[group]
    return Squares(group, local, (begin - first)[group] + local * size[group], int((size**2).sum()))


def mirrored(upper: Matrix) -> Matrix:
    """Return the flat array of one group as a symmetric matrix of what stands above the diagonal, 0 on it."""
    above = np.triu(upper.reshape((round(upper.size**0.5),) * 2), 1)
    found: Matrix = above + above.T
    return found
