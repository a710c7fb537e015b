"""The next step as text: who, with whom or where, and which gaps it closes."""

from collections.abc import Callable

from commands.screen import indented, paragraph
from commands.show.parts import names
from graph.answers import NextStep, NextStepAnswer
from graph.words import count

MEANS = (
    "Closed means that a contact or a common table exists, not that people talk. A contact or a seat is an effort of "
    "one, a new committee or task force of one less than its members."
)


def next_step(answer: NextStepAnswer, width: int, name: Callable[[str], str]) -> list[str]:
    """Return the steps with the names of those that each brings together, then how near to the best they are."""
    if not answer["steps"]:
        return paragraph("No open gap is recorded, so no step closes one.", width)
    lines: list[str] = []
    for place, step in enumerate(answer["steps"], 1):
        lines += paragraph(f"{place}. {_said(step)}", width, indent="   ")
        lines += [line for pair in step["pairs"] for line in indented(f"- {' and '.join(map(name, pair))}", width)]
    closed = sum(len(step["pairs"]) for step in answer["steps"])
    said = f"Together {closed} of {count(answer['gaps'], 'open gap')} would be closed. {_near(answer)} {MEANS}"
    return [*lines, "", *paragraph(said, width)]


def _near(answer: NextStepAnswer) -> str:
    """Return how near to the best the steps are."""
    if answer["closes"] >= answer["bound"] - 1e-9:
        return "No other steps of this effort close more (proven)."
    share = int(100 * answer["closes"] / answer["bound"])
    return f"Weighed by need, that is at least {share} % of what any steps of this effort could close (proven)."


def _said(step: NextStep) -> str:
    gaps = f"closes {count(len(step['pairs']), 'gap')}"
    if step["network"]:
        return f"A seat for {names([step['organization']])} in {names([step['network']])} {gaps}."
    if step["kind"] == "mechanism":
        members = names([step["organization"], *step["with"]])
        return f"A new committee or task force of {members} {gaps}; effort {step['effort']}."
    return f"A contact between {names([step['organization']])} and {names(step['with'])} {gaps}."
