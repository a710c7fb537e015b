"""An evaluation as text."""

from commands.screen import paragraph, table
from graph.answers import EvaluationAnswer


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
    return f"{value:.0f}" if float(value).is_integer() and value >= 1 else f"{value:.2f}"
