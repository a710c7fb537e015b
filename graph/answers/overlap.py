"""What `overlap` and `pillars` answer."""

from typing import Literal, TypedDict

from graph.answers.parts import Evidenced, Named, State


class Overlap(TypedDict):
    """What two networks share; the measures are None where of one of them no member is recorded.

    `containment` is the share of the smaller one's members that the larger one has too.
    """

    a: Named
    b: Named
    shared: list[Evidenced]
    jaccard: float | None
    containment: float | None
    may_duplicate: bool


class Spanner(Named):
    """A body that sits in several of the networks, with the claims on each seat."""

    networks: list[Evidenced]


class OverlapAnswer(TypedDict):
    """`overlap`: the pairs that share most first; who sits in most of them first."""

    pairs: list[Overlap]
    spanners: list[Spanner]


class TwoMode(Named):
    """Centralities of one network, or of one member, in the graph of both (Borgatti and Everett)."""

    what: Literal["network", "member"]
    degree: float
    closeness: float
    betweenness: float


class Surprise(TypedDict):
    """What two networks share beside what lots would give: the number expected, and the chance of as many or more."""

    a: Named
    b: Named
    shared: int
    expected: float
    chance: float


class OverlapMeasuresAnswer(OverlapAnswer):
    """`overlap --measures`: the same, with the two-mode centralities of networks and members, and what surprises.

    `universe` is the number of members that lots are drawn from: all that are recorded in any network.
    """

    two_mode: list[TwoMode]
    universe: int
    surprise: list[Surprise]


class PillarActivity(Named):
    """One activity, of which network and in which state that is, and the ids of the sources that name it."""

    network: Named | None
    status: State | None
    sources: list[str]


class PillarCell(TypedDict):
    """Activities of one pillar in one column; an empty one says that nothing is recorded."""

    column: str
    activities: list[PillarActivity]
    says: Literal["", "nothing recorded"]


class PillarRow(Named):
    """One pillar of the strategy; `networks` are those that the editors coded with it."""

    cells: list[PillarCell]
    says: Literal["", "nothing recorded"]
    networks: list[Named]


class PillarsAnswer(TypedDict):
    """`pillars`: the planned activities, each a column, then what runs already."""

    columns: list[Named]
    pillars: list[PillarRow]
