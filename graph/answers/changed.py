"""What changed between two readings of the record: before and after a workshop, or since a day."""

from typing import TypedDict

from graph.answers.parts import Contacts, Evidenced, Named


class PairChanged(TypedDict):
    """A pair of bodies of which something new is said, in one sentence, with the claims that say it."""

    a: Named
    b: Named
    sentence: str
    claims: list[str]


class LineChanged(Evidenced):
    """A body of which something else is new: a duty, a network, a site; `name` is that of the body."""

    sentence: str


class Numbers(TypedDict):
    """One reading of the record in numbers; `contacts` are the expected ones of the country and theme asked for."""

    bodies: int
    claims: int
    sources: int
    contacts: Contacts


class WhatChangedAnswer(TypedDict):
    """What changed: contacts new and confirmed, those that both sides deny, bodies and lines added, what is gone.

    `country` is None where all countries are looked at; the numbers of contacts are then 0. `left_out` counts what was
    asked not to be told, `reasons` say why and by whom, one a change set, the oldest first.
    """

    country: Named | None
    theme: str | None
    added: list[PairChanged]
    confirmed: list[PairChanged]
    denied: list[PairChanged]
    bodies: list[Evidenced]
    lines: list[LineChanged]
    withdrawn: int
    left_out: int
    before: Numbers
    after: Numbers
    reasons: list[str]
