"""Mandates: how far each body of a country answers for each theme, recorded by a source or coded by its kind.

held = mandates(record, "PK")
held.weight[held.place["pk-customs"], held.subject["wildlife"]]        1.0
held.basis("pk-customs", "wildlife")                                    "recorded", "coded" or None
held.support("pk-customs", "wildlife")                                  (Support(row, subject), ...)
held.subjects_of("pk-customs")                                          themes, recorded first, then by weight
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from graph import vocabulary
from graph.answers import Basis
from graph.record import Record
from graph.rules import Rules, rules

Weights = NDArray[np.float64]
THEMES = tuple(vocabulary.THEMES)
THEME = {theme: place for place, theme in enumerate(THEMES)}


@dataclass(frozen=True, slots=True)
class Support:
    """A responsibility behind a mandate: the row of its claim, and the theme or agreement that the claim names."""

    row: int
    subject: str

    @property
    def agreement(self) -> str:
        """The agreement that the mandate was lifted from, empty where the claim names a theme."""
        return self.subject if self.subject in vocabulary.AGREEMENTS else ""


@dataclass(frozen=True, eq=False)
class Mandates:
    """The mandates of a country: bodies x themes, weights from 0 to 1.

    `bodies` are the bodies that live on the date of the record, sorted; `recorded` holds what claims in force say
    (1, or the factor by which an agreement or a narrower theme counts in a theme), `coded` what the kind of body
    suggests. `rows` names the claims behind each recorded cell.
    """

    bodies: tuple[str, ...]
    recorded: Weights
    coded: Weights
    rows: Mapping[tuple[int, int], tuple[Support, ...]]

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The row of each body in the arrays."""
        return {body: place for place, body in enumerate(self.bodies)}

    @property
    def subject(self) -> Mapping[str, int]:
        """The column of each theme in the arrays."""
        return THEME

    @cached_property
    def weight(self) -> Weights:
        """The mandate: recorded, else coded, whichever is more."""
        return np.maximum(self.recorded, self.coded)

    @cached_property
    def is_recorded(self) -> NDArray[np.bool_]:
        """Whether each mandate rests on a source."""
        return (self.recorded > 0) & (self.recorded >= self.coded)

    def basis(self, body: str, theme: str) -> Basis | None:
        """Return what a mandate rests on, None where there is none."""
        cell = self.place[body], THEME[theme]
        return "recorded" if self.is_recorded[cell] else "coded" if self.weight[cell] > 0 else None

    def support(self, body: str, theme: str) -> tuple[Support, ...]:
        """Return the claims behind a recorded mandate."""
        return self.rows.get((self.place[body], THEME[theme]), ())

    def subjects_of(self, body: str) -> list[str]:
        """Return the themes that a body answers for: recorded before coded, then by weight, then in their own order."""
        weight, recorded = self.weight[self.place[body]], self.is_recorded[self.place[body]]
        held = [place for place in range(len(THEMES)) if weight[place] > 0]
        return [THEMES[place] for place in sorted(held, key=lambda place: (not recorded[place], -weight[place], place))]


def mandates(record: Record, country: str) -> Mandates:
    """Return the mandates of the living bodies of a country (or of INT), by claims in force on the record's date."""
    judged = rules()
    bodies = tuple(body for body in record.bodies.get(country, ()) if record.is_living(body))
    recorded = np.zeros((len(bodies), len(THEMES)))
    coded = np.zeros_like(recorded)
    rows: dict[tuple[int, int], list[Support]] = {}
    for place, body in enumerate(bodies):
        _record(record, judged, place, body, recorded, rows)
        coded[place] = _coded(judged, record.organizations[body].kind)
    return Mandates(bodies, recorded, coded, {cell: tuple(found) for cell, found in rows.items()})


def _record(
    record: Record,
    judged: Rules,
    place: int,
    body: str,
    recorded: Weights,
    rows: dict[tuple[int, int], list[Support]],
) -> None:
    """Write what the responsibilities of one body say into its row."""
    kind = record.organizations[body].kind
    for row in record.rows_of(f"organization:{body}", "responsibility"):
        if not record.in_force[row] or record.claims.absent[row]:
            continue
        subject = record.addresses[record.claims.b[row]].partition(":")[2]
        for theme, factor in judged.within(subject, kind).items():
            if theme in THEME:
                cell = place, THEME[theme]
                recorded[cell] = max(recorded[cell], factor)
                rows.setdefault(cell, []).append(Support(int(row), subject))


@lru_cache(maxsize=256)
def _coded(judged: Rules, kind: str) -> Weights:
    """Return the weights that a kind of body has by itself, lifted into wider themes."""
    found = np.zeros(len(THEMES))
    for theme in THEMES:
        weight = judged.weight(kind, theme)
        for wider, factor in judged.within(theme, kind).items() if weight else ():
            found[THEME[wider]] = max(found[THEME[wider]], weight * factor)
    return found
