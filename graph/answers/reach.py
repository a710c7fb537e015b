"""What `reach` answers."""

from typing import TypedDict

from graph.answers.parts import Entry, Evidenced, Named


class Reached(Evidenced):
    """One body that a network gets to: by a recorded seat, or by one that is presumed to be its own."""

    basis: Entry


class ReachNetwork(Named):
    """One network of the set, what it costs, and whom it reaches that those before it do not."""

    cost: float
    adds: list[Reached]


class Unreached(Named):
    """Who stays out, and why."""

    why: str


class ReachAnswer(TypedDict):
    """`reach`: the set, the networks that bring most first; no set costs less than `bound`.

    `optima` are the ids of each set of least cost, up to 50, the one shown first; only that one unless all were asked
    for.
    """

    networks: list[ReachNetwork]
    cost: float
    proven: bool
    bound: float
    unreached: list[Unreached]
    optima: list[list[str]]


class OneMore(Named):
    """What one more network would buy: who would be reached at last, and who would get a second network."""

    adds: list[Named]
    second: list[Named]


# `from` is a word of Python: the functional syntax keeps the key.
ReachLink = TypedDict("ReachLink", {"from": Named, "to": Named, "by": Evidenced})
