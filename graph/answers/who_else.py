"""What `who-else` answers."""

from typing import Literal, TypedDict

from graph.answers.parts import Evidenced, Named

Order = Literal["missing", "sits-with"]


class Recorded(Named):
    """A body that the record knows and the list lacks.

    `sources` are those of the claims, or of the body itself where no claim speaks of it; `sisters` the other
    provincial bodies of its kind, for which the line stands too.
    """

    adds: list[str]
    sits_with: float
    reasons: list[str]
    claims: list[str]
    sources: list[str]
    sisters: list[Evidenced]


class TemplateRole(TypedDict):
    """A role that every country is expected to have, and who fills it."""

    role: str
    group: str
    status: Literal["met", "missing", "not applicable"]
    organizations: list[Named]
    source: str


class Peer(TypedDict):
    """A kind of body that comparable countries have on record and this one has not."""

    kind: str
    recorded_in: int
    of: int
    examples: list[Named]


class WhoElseAnswer(TypedDict):
    """`who-else`: three answers, never merged, and the names that matched nothing."""

    order: Order
    recorded: list[Recorded]
    template: list[TemplateRole]
    peers: list[Peer]
    unmatched: list[str]
