"""What pairs share, one line each, and what is missing to full coordination when all of it is counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Mask, Places
from graph.analysis.bodies.squares import Squares

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Shared:
    """Pairs of places, the lower first, and 1 - what each shares counts as contact; a pair may come again."""

    one: Places
    other: Places
    missing: Values

    def folded(self, of: Places) -> "Shared":
        """Return the same for what each place counts for, such as the service of a body."""
        return Shared(of[self.one], of[self.other], self.missing)

    def where(self, kept: Mask) -> "Shared":
        """Return some of the lines."""
        return Shared(self.one[kept], self.other[kept], self.missing[kept])


def nothing_shared() -> Shared:
    """Return no line."""
    return Shared(np.empty(0, np.intp), np.empty(0, np.intp), np.empty(0))


def together(shared: Sequence[Shared]) -> Shared:
    """Return the lines of several, one after the other."""
    return Shared(
        np.concatenate([each.one for each in shared]),
        np.concatenate([each.other for each in shared]),
        np.concatenate([each.missing for each in shared]),
    )


def all_missing(shared: Iterable[Shared], squares: Squares) -> Values:
    """Return the product over all that a pair shares, lower place first, in squares of what the places are of."""
    product = np.ones(squares.size)
    for each in shared:
        np.multiply.at(product, squares.place(each.one, each.other), each.missing)
    return product
