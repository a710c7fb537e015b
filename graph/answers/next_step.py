"""What `next-step` answers."""

from typing import Literal, TypedDict

from graph.answers.parts import Named

# `with` is a word of Python: the functional syntax keeps the contract's key.
NextStep = TypedDict(
    "NextStep",
    {
        "kind": Literal["tie", "membership", "mechanism"],
        "organization": Named,
        "with": list[Named],
        "network": Named | None,
        "effort": int,
        "closes": float,
        "pairs": list[list[str]],
    },
)


class NextStepAnswer(TypedDict):
    """`next-step`: the steps that close most within a budget, and what no steps within it can exceed.

    A contact and a seat cost one each, a new mechanism one less than it has members. `closes` and `bound` weigh each
    gap by its severity and are for comparison only; `pairs` are the gaps themselves, `gaps` how many are open.
    """

    steps: list[NextStep]
    bound: float
    closes: float
    gaps: int
