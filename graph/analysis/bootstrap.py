"""How far a mean may be off: the bootstrap, drawing whole countries again because their cases hang together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
SEED = 20261125
SHARE = (2.5, 97.5)


def interval(values: NDArray[np.float64], clusters: Sequence[str]) -> tuple[float | None, float | None]:
    """Return the 95 % interval of the mean of values by drawing clusters with replacement (Efron and Tibshirani 1993).

    None for fewer than two clusters. The draws are the same every time.
    """
    names, places = np.unique(np.array(clusters, dtype=str), return_inverse=True)
    if len(names) < 2:
        return None, None
    sums, counts = np.bincount(places, values), np.bincount(places)
    drawn = np.random.default_rng(SEED).integers(len(names), size=(DRAWS, len(names)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.percentile(means, SHARE)
    return round(float(low), 3), round(float(high), 3)
