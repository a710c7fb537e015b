"""How far a mean may be off: the bootstrap, drawing whole countries again because their cases hang together."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

DRAWS = 2000
SEED = 20261125
SHARE = (2.5, 97.5)


def interval(values: NDArray[np.float64], clusters: Sequence[str]) -> tuple[float | None, float | None]:
    """Return the 95 % interval of the mean of values, each in one cluster."""
    _, places = np.unique(np.array(clusters, dtype=str), return_inverse=True)
    return interval_of(np.bincount(places, values).astype(float), np.bincount(places).astype(float))


def interval_of(sums: NDArray[np.float64], counts: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """Return the 95 % interval of a mean by drawing clusters with replacement (Efron and Tibshirani 1993).

    `sums` and `counts` are what each cluster adds to the mean and its weight. None for fewer than two clusters. The
    draws are the same every time.
    """
    if len(sums) < 2:
        return None, None
    drawn = np.random.default_rng(SEED).integers(len(sums), size=(DRAWS, len(sums)))
    low, high = np.percentile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), SHARE)
    return round(float(low), 3), round(float(high), 3)
