"""What `evaluate` answers."""

from typing import TypedDict


class EvaluationRow(TypedDict):
    """One measure of one method; `low` and `high` bound 95 % of the bootstrap over countries, null where none is."""

    method: str
    measure: str
    value: float | None
    low: float | None
    high: float | None
    n: int


class EvaluationAnswer(TypedDict):
    """`evaluate`: the question, the measures, and in one sentence each what they say and what they do not."""

    question: str
    rows: list[EvaluationRow]
    says: str
    does_not_say: str
