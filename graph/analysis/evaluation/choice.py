"""Which of several is chosen: the conditional logit of McFadden (1974), fitted by maximum likelihood."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Values = NDArray[np.float64]

# Ridge: weights stay finite where a sign decides every choice.
RIDGE = 2.0


def fitted(choices: Sequence[tuple[Values, int]]) -> Values:
    """Return one weight a sign, so that what was chosen is likely among what could have been.

    Each choice is (things x signs, the place of the thing that was chosen).
    """
    signs = np.concatenate([each for each, _ in choices])
    sizes = np.array([len(each) for each, _ in choices])
    begins = np.cumsum(sizes) - sizes
    chosen = begins + np.array([place for _, place in choices])
    seen = signs[chosen].sum(axis=0)

    def loss(weights: Values) -> tuple[float, Values]:
        scores = signs @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, begins), sizes)
        shares = np.exp(scores)
        sums = np.add.reduceat(shares, begins)
        expected = (shares / np.repeat(sums, sizes)) @ signs
        value = float(np.log(sums).sum() - scores[chosen].sum() + RIDGE / 2 * weights @ weights)
        return value, expected - seen + RIDGE * weights

    found: Values = minimize(loss, np.zeros(signs.shape[1]), jac=True, method="L-BFGS-B").x
    return found
