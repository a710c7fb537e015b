"""Who should hear from a network, reckoned for many networks of one country at once.

Of the services that share a subject of the network with the service that sits there, at most five: those with a
recorded mandate first, then by need. Time grows with cells x subjects of a network x services.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Mask, Matrix, Places
from graph.analysis.bodies.mandates import THEMES
from graph.analysis.gaps.need import EXPECTED, Need

MOST = 5
NOBODY = -1
Themed = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Subjects:
    """The need of a country by theme, and whose mandates are recorded.

    `recorded` is services x themes; `apart` services x services: neither one nor in one line of command.
    """

    need: Need
    recorded: Mask
    apart: Mask


def subjects_of(wanted: Need) -> Subjects:
    """Return what the hearers of a country are found by; its need must be that of all themes."""
    block = wanted.grounds.block
    held = block.mandates.is_recorded[block.mandate_rows] & block.party[:, None]
    recorded = np.logical_or.reduceat(held, block.begins, axis=0) if len(block.bodies) else held
    return Subjects(wanted, recorded, ~block.line_of_command)


def hearers(subjects: Subjects, sits: Places, themes: Themed) -> Places:
    """Return cells x `MOST`: the places of the services that should hear, best first, then `NOBODY`.

    `sits` is the place of the service that sits in each cell, `themes` cells x themes those of its network.
    """
    found = np.full((len(sits), MOST), NOBODY)
    at, which = np.unique(sits, return_inverse=True)
    rows = _rows(subjects, at)
    # Most who sit somewhere share no subject with anybody there.
    shared: Mask = rows.max(axis=2) > 0
    cells = np.flatnonzero((themes & shared[which]).any(axis=1))
    value = _two_strongest(rows, which[cells], themes[cells])
    heard, places = np.nonzero((value >= EXPECTED) & subjects.apart[sits[cells]])
    need, cells = np.round(value[heard, places], 9), cells[heard]
    # Recorded before presumed, then by need, then by place.
    order = np.lexsort((places, -need, ~recorded_for(subjects, places, themes[cells]), cells))
    cells, places = cells[order], places[order]
    nth = np.arange(len(cells)) - np.searchsorted(cells, cells)
    found[cells[nth < MOST], nth[nth < MOST]] = places[nth < MOST]
    return found


def _rows(subjects: Subjects, at: Places) -> NDArray[np.float64]:
    """Return places x themes x services: what each theme gives between who sits somewhere and every service."""
    size = len(subjects.apart)
    rows = np.zeros((len(at), len(THEMES), size))
    place = np.full(size, NOBODY)
    place[at] = np.arange(len(at))
    for column, theme in enumerate(THEMES):
        if theme in subjects.need.reasons:
            services, value = subjects.need.reasons[theme]
            here = place[services] >= 0
            rows[place[services[here]][:, None], column, services] = value[here]
    return rows


def _two_strongest(rows: NDArray[np.float64], which: Places, themes: Themed) -> Matrix:
    """Return cells x services: need from the two strongest reasons among the themes of each cell's network."""
    size = rows.shape[2]
    first, second = np.zeros((len(which), size)), np.zeros((len(which), size))
    left = themes.copy()
    while left.any():
        cells = np.flatnonzero(left.any(axis=1))
        theme = left[cells].argmax(axis=1)
        left[cells, theme] = False
        value = rows[which[cells], theme]
        second[cells] = np.maximum(second[cells], np.minimum(first[cells], value))
        first[cells] = np.maximum(first[cells], value)
    return 1 - (1 - first) * (1 - second / 2)


def recorded_for(subjects: Subjects, places: Places, themes: Themed) -> Mask:
    """Return for each place and row of themes whether a source gives the service a mandate on one of them."""
    recorded: Mask = (subjects.recorded[places] & themes).max(axis=1)
    return recorded
