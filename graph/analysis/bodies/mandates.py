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
Kinds = NDArray[np.int16]
THEMES = tuple(vocabulary.THEMES)
KIND = tuple(KINDS)
THEME = {theme: place for place, theme in enumerate(THEMES)}
SUBJECTS = (*THEMES, *vocabulary.AGREEMENTS)


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
    """The mandates of a country, or of several one after the other: bodies x themes, weights from 0 to 1.

    `bodies` are the bodies that live on the date of the record, sorted in each, and `numbers` those of their nodes;
    `recorded` holds what claims in force say (1, or the factor by which an agreement or a narrower theme counts in a
    theme), `coded` what the kind of body suggests.
    """

    record: Record
    bodies: tuple[str, ...]
    numbers: NDArray[np.intp]
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


def mandates(record: Record, *countries: str) -> Mandates:
    """Return the mandates of the living bodies of countries (or of INT), by claims in force on the record's date."""
    bodies = tuple(body for country in countries for body in living(record).get(country, ()))
    numbers = np.array([record.number[f"organization:{body}"] for body in bodies], np.intp)
    kinds = body_columns(record).kind[numbers]
    barred = _barred(record, bodies, kinds)
    rows = np.concatenate([np.empty(0, np.intp), *(rows_in(record, "responsibility", one) for one in countries)])
    recorded = _recorded(record, rows, numbers, barred)
    return Mandates(record, bodies, numbers, recorded, np.where(barred, 0.0, _coded_by_kind(rules())[kinds]))


def _recorded(record: Record, rows: Rows, numbers: NDArray[np.intp], barred: NDArray[np.bool_]) -> Weights:
    """Return bodies x themes: what claims say, the most of it."""
    place_of_node = np.full(len(record.addresses), -1)
    place_of_node[numbers] = np.arange(len(numbers))
    places, subjects = place_of_node[record.claims.a[rows]], _subjects(record)[record.claims.b[rows]]
    said = _counts(record, rows) & (places >= 0) & (subjects >= 0)
    places, subjects = places[said], subjects[said]
    lifted = _lifts(rules())[subjects, body_columns(record).kind[numbers[places]]]
    # A theme that a body is without counts all the same where a source names it itself.
    lifted[barred[places] & (subjects[:, None] != np.arange(len(THEMES)))] = 0
    cells = places[:, None] * len(THEMES) + np.arange(len(THEMES))
    recorded = np.zeros((len(numbers), len(THEMES)))
    np.maximum.at(recorded.ravel(), cells.ravel(), lifted.ravel())
    return recorded


def _barred(record: Record, bodies: tuple[str, ...], kinds: Kinds) -> NDArray[np.bool_]:
    """Return bodies x themes: what each is without by its name."""
    judged, barred = rules(), np.zeros((len(bodies), len(THEMES)), bool)
    for place in np.flatnonzero(_may_be_without(judged)[kinds]).tolist():
        barred[place, [THEME[theme] for theme in _without(judged, record.organizations[bodies[place]])]] = True
    return barred


def _without(judged: Rules, body: Organization) -> frozenset[str]:
    return judged.not_held(body.kind, body.name)


def _counts(record: Record, rows: Rows) -> NDArray[np.bool_]:
    counts: NDArray[np.bool_] = record.in_force[rows] & ~record.claims.absent[rows]
    return counts


def _subject(record: Record, row: int) -> str:
    address: str = record.addresses[record.claims.b[row]]
    return address.partition(":")[2]


@lru_cache(maxsize=4)
def _subjects(record: Record) -> NDArray[np.int16]:
    """By node number: the place in `SUBJECTS`, -1 for what is none."""
    found = np.full(len(record.addresses), -1, np.int16)
    for place, subject in enumerate(SUBJECTS):
        found[record.number[f"{'theme' if subject in THEME else 'agreement'}:{subject}"]] = place
    return found


@lru_cache(maxsize=8)
def _may_be_without(judged: Rules) -> NDArray[np.bool_]:
    """By kind: whether the rules say of any body of it that it is without a theme."""
    kinds = {rule.kind for rule in judged.without}
    return np.array([kind in kinds for kind in KIND])


@lru_cache(maxsize=8)
def _coded_by_kind(judged: Rules) -> Weights:
    """Return kinds x themes: the weights that each kind of body has by itself."""
    return np.array([_coded(judged, kind) for kind in KIND])


@lru_cache(maxsize=8)
def _lifts(judged: Rules) -> Weights:
    """Return subjects x kinds x themes: how far each subject counts in each theme for each kind of body."""
    found = np.zeros((len(SUBJECTS), len(KIND), len(THEMES)))
    for place, subject in enumerate(SUBJECTS):
        for number, kind in enumerate(KIND):
            for theme, factor in judged.within(subject, kind).items():
                if theme in THEME:
                    found[place, number, THEME[theme]] = factor
    return found


def _coded(judged: Rules, kind: str) -> Weights:
    """Return the weights that a kind of body has by itself, lifted into wider themes."""
    found = np.zeros(len(THEMES))
    for theme in THEMES:
        weight = judged.weight(kind, theme)
        for wider, factor in judged.within(theme, kind).items() if weight else ():
            found[THEME[wider]] = max(found[THEME[wider]], weight * factor)
    return found
