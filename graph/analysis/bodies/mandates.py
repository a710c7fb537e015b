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
from graph.analysis.bodies.body_columns import KINDS, body_columns
from graph.analysis.bodies.by_country import living, rows_in
from graph.answers import Basis
from graph.model import Organization
from graph.record import Record, Rows
from graph.rules import Rules, rules

Weights = NDArray[np.float64]
THEMES = tuple(vocabulary.THEMES)
KIND = tuple(KINDS)
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
    suggests.
    """

    record: Record
    bodies: tuple[str, ...]
    recorded: Weights
    coded: Weights

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
        node = self.record.organizations[body]
        without = _without(rules(), node)
        rows = self.record.rows_of(f"organization:{body}", "responsibility")
        named = [(row, _subject(self.record, row)) for row in rows[_counts(self.record, rows)].tolist()]
        fits = (Support(row, subject) for row, subject in named if theme in rules().within(subject, node.kind))
        return tuple(one for one in fits if theme == one.subject or theme not in without)

    def subjects_of(self, body: str) -> list[str]:
        """Return the themes that a body answers for: recorded before coded, then by weight, then in their own order."""
        weight, recorded = self.weight[self.place[body]], self.is_recorded[self.place[body]]
        held = [place for place in range(len(THEMES)) if weight[place] > 0]
        return [THEMES[place] for place in sorted(held, key=lambda place: (not recorded[place], -weight[place], place))]


def mandates(record: Record, country: str) -> Mandates:
    """Return the mandates of the living bodies of a country (or of INT), by claims in force on the record's date."""
    judged = rules()
    bodies = living(record).get(country, ())
    recorded = np.zeros((len(bodies), len(THEMES)))
    numbers = [record.number[f"organization:{body}"] for body in bodies]
    kinds = body_columns(record).kind[numbers]
    place = dict(zip(numbers, range(len(bodies)), strict=True))
    rows = rows_in(record, "responsibility", country)
    rows = rows[_counts(record, rows)]
    without = {at: barred for at, body in enumerate(bodies) if (barred := _without(judged, record.organizations[body]))}
    for body, subject in zip(record.claims.a[rows].tolist(), record.claims.b[rows].tolist(), strict=True):
        if (at := place.get(body)) is not None:
            named = _name(record.addresses[subject])
            lifted = _lifted(judged, named, KIND[kinds[at]], without.get(at, frozenset()) - {named})
            np.maximum(recorded[at], lifted, out=recorded[at])
    coded = _coded_by_kind(judged)[kinds]
    for at, barred in without.items():
        coded[at, [THEME[theme] for theme in barred]] = 0
    return Mandates(record, bodies, recorded, coded)


def _without(judged: Rules, body: Organization) -> frozenset[str]:
    return judged.not_held(body.kind, body.name)


def _counts(record: Record, rows: Rows) -> NDArray[np.bool_]:
    counts: NDArray[np.bool_] = record.in_force[rows] & ~record.claims.absent[rows]
    return counts


def _subject(record: Record, row: int) -> str:
    return _name(record.addresses[record.claims.b[row]])


@lru_cache(maxsize=256)
def _name(address: str) -> str:
    return address.partition(":")[2]


@lru_cache(maxsize=8)
def _coded_by_kind(judged: Rules) -> Weights:
    """Return kinds x themes: the weights that each kind of body has by itself."""
    return np.array([_coded(judged, kind) for kind in KIND])


@lru_cache(maxsize=2048)
def _lifted(judged: Rules, subject: str, kind: str, without: frozenset[str]) -> Weights:
    """Return how far a subject counts in each theme for a kind of body, but for those that it is without."""
    within = judged.within(subject, kind)
    return np.array([0.0 if theme in without else within.get(theme, 0.0) for theme in THEMES])


def _coded(judged: Rules, kind: str) -> Weights:
    """Return the weights that a kind of body has by itself, lifted into wider themes."""
    found = np.zeros(len(THEMES))
    for theme in THEMES:
        weight = judged.weight(kind, theme)
        for wider, factor in judged.within(theme, kind).items() if weight else ():
            found[THEME[wider]] = max(found[THEME[wider]], weight * factor)
    return found
