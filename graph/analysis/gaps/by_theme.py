"""What each theme by itself gives between the services that hold it, for who asks of some themes only."""

from dataclasses import dataclass

import numpy as np

from graph.analysis.bodies.block import Places
from graph.analysis.bodies.mandates import THEMES
from graph.analysis.bodies.pairs import last_of_each
from graph.analysis.gaps.need import Grounds
from graph.analysis.gaps.two_strongest import Values

NOBODY = -1


@dataclass(frozen=True, eq=False)
class ByTheme:
    """The services that hold each theme, theme after theme, and the reason between each and all others of its country.

    `place` is services x themes: which holder a service is for a theme, `NOBODY` where it does not hold it. Holder h
    has `sizes[h]` lines from `begins[h]` on: in `services` who holds the theme too, in `values` the reason.
    """

    place: Places
    begins: Places
    sizes: Places
    services: Places
    values: Values

    def at_least(self, least: float) -> "ByTheme":
        """Return the same with only those lines whose reason is as strong."""
        kept = np.flatnonzero(self.values >= least)
        holders = np.repeat(np.arange(len(self.sizes)), self.sizes)[kept]
        sizes = np.bincount(holders, minlength=len(self.sizes))
        return ByTheme(self.place, np.cumsum(sizes) - sizes, sizes, self.services[kept], self.values[kept])

    def lines(self, holders: Places) -> tuple[Places, Places, Values]:
        """Return flat the lines of some holders: which of them each is of, its service, and the reason."""
        sizes = self.sizes[holders]
        which = np.repeat(np.arange(len(holders)), sizes)
        line = np.arange(len(which)) + (self.begins[holders] - np.cumsum(sizes) + sizes)[which]
        return which, self.services[line], self.values[line]


def by_theme(grounds: Grounds) -> ByTheme:
    """Return the reasons of all themes between the services of a block."""
    (themes, bodies), size = grounds.holders, len(grounds.block.services)
    services = grounds.block.service_of[bodies]
    last = last_of_each(themes * size + services)
    holder = np.repeat(np.arange(len(last)), np.diff(last, prepend=-1))
    theme, service = themes[last], services[last]
    of_country = theme * len(grounds.block.sizes) + grounds.block.squares.group[service]
    first = np.searchsorted(of_country, of_country)
    sizes = np.searchsorted(of_country, of_country, side="right") - first
    begins = np.cumsum(sizes) - sizes
    own = begins - first  # holder h finds holder g of its theme in line own[h] + g
    values = np.zeros(sizes.sum())
    for one, other, value in grounds.reasons():
        a, b = holder[one], holder[other]
        np.maximum.at(values, own[a] + b, value)
        np.maximum.at(values, own[b] + a, value)
    place = np.full((size, len(THEMES)), NOBODY)
    place[service, theme] = np.arange(len(service))
    return ByTheme(place, begins, sizes, service[np.arange(len(values)) - np.repeat(own, sizes)], values)
