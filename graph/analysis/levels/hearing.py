"""Who should hear from a network, reckoned for many networks of a country, or of several, at once.

Of the services that share a subject of the network with the service that sits there, at most five: those with a
recorded mandate first, then by need. Time grows with the services that share a subject, summed over the networks.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Block, Mask, Places
from graph.analysis.bodies.mandates import THEMES
from graph.analysis.gaps.by_theme import NOBODY, ByTheme, by_theme
from graph.analysis.gaps.need import EXPECTED, Grounds
from graph.analysis.gaps.two_strongest import Values, need_of, two_strongest

MOST = 5
BITS = 1 << np.arange(len(THEMES))
Themed = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Subjects:
    """The reasons of a country by theme, and whose mandates are recorded; several countries may stand side by side."""

    grounds: Grounds

    @cached_property
    def reasons(self) -> ByTheme:
        """What each theme gives between the services that hold it."""
        return by_theme(self.grounds)

    @cached_property
    def strong(self) -> ByTheme:
        """The same, of reasons that are need enough alone."""
        return self.reasons.at_least(EXPECTED)

    @cached_property
    def recorded(self) -> Mask:
        """Services x themes: whether a source gives any of its bodies the mandate."""
        held = self.grounds.is_recorded & self.grounds.block.party[:, None]
        return np.logical_or.reduceat(held, self.grounds.block.begins, axis=0) if len(held) else held


def hearers(subjects: Subjects, sits: Places, themes: Themed) -> Places:
    """Return cells x `MOST`: the places of the services that should hear, best first, then `NOBODY`.

    `sits` is the place of the service that sits in each cell, `themes` cells x themes those of its network.
    """
    found = np.full((len(sits), MOST), NOBODY)
    cells, places, need = _needed(subjects, sits, themes)
    presumed = ~_is_recorded(subjects, places, themes, cells)
    # Recorded before presumed, then by need, which is no more than 1, then by place.
    order = np.lexsort((places, 2 * cells + presumed - np.round(need, 9) / 2))
    cells, places = cells[order], places[order]
    nth = np.arange(len(cells)) - np.searchsorted(cells, np.arange(len(sits)))[cells]
    first = nth < MOST
    found[cells[first], nth[first]] = places[first]
    return found


def _needed(subjects: Subjects, sits: Places, themes: Themed) -> tuple[Places, Places, Values]:
    """Return the cells, the services whose contact with who sits there is expected, and the need of it."""
    cells, theme = np.nonzero(themes & (subjects.reasons.place != NOBODY)[sits])
    holders = subjects.reasons.place[sits[cells], theme]
    several = (np.bincount(cells, minlength=len(sits)) > 1)[cells]
    found = [
        _by_one(subjects, cells[~several], holders[~several]),
        _by_several(subjects, cells[several], theme[several], holders[several]),
    ]
    cells, places, need = (np.concatenate(parts) for parts in zip(*found, strict=True))
    apart = _are_apart(subjects.grounds.block, sits[cells], places)
    return cells[apart], places[apart], need[apart]


def _by_one(subjects: Subjects, cells: Places, holders: Places) -> tuple[Places, Places, Values]:
    """Return the same where one theme of the network is shared: its reason is the need."""
    which, places, need = subjects.strong.lines(holders)
    return cells[which], places, need


def _by_several(subjects: Subjects, cells: Places, themes: Places, holders: Places) -> tuple[Places, Places, Values]:
    """Return the same where several are: need from the two strongest reasons, each cell and place once."""
    which, places, values = subjects.reasons.lines(holders)
    distinct, row = np.unique(cells, return_inverse=True)
    cells, themes = cells[which], themes[which]
    # Of a cell only the services of its country come up.
    size, squares = max(subjects.grounds.block.sizes), subjects.grounds.block.squares
    pair, found = row[which] * size + squares.local[places], two_strongest(len(distinct) * size)
    found.add(pair, themes, values)
    need = need_of(found.first[pair], found.second[pair])
    kept = (found.strongest[pair] == themes) & (need >= EXPECTED)
    return cells[kept], places[kept], need[kept]


def _are_apart(block: Block, one: Places, other: Places) -> Mask:
    """Return whether two services are neither one nor in one line of command."""
    size, lines = len(block.services), block.lines
    pairs = np.minimum(one, other) * size + np.maximum(one, other)
    apart: Mask = (one != other) & ~np.isin(pairs, lines[0] * size + lines[1])
    return apart


def _is_recorded(subjects: Subjects, places: Places, themes: Themed, cells: Places) -> Mask:
    """Return for each place and cell whether a source gives the service a mandate on a theme of the cell's network."""
    recorded: Mask = (subjects.recorded @ BITS)[places] & (themes @ BITS)[cells] != 0
    return recorded
