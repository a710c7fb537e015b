"""Who should hear from a network, reckoned for many networks of one country at once.

Of the services that share a subject of the network with the service that sits there, at most five: those with a
recorded mandate first, then by need. Time grows with cells x subjects of a network x services.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.block import Mask, Matrix, Places
from graph.analysis.mandates import THEMES
from graph.analysis.need import EXPECTED, Grounds, reason_of

MOST = 5
NOBODY = -1
Themed = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Subjects:
    """The reasons of a block by theme, each among the services that hold it, and whose mandates are recorded.

    `reasons[theme]` is (services, their matrix); `recorded` services x themes; `apart` services x services: neither
    one nor in one line of command.
    """

    reasons: Mapping[str, tuple[Places, Matrix]]
    recorded: Mask
    apart: Mask


def subjects_of(grounds: Grounds) -> Subjects:
    """Return the reasons of a block by theme."""
    block = grounds.block
    reasons = {theme: found for theme in THEMES if (found := reason_of(grounds, theme)) is not None}
    held = block.mandates.is_recorded[block.mandate_rows] & block.party[:, None]
    recorded = np.logical_or.reduceat(held, block.begins, axis=0) if len(block.bodies) else held
    return Subjects(reasons, recorded, ~block.line_of_command)


def hearers(subjects: Subjects, sits: Places, themes: Themed) -> Places:
    """Return cells x `MOST`: the places of the services that should hear, best first, then `NOBODY`.

    `sits` is the place of the service that sits in each cell, `themes` cells x themes those of its network.
    """
    value = needs(subjects, sits, themes)
    fits = (value >= EXPECTED) & subjects.apart[sits]
    # Recorded before presumed, then by need, then by place, in one number.
    rank = np.where(fits, np.round(value, 9) + recorded_for(subjects, themes), -1.0)
    most = min(MOST, rank.shape[1])
    order = np.argsort(-rank, axis=1, kind="stable")[:, :most]
    found = np.where(np.take_along_axis(rank, order, axis=1) >= 0, order, NOBODY)
    return np.pad(found, ((0, 0), (0, MOST - most)), constant_values=NOBODY)


def needs(subjects: Subjects, sits: Places, themes: Themed) -> Matrix:
    """Return cells x services: need by the network's themes, from the two strongest."""
    size = len(subjects.recorded)
    first, second = np.zeros((len(sits), size)), np.zeros((len(sits), size))
    for column, theme in enumerate(THEMES):
        cells = np.flatnonzero(themes[:, column])
        if theme not in subjects.reasons or not len(cells):
            continue
        services, matrix = subjects.reasons[theme]
        row = np.full(size, NOBODY)
        row[services] = np.arange(len(services))
        cells = cells[row[sits[cells]] >= 0]
        cut = np.ix_(cells, services)
        value, best = matrix[row[sits[cells]]], first[cut]
        second[cut] = np.maximum(second[cut], np.minimum(best, value))
        first[cut] = np.maximum(best, value)
    need: Matrix = 1 - (1 - first) * (1 - second / 2)
    return need


def recorded_for(subjects: Subjects, themes: Themed) -> Mask:
    """Return cells x services: whether a source gives a service a mandate on a theme of the network."""
    recorded: Mask = (themes.astype(np.float32) @ subjects.recorded.T.astype(np.float32)) > 0
    return recorded
