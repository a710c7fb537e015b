"""What a workshop recorded."""

from typing import TypedDict

from graph.answers.parts import Named


class Held(TypedDict):
    """One claim of a workshop: its id, the change that wrote it last, and who said it."""

    claim: str
    batch: str
    said_by: str


class HeardPair(TypedDict):
    """What was said of two bodies: a contact of a kind, or that there is none.

    `confirms`: another source records a contact of the two services, so the room confirms it.
    """

    a: Named
    b: Named
    role: str
    theme: str
    confirms: bool
    held: list[Held]


class HeardAssessment(TypedDict):
    """A goal in words, or an influence from 1 to 5, of a body on a theme."""

    body: Named
    theme: str
    goal: str
    influence: int
    held: Held


class WorkshopAnswer(TypedDict):
    """Everything that a workshop recorded and that stands, the newest first; `bodies` are those that it added."""

    workshop: str
    date: str
    present: list[Named]
    contacts: list[HeardPair]
    denied: list[HeardPair]
    goals: list[HeardAssessment]
    influence: list[HeardAssessment]
    bodies: list[Named]
