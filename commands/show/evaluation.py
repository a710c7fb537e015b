"""An evaluation as text."""

from commands.screen import paragraph, table
from graph.answers import EvaluationAnswer

SMALL = 0.1  # below it, as what a change of weights gains, two decimals say nothing


def evaluation(answer: EvaluationAnswer, width: int) -> list[str]:
    """Return the question, the table, and what the figures say and do not."""
    rows = [
        (one["method"], one["measure"], _number(one["value"]), _number(one["low"]), _number(one["high"]), one["n"])
        for one in answer["rows"]
    ]
    lines = [*paragraph(answer["question"], width), ""]
    lines += table(("method", "measure", "value", "low", "high", "of"), rows, width)
    return [*lines, "", *paragraph(answer["says"], width), *paragraph(answer["does_not_say"], width)]


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if float(value).is_integer() and value >= 1:
        return f"{value:.0f}"
    return f"{value:.3f}" if abs(value) < SMALL else f"{value:.2f}"
