"""One screening of a country: where contact is expected, where it is found, and where a problem is reported.

seen = screen(record, "PK", "hazardous-waste")      compute once and keep; gaps, contacts and works read from it
seen.expected, seen.found                            services x services, upper triangle; places by seen.block
seen.problems[i, j]                                  rows of the claims that report a problem, newest first
seen.rows_between(i, j)                              rows of all claims of contact between two services
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np

from graph.analysis.bodies.block import Block, Mask, Matrix, block
from graph.analysis.contacts.contact_values import PLANNED, STANDING, heard_of
from graph.analysis.contacts.coordination import FOUND, Coordination, coordination
from graph.analysis.gaps.decided import Decision, decisions_of
from graph.analysis.gaps.need import Need, need
from graph.record import Record
from graph.rules import rules

Pair = tuple[int, int]
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Screening:
    """What is expected and found between the services of a block; a pair is (i, j) with i < j."""

    record: Record
    country: str
    theme: str
    block: Block
    need: Need
    coordination: Coordination

    @property
    def expected(self) -> Mask:
        """Whether contact is expected: need of at least 0.4, never along one line of command, nor decided away."""
        expected = self.need.expected
        if self.set_aside:
            expected = expected.copy()
            expected[tuple(zip(*self.set_aside, strict=True))] = False
        return expected

    @cached_property
    def decisions(self) -> Mapping[Pair, Decision]:
        """What both sides of a pair decided of it."""
        return decisions_of(self.block, self.theme)

    @cached_property
    def set_aside(self) -> tuple[Pair, ...]:
        """The pairs for which contact would be expected, had it not been decided that none applies."""
        pairs = (pair for pair, decision in self.decisions.items() if decision.says == "not-applicable")
        return tuple(sorted(pair for pair in pairs if self.need.expected[pair]))

    @cached_property
    def denied(self) -> tuple[Pair, ...]:
        """The pairs of which both sides said that they are not in contact, with no standing contact since."""
        return tuple(
            sorted(
                pair
                for pair, decision in self.decisions.items()
                if decision.says == "none"
                and not any(self.heard(row) > decision.day for row in self.standing_between(*pair))
            )
        )

    @cached_property
    def found(self) -> Mask:
        """Whether contact is recorded: coordination of at least 0.3 by claims; a common ministry alone is none."""
        found: Mask = np.triu(1 - self.coordination.missing >= FOUND - ROUNDING, 1)
        return found

    @cached_property
    def severity(self) -> Matrix:
        """Need x (1 - coordination), for order only."""
        return self.need.value * (1 - self.coordination.value)

    @cached_property
    def _rows(self) -> Mapping[Pair, tuple[int, ...]]:
        ties, of = self.coordination.ties, self.block.service_of
        found: dict[Pair, list[int]] = {}
        for row, a, b in zip(ties.rows.tolist(), of[ties.a].tolist(), of[ties.b].tolist(), strict=True):
            if a != b:
                found.setdefault((min(a, b), max(a, b)), []).append(row)
        return {pair: tuple(rows) for pair, rows in found.items()}

    @property
    def pairs_with_claims(self) -> Iterable[Pair]:
        """The pairs of which any claim of contact is recorded."""
        return self._rows

    @cached_property
    def named_with(self) -> Mapping[int, set[int]]:
        """The services with which each is named in any claim of contact."""
        found: dict[int, set[int]] = {place: set() for place in range(len(self.block.services))}
        for i, j in self._rows:
            found[i].add(j)
            found[j].add(i)
        return found

    def rows_between(self, i: int, j: int) -> tuple[int, ...]:
        """Return the rows of all claims of contact between two services: problems, planned and ended ones too."""
        return self._rows.get((min(i, j), max(i, j)), ())

    def contacts_between(self, i: int, j: int) -> tuple[int, ...]:
        """Return the rows of contacts that count: confirmed, not only planned, not ended."""
        claims, record = self.record.claims, self.record
        return tuple(
            row
            for row in self.rows_between(i, j)
            if not claims.absent[row]
            and claims.standing[row] != PLANNED
            and not (claims.standing[row] == STANDING and record.ended[row])
        )

    def standing_between(self, i: int, j: int) -> tuple[int, ...]:
        """Return the rows of confirmed standing contacts in force, of any age."""
        return tuple(row for row in self.contacts_between(i, j) if self.record.claims.standing[row] == STANDING)

    @cached_property
    def problems(self) -> Mapping[Pair, tuple[int, ...]]:
        """The claims that report a problem between two services of the country, newest first.

        With a theme those on it, and those that name none where both services answer for it.
        """
        found: dict[Pair, tuple[int, ...]] = {}
        for pair, rows in self._rows.items():
            absent = [row for row in rows if self.record.claims.absent[row] and self._on_theme(row, pair)]
            if absent:
                found[pair] = tuple(sorted(absent, key=lambda row: (-self.heard(row), row)))
        return found

    def _on_theme(self, row: int, pair: Pair) -> bool:
        number = self.record.claims.theme[row]
        if not self.theme or number < 0:
            return not self.theme or bool(self.need.first[pair] > 0)
        return self.theme in rules().within(self.record.addresses[number].partition(":")[2], "")

    def heard(self, row: int) -> int:
        """Return the newest date that speaks for a claim, as a number, 0 where none does."""
        return int(heard_of(self.record, np.array([row]))[0])

    def contact_since(self, pair: Pair) -> int:
        """Return the date of a standing contact that is younger than the last problem reported, 0 if there is none.

        A problem without a date was there when it was read: a contact of that day or later is younger.
        """
        newest = self.problems[pair][0]
        last = self.heard(newest) or int(self.record.claims.read_on[newest]) - 1
        later = [self.heard(row) for row in self.standing_between(*pair) if 0 < last < self.heard(row)]
        return min(later, default=0)

    def is_open_problem(self, pair: Pair) -> bool:
        """Return whether a problem is reported for a pair and no later standing contact."""
        return pair in self.problems and not self.contact_since(pair)

    def status(self, pair: Pair) -> Literal["problem", "found", "not known"]:
        """Return what is known of an expected pair: an open problem, else a contact, else nothing."""
        return "problem" if self.is_open_problem(pair) else "found" if self.found[pair] else "not known"

    @cached_property
    def expected_pairs(self) -> tuple[Pair, ...]:
        """The pairs for which contact is expected, in the order of their ids."""
        return tuple((int(i), int(j)) for i, j in zip(*np.nonzero(self.expected), strict=True))


KEPT = 64  # screenings and blocks at hand: pages ask for the same ones again and again


@lru_cache(maxsize=KEPT)
def screen(record: Record, country: str, theme: str = "", recorded_only: bool = False) -> Screening:
    """Return the screening of a country, by the reasons of one theme if one is given."""
    bodies, recorded = _laid_out(record, country)
    return _settled(Screening(record, country, theme, bodies, need(bodies, theme, recorded_only), recorded))


def screening_of(bodies: Block, wanted: Need | None = None) -> Screening:
    """Return the screening of any block, with a need that was reckoned otherwise if one is given."""
    seen = Screening(bodies.record, bodies.country, "", bodies, wanted or need(bodies), coordination(bodies))
    return _settled(seen)


def _settled(seen: Screening) -> Screening:
    """Let nothing count between those who both say that they are not in contact."""
    return replace(seen, coordination=seen.coordination.without(seen.denied)) if seen.denied else seen


@lru_cache(maxsize=KEPT)
def _laid_out(record: Record, country: str) -> tuple[Block, Coordination]:
    bodies = block(record, country)
    return bodies, coordination(bodies)
