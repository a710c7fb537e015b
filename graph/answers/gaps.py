"""What `gaps` answers."""

from typing import Literal, TypedDict

from graph.answers.parts import Band, Basis, Contacts, Evidenced, Named


class BothBases(TypedDict):
    """For each side of a pair, whether its mandate is recorded or coded."""

    a: Basis
    b: Basis


class Reason(TypedDict):
    """Why two services ought to coordinate: a subject that both answer for, or a site where both are."""

    kind: Literal["subject", "site"]
    id: str
    stages: list[str]
    basis: BothBases
    claims: list[str]


class Folded(TypedDict):
    """How many pairs of sister services one line stands for."""

    pairs: int
    tied: int
    widest: list[str]


class Searched(TypedDict):
    """What was searched for a contact: the sources and claims that speak of either side."""

    sources: int
    claims: int


class Unrecorded(TypedDict):
    """The chance that a contact exists although none is recorded, between two ends (both None: not estimated)."""

    low: float | None
    high: float | None
    basis: str


class Closer(Evidenced):
    """Who could bring the two sides together: a mechanism in which both sit, or a body in contact with both."""

    what: Literal["network", "organization"]


# `as` is a word of Python: the functional syntax keeps the contract's key.
Decided = TypedDict("Decided", {"as": str, "batch": str})


class Gap(TypedDict):
    """One pair of services, or one fold of sister pairs, that ought to be in contact."""

    a: Named
    b: Named
    kind: str
    band: Band
    sentence: str
    reasons: list[Reason]
    coordination: float
    severity: float
    folded: Folded
    searched: Searched
    nearest: list[Evidenced]
    same_ministry: Named | None
    next_step: str | None
    citation: str | None
    decided: Decided | None
    unrecorded: Unrecorded
    could_close: list[Closer]
    claims: list[str]


class Unjudged(Named):
    """A body or service that no need can be computed for, and why."""

    why: str


class ReportedAbroad(TypedDict):
    """One report of a problem with a body of another country or an international one; shown apart from the list."""

    abroad: Named
    bodies: list[Named]
    sentence: str
    claims: list[str]


class GapsAnswer(TypedDict):
    """`gaps`, national or across a border: the list, what cannot be judged, and the counts.

    `not_applicable` counts the pairs that would be expected, had both sides not decided that none applies.
    """

    level: str
    gaps: list[Gap]
    cannot_be_judged: list[Unjudged]
    contacts: Contacts
    not_applicable: int
    problems_abroad: list[ReportedAbroad]
