"""Need: how much two services ought to coordinate, and why (docs/method-gaps.md).

A screening of our own, not a published measure: mandates and chain in the spirit of task dependence in Cataldo,
Herbsleb and Carley (CSCW 2006), with the two strongest reasons instead of their sum.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix, Places
from graph.analysis.bodies.chain import Chain
from graph.analysis.bodies.mandates import THEME, THEMES
from graph.analysis.bodies.pairs import pairs_within
from graph.analysis.bodies.places import AT_SEA, NEARNESS_AT_A_SITE, on_coast, reach, shared_sites
from graph.analysis.bodies.squares import mirrored
from graph.analysis.gaps.two_strongest import TwoStrongest, Values, need_of, two_strongest

EXPECTED = 0.4
SUBJECT = 0.8
SEA = np.array([THEME[theme] for theme in AT_SEA])
SITES = len(THEMES)  # the reason that sites give, beside those of themes
AT_ONCE = 2**18  # pairs that are reckoned at once


@dataclass(frozen=True, eq=False)
class Grounds:
    """What the reasons of a block are computed from; mandates are bodies x themes."""

    block: Block
    recorded_only: bool = False

    @cached_property
    def mandate(self) -> Matrix:
        """Mandates of bodies that can be a party, 0 for the others."""
        held = self.block.mandates.recorded if self.recorded_only else self.block.mandates.weight
        return held[self.block.mandate_rows] * self.block.party[:, None]

    @cached_property
    def chain(self) -> Chain:
        """How close bodies stand in the chain."""
        return Chain(self.block)

    @cached_property
    def on_coast(self) -> Mask:
        """Whether each body may have to do with the sea."""
        return on_coast(self.block)

    def near(self, one: Places, other: Places) -> Matrix:
        """Return what a subject counts between two bodies that hold it wholly: their closeness and their places."""
        near: Matrix = SUBJECT * self.chain.closeness(one, other) * reach(self.block, self.on_coast, one, other)
        return near

    @cached_property
    def all_near(self) -> Matrix:
        """The same for every two bodies: bodies x bodies, for who looks at one pair after the other."""
        every = np.arange(len(self.block.bodies))
        return self.near(every[:, None], every)

    @cached_property
    def is_recorded(self) -> Mask:
        """Bodies x themes: whether a mandate rests on a source."""
        return self.block.mandates.is_recorded[self.block.mandate_rows]

    @cached_property
    def counted(self) -> Matrix:
        """Mandates, but for those at sea of a body that is inland."""
        if self.on_coast.all():
            return self.mandate
        counted = self.mandate.copy()
        counted[np.ix_(np.flatnonzero(~self.on_coast), SEA)] = 0
        return counted

    @cached_property
    def sites(self) -> tuple[Places, Places, Values]:
        """The pairs of bodies that work at one site, and the reason that their sites give them."""
        one, other, shared = shared_sites(self.block, self.block.party)
        return one, other, shared * np.maximum(self.chain.closeness(one, other), NEARNESS_AT_A_SITE)

    @cached_property
    def holders(self) -> tuple[Places, Places]:
        """The theme and the body of each mandate that counts: theme after theme, each in the order of the block."""
        themes, bodies = np.nonzero(self.counted.T)
        return themes, bodies

    def reasons(self, theme: str = "") -> Iterator[tuple[Places, Places, Values]]:
        """Yield the pairs of holders of one theme, as two places in `holders`, and the reason that it gives them.

        In parts of whole themes; those of one theme alone if it is given.
        """
        themes, bodies = self.holders
        held, of_country = self.counted[bodies, themes], themes * len(self.block.sizes) + self.block.group[bodies]
        only = [slice(*np.searchsorted(themes, [THEME[theme], THEME[theme] + 1]))] if theme else None
        for part in only or _parts(themes):
            one, other = (places + part.start for places in pairs_within(of_country[part]))
            yield one, other, self.near(bodies[one], bodies[other]) * held[one] * held[other]


def _parts(themes: Places) -> Iterator[slice]:
    """Yield runs of whole themes with about `AT_ONCE` pairs, so that memory is that of one large theme at most."""
    sizes = np.bincount(themes, minlength=len(THEMES))
    part = np.cumsum(sizes * (sizes - 1) // 2) // AT_ONCE
    ends = np.cumsum(sizes)[np.flatnonzero(np.diff(part, append=-1))].tolist()
    return (slice(begin, end) for begin, end in pairwise([0, *ends]))


@dataclass(frozen=True, eq=False)
class Need:
    """The need of all pairs of services of a block: services x services, symmetric, 0 on the diagonal.

    `first` and `second` are the two strongest reasons.
    """

    grounds: Grounds
    theme: str
    first: Matrix
    second: Matrix

    @cached_property
    def value(self) -> Matrix:
        """1 - (1 - r1)(1 - r2 / 2) with the two strongest reasons."""
        return need_of(self.first, self.second)

    @cached_property
    def expected(self) -> Mask:
        """Whether contact is expected, in the upper triangle; never along one line of command."""
        above = np.triu(self.value >= EXPECTED, 1)
        expected: Mask = above & ~self.grounds.block.line_of_command
        return expected


def need(block: Block, theme: str = "", recorded_only: bool = False) -> Need:
    """Return the need of all pairs of services, from one theme's reasons if one is given."""
    grounds = Grounds(block, recorded_only)
    found = strongest_reasons(grounds, theme)
    return Need(grounds, theme, mirrored(found.first), mirrored(found.second))


def strongest_reasons(grounds: Grounds, theme: str = "") -> TwoStrongest:
    """Return the two strongest reasons of all pairs of services, lower place first, in squares of services."""
    (themes, bodies), block = grounds.holders, grounds.block
    services, found = block.service_of[bodies], two_strongest(block.squares.size)
    for one, other, value in grounds.reasons(theme):
        found.add(block.squares.place(services[one], services[other]), themes[one], value)
    if not theme:
        one, other, value = grounds.sites
        places = block.squares.place(block.service_of[one], block.service_of[other])
        found.add(places, np.full(len(places), SITES), value)
    return found
