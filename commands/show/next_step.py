"""The next step as text: who, with whom or where, and which gaps it closes."""

from commands.screen import indented, paragraph
from commands.show.parts import names
from graph.answers import NextStep, NextStepAnswer


def next_step(answer: NextStepAnswer, width: int) -> list[str]:
    """Return the steps, then how near to the best they are."""
    if not answer["steps"]:
        return paragraph("No open gap is recorded, so no step closes one.", width)
    lines: list[str] = []
    for place, step in enumerate(answer["steps"], 1):
        lines += paragraph(f"{place}. {_said(step)}", width, indent="   ")
        lines += [line for pair in step["pairs"] for line in indented(f"- {' and '.join(pair)}", width)]
    closed = sum(len(step["pairs"]) for step in answer["steps"])
    effort = sum(step["effort"] for step in answer["steps"])
    share = round(100 * answer["closes"] / answer["bound"])
    said = (
        f"Together {closed} of {answer['gaps']} open gaps would be closed, weighed at least {share} % of what any "
        f"steps of effort {effort} could close (proven). "
        "Closed means that a contact or a common table exists, not that people talk."
    )
    return [*lines, "", *paragraph(said, width)]


def _said(step: NextStep) -> str:
    count = len(step["pairs"])
    gaps = f"closes {count} gap{'s' * (count != 1)}"
    if step["network"]:
        return f"A seat: {names([step['organization']])} in {names([step['network']])} {gaps}."
    if step["kind"] == "mechanism":
        return f"A new mechanism of {names([step['organization'], *step['with']])} {gaps}; effort {step['effort']}."
    return f"A contact of {names([step['organization']])} with {names(step['with'])} {gaps}."
