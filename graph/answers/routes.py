"""What `routes` answers."""

from typing import Literal, TypedDict

from graph.answers.parts import Entry, Named, Pair, State


class EntryPoint(Named):
    """The body by which a country, or a bridge by which a network, is entered."""

    basis: Entry
    claims: list[str]


class Step(TypedDict):
    """One network of a route, entered by one body and left by another."""

    network: Named
    status: State
    last_heard: str | None
    entry: EntryPoint
    exit: EntryPoint


class HomeTie(TypedDict):
    """A contact at home with which a route begins or ends."""

    at: Literal["start", "end"]
    tie: Pair
    claims: list[str]


class Route(TypedDict):
    """One way through networks, with what it costs."""

    cost: float
    steps: list[Step]
    home: list[HomeTie]


# `from` is a word of Python: the functional syntax keeps the contract's key.
RoutesAnswer = TypedDict(
    "RoutesAnswer",
    {
        "from": Named,
        "to": Named,
        "routes": list[Route],
        "why_none": Literal["same organization", "no memberships recorded", "no connection"] | None,
        "would_help": str | None,
    },
)
