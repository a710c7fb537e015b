"""Need: how much two services ought to coordinate, and why (docs/method-gaps.md).

A screening of our own, not a published measure: mandates and chain in the spirit of task dependence in Cataldo,
Herbsleb and Carley (CSCW 2006), with the two strongest reasons instead of their sum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix, Places
from graph.analysis.bodies.body_columns import KINDS
from graph.analysis.bodies.chain import closeness
from graph.analysis.bodies.mandates import THEME, THEMES
from graph.analysis.bodies.places import AT_SEA, on_coast, presence, same_province, shared_sites

EXPECTED = 0.4
SUBJECT = 0.8
Reason = tuple[Places, Matrix]


@dataclass(frozen=True, eq=False)
class Grounds:
    """What the reasons of a block are computed from; all matrices are bodies x bodies, mandates bodies x themes."""

    block: Block
    recorded_only: bool = False

    @cached_property
    def mandate(self) -> Matrix:
        """Mandates of bodies that can be a party, 0 for the others."""
        held = self.block.mandates.recorded if self.recorded_only else self.block.mandates.weight
        return held[self.block.mandate_rows] * self.block.party[:, None]

    @cached_property
    def closeness(self) -> Matrix:
        """How close two bodies stand in the chain."""
        return closeness(self.block)

    @cached_property
    def on_coast(self) -> Mask:
        """Whether each body may have to do with the sea."""
        return on_coast(self.block)

    @cached_property
    def place(self) -> Matrix:
        """How far their places allow them to meet; a coast guard meets nobody inland."""
        guard = self.block.kinds == KINDS["coast-guard"]
        coast = self.on_coast
        if coast.all() or not guard.any():
            return same_province(self.block)
        inland = (guard[:, None] & ~coast[None, :]) | (~coast[:, None] & guard[None, :])
        return np.where(inland, 0.0, same_province(self.block))

    @cached_property
    def near(self) -> Matrix:
        """What a subject counts between two bodies that hold it wholly: closeness and place."""
        return SUBJECT * self.closeness * self.place

    @cached_property
    def coast(self) -> Matrix:
        """1 where both may have to do with the sea."""
        coast = self.on_coast.astype(float)
        return np.outer(coast, coast)

    @cached_property
    def presence(self) -> tuple[list[str], Mask]:
        """The sites, and bodies x sites: who works there."""
        return presence(self.block)

    @cached_property
    def sites(self) -> Matrix:
        """The reason that the sites give which both work at."""
        party = self.block.party
        return shared_sites(self.block, *self.presence, self.closeness) * np.outer(party, party)

    def subject(self, theme: str, among: Places) -> Matrix:
        """Return the reason that a theme gives, for the bodies at the places given."""
        held = self.mandate[among, THEME[theme]]
        cut = _pairs(among, among, len(self.mandate))
        value: Matrix = self.near.ravel()[cut]  # a flat look-up takes half the time of one by rows and columns
        value *= held[:, None]
        value *= held
        inland = theme in AT_SEA and not self.on_coast.all()
        return value * self.coast.ravel()[cut] if inland else value

    @cached_property
    def holders(self) -> tuple[Places, Places]:
        """The bodies that hold each theme, theme after theme, and where each theme begins among them."""
        themes, bodies = np.nonzero(self.mandate.T)
        return bodies, np.searchsorted(themes, np.arange(len(THEMES) + 1))

    def of_theme(self, theme: str) -> Reason | None:
        """Return the services that hold a theme, and the reason it gives between them; None where nobody holds it."""
        bodies, begins = self.holders
        among = bodies[begins[THEME[theme]] : begins[THEME[theme] + 1]]
        if not len(among):
            return None
        held_by, value = self.block.service_of[among], self.subject(theme, among)
        another = held_by[1:] != held_by[:-1]
        if another.all():
            return held_by, value
        first = np.flatnonzero(np.concatenate([[True], another]))
        return held_by[first], np.maximum.reduceat(np.maximum.reduceat(value, first, axis=0), first, axis=1)


@dataclass(frozen=True, eq=False)
class Need:
    """The need of all pairs of services of a block: services x services, symmetric, 0 on the diagonal.

    `first` and `second` are the two strongest reasons, `reasons` those of each theme, among who holds it.
    """

    grounds: Grounds
    theme: str
    first: Matrix
    second: Matrix
    reasons: Mapping[str, Reason]

    @cached_property
    def value(self) -> Matrix:
        """1 - (1 - r1)(1 - r2 / 2) with the two strongest reasons."""
        return 1 - (1 - self.first) * (1 - self.second / 2)

    @cached_property
    def expected(self) -> Mask:
        """Whether contact is expected, in the upper triangle; never along one line of command."""
        above = np.triu(self.value >= EXPECTED, 1)
        expected: Mask = above & ~self.grounds.block.line_of_command
        return expected


def need(block: Block, theme: str = "", recorded_only: bool = False) -> Need:
    """Return the need of all pairs of services, from one theme's reasons if one is given."""
    grounds, size = Grounds(block, recorded_only), len(block.services)
    reasons = {name: found for name in ((theme,) if theme else THEMES) if (found := grounds.of_theme(name))}
    wanted = Need(grounds, theme, np.zeros((size, size)), np.zeros((size, size)), reasons)
    for services, value in reasons.values():
        _add(wanted, value, services)
    if not theme and size:
        _add(wanted, block.fold(np.maximum, grounds.sites), np.arange(size))
    np.fill_diagonal(wanted.first, 0)
    np.fill_diagonal(wanted.second, 0)
    return wanted


def _add(wanted: Need, value: Matrix, services: Places) -> None:
    """Keep the two strongest reasons of each pair."""
    cut = _pairs(services, services, len(wanted.first))
    one, two = wanted.first.ravel(), wanted.second.ravel()  # views: both are contiguous
    first = one[cut]
    one[cut] = np.maximum(first, value)
    two[cut] = np.maximum(two[cut], np.minimum(first, value))


def _pairs(rows: Places, columns: Places, size: int) -> Places:
    """Return the flat places of rows x columns in a square matrix."""
    found: Places = rows[:, None] * size + columns
    return found
