"""The two strongest reasons in each of many places, gathered from a flat list in which places come up again."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Matrix, Places

Reasons = NDArray[np.intp]
Values = NDArray[np.float64]
NOTHING = -1


@dataclass(frozen=True, eq=False)
class TwoStrongest:
    """By place: the value of the strongest reason, that of the second, and which reason is the strongest.

    0 and `NOTHING` where no reason is.
    """

    first: Values
    second: Values
    strongest: NDArray[np.int8]

    def add(self, places: Places, reasons: Reasons, values: Values) -> None:
        """Let values count, each for a reason in a place; of one reason in one place the largest does.

        All values of a reason come in one call.
        """
        before = self.first[places]
        np.maximum.at(self.first, places, values)
        won = (values == self.first[places]) & (values > before)
        self.strongest[places[won]] = reasons[won]
        # Where its reason has won, what was strongest before comes second; where it has not, the value itself may.
        np.maximum.at(self.second, places, np.where(self.strongest[places] == reasons, before, values))


def two_strongest(size: int) -> TwoStrongest:
    """Return so many places without a reason."""
    return TwoStrongest(np.zeros(size), np.zeros(size), np.full(size, NOTHING, np.int8))


def need_of(first: Matrix, second: Matrix) -> Matrix:
    """Return 1 - (1 - r1)(1 - r2 / 2) of the two strongest reasons."""
    needed: Matrix = 1 - (1 - first) * (1 - second / 2)
    return needed
