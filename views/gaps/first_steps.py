"""The next step: which contact, seat or new mechanism of a country closes most gaps, and what no steps can exceed."""

import streamlit as st

from graph.answers import NextStep, NextStepAnswer
from graph.record import Record
from graph.words import joined
from views.gaps import level_answers
from views.parts import badges, trouble, words
from views.parts.safe_text import escaped

NOTHING = "No open gap is recorded, so no step closes one."
CLOSED = "Closed means that a contact or a common table would exist, not that people talk."
EFFORT = "Effort: one for a contact or a seat; for a new mechanism one less than its members."


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str, theme: str) -> None:
    """Draw the steps in a fold; they are reckoned when it is opened."""
    fold = st.expander("Next step: what closes most", key="next-step", on_change="rerun")
    if not fold.open:
        return
    with fold, st.container(gap="xsmall"):
        budget = st.segmented_control(
            "Effort",
            (1, 2, level_answers.BUDGET),
            default=level_answers.BUDGET,
            key="budget",
            required=True,
            help=EFFORT,
        )
        answer = level_answers.next_step(record, code, theme, budget or level_answers.BUDGET)
        if not answer["steps"]:
            st.text(NOTHING)
            return
        for place, step in enumerate(answer["steps"], 1):
            st.markdown(f"{place}\\. {said(record, step)}")
            st.caption(escaped(f"Closes: {joined([_pair(record, pair) for pair in step['pairs']])}."))
        st.text(bounded(answer))
        st.caption(CLOSED)


def said(record: Record, step: NextStep) -> str:
    """Return one step as a sentence, as Markdown."""
    first, *others = [f"**{escaped(record.organizations[one['id']].shown)}**" for one in _bodies(step)]
    closes = f"closes {words.count(len(step['pairs']), 'gap')}"
    if step["network"]:
        table = escaped(record.networks[step["network"]["id"]].shown)
        return f"A seat for {first} in **{table}** {closes}."
    if step["kind"] == "mechanism":
        return f"A new committee or task force of {joined([first, *others])} {closes} (effort {step['effort']})."
    return f"A contact between {joined([first, *others])} {closes}."


def _bodies(step: NextStep) -> list[dict[str, str]]:
    return [{"id": one["id"]} for one in (step["organization"], *step["with"])]


def bounded(answer: NextStepAnswer) -> str:
    """Return how much is closed, and how near to the best that is, in plain words."""
    closed = sum(len(step["pairs"]) for step in answer["steps"])
    gaps = words.count(answer["gaps"], "open gap")
    best = answer["closes"] >= answer["bound"] - 1e-9
    share = int(100 * answer["closes"] / answer["bound"])
    near = (
        "No other steps of this effort close more (proven)."
        if best
        else (f"Weighed by need, that is at least {share} % of what any steps of this effort could close (proven).")
    )
    return f"Together {closed} of {gaps}. {near}"


def _pair(record: Record, pair: list[str]) -> str:
    return "–".join(badges.short(record, body, body) for body in pair)
