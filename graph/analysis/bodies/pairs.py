"""Groups laid out flat: what many small matrices would hold, in a few arrays. A group is a run of equal numbers."""

import numpy as np
from numpy.typing import NDArray

from graph.columns import Numbers

Places = NDArray[np.intp]


def pairs_within(groups: Places | Numbers) -> tuple[Places, Places]:
    """Return the places of all pairs of one group, each pair once, the first place below the second.

    `groups` is sorted: the group of each place. Time and memory grow with the pairs alone.
    """
    places = np.arange(len(groups))
    after = np.searchsorted(groups, groups, side="right") - places - 1  # how many of its group follow each
    one = np.repeat(places, after)
    other = np.arange(len(one)) + np.repeat(places + 1 - np.cumsum(after) + after, after)
    return one, other


def last_of_each(groups: Places | Numbers) -> Places:
    """Return the last place of each group of a sorted array."""
    differs = np.ones(len(groups), bool)
    np.not_equal(groups[1:], groups[:-1], out=differs[:-1])
    return np.flatnonzero(differs)
