"""Different people for different errands: one body for each of several places, where that can be done at all."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

NEVER = 1e6  # Dearer than any choice of bodies: what is chosen at this price cannot be done.


def different_bodies(places: Sequence[Sequence[tuple[str, float]]]) -> list[int] | None:
    """Return for each place which of its candidates to take, so that no body comes twice, at the least sum of costs.

    `places` holds for each place candidates as (body, cost); of the same body the first counts. None where it cannot
    be done, because some places have fewer bodies among them than they are (Hall, J. London Math. Soc. 10, 1935).
    """
    bodies = list(dict.fromkeys(body for candidates in places for body, _ in candidates))
    if len(bodies) < len(places):
        return None
    column = {body: number for number, body in enumerate(bodies)}
    cost = np.full((len(places), len(bodies)), NEVER)
    for row, candidates in enumerate(places):
        for body, price in reversed(candidates):
            cost[row, column[body]] = price
    rows, chosen = linear_sum_assignment(cost)
    if cost[rows, chosen].max(initial=0.0) >= NEVER:
        return None
    names = [[body for body, _ in candidates] for candidates in places]
    return [names[row].index(bodies[number]) for row, number in zip(rows.tolist(), chosen.tolist(), strict=True)]
