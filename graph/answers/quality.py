"""How sound the record is: what was read when, what rests on nothing, what may be one."""

from typing import TypedDict

from graph.answers.parts import Named


class Alike(TypedDict):
    """Two bodies that may be one, and how alike their names are (of 100)."""

    a: Named
    b: Named
    country: str
    likeness: int


class Fresh(TypedDict):
    """How much of a country's claims was held against its source, and when: counts that rank nobody."""

    country: Named
    bodies: int
    without_claims: int
    claims: int
    never_read: int
    oldest: str
    newest: str


class SourceUsed(TypedDict):
    """A source, how many claims and nodes rest on it, and the days on which an editor read it."""

    id: str
    title: str
    publisher: str
    kind: str
    url: str
    published: str
    claims: int
    nodes: int
    oldest: str
    newest: str
