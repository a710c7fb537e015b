"""What `claims` and `changes` answer."""

from typing import TypedDict

from graph.answers.parts import Named


class ClaimSource(TypedDict):
    """Where a claim was read."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None
    kind: str


class ClaimShown(TypedDict):
    """One claim in full, as a sentence and as fields."""

    id: str
    kind: str
    sentence: str
    a: Named
    b: Named | None
    role: str | None
    status: str
    standing: str | None
    since: str | None
    until: str | None
    read_on: str | None
    note: str | None
    source: ClaimSource
    batch: str


class ClaimsAnswer(TypedDict):
    """`claims`: in the order asked for."""

    claims: list[ClaimShown]


class BatchShown(TypedDict):
    """One change set of the history."""

    id: str
    author: str
    at: str
    reason: str
    added: int
    changed: int
    closed: int
    withdrawn: int
    undoes: str | None


class ChangesAnswer(TypedDict):
    """`changes`: oldest first."""

    batches: list[BatchShown]
