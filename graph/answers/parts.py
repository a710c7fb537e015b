"""What several answers are made of."""

from typing import Literal, TypedDict

Basis = Literal["recorded", "coded"]
Band = Literal["A", "B", "C"]
State = Literal["active", "silent", "ended"]
Entry = Literal["recorded", "presumed", "country only"]


class Named(TypedDict):
    """A body, network, country or site by its id and full name."""

    id: str
    name: str


class Evidenced(Named):
    """A named thing with the claims that it rests on."""

    claims: list[str]


class Contacts(TypedDict):
    """Counts instead of scores: what was expected, what was found, and how much was read for it."""

    expected: int
    found: int
    problems: int
    sources_read: int


class Pair(TypedDict):
    """Two named bodies."""

    a: Named
    b: Named
