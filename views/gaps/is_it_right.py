"""Is it right? What the order of the list is worth on this record, in one sentence each: what it says and what not."""

import streamlit as st

from graph.analysis.gaps.sensitivity import Kept
from graph.answers import EvaluationAnswer
from graph.record import Record
from views.gaps import level_answers
from views.parts import trouble

WAIT = "Comparing the order of the list with the contacts on record in all countries: some seconds …"
AGAIN = "Reckon again: the record has changed since"
RECKONED = "is it right at revision"
PROGRAM = "this program"
TUNED = (
    "No weight is fitted to the contacts on record. Tried on the record of November 2026, weights fitted in the other "
    "countries put one pair in a hundred more in its place, by trusting less what is presumed of a kind of body; that "
    "favours whom sources write about, so the weights stay. `whoelse evaluate gaps --leave-one-out` tries it again."
)


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str, theme: str) -> None:
    """Draw the figures in a fold; they are reckoned when it is opened, and kept for everybody."""
    fold = st.expander("Is it right?", key="is-it-right", on_change="rerun")
    if not fold.open:
        st.session_state.pop(RECKONED, None)
        return
    with fold:
        if st.session_state.setdefault(RECKONED, record.revision) != record.revision:
            # Who decides one gap after another does not wait for the figures after each.
            st.button(AGAIN, key="reckon-again", on_click=lambda: st.session_state.pop(RECKONED, None))
            return
        with st.spinner(WAIT):
            answer = level_answers.evaluated(record)
            kept = level_answers.kept(record, code, theme)
        st.text(how_good(answer))
        st.text(steady(kept))
        st.caption(TUNED)
        st.caption(answer["does_not_say"])


def how_good(answer: EvaluationAnswer) -> str:
    """Return what the figures mean: how often need alone puts a pair in recorded contact first."""
    row = next(
        (one for one in answer["rows"] if (one["method"], one["measure"]) == (PROGRAM, "AUC, contacts")),
        None,
    )
    if row is None or row["value"] is None:
        return "Too few contacts are recorded to say how good the order of this list is."
    between = ""
    if row["low"] is not None and row["high"] is not None:
        between = f" (95 % interval over countries: {100 * row['low']:.0f} to {100 * row['high']:.0f})"
    return (
        "Where contact is expected is reckoned without looking at any contact. Of two pairs of bodies of one country, "
        f"one in recorded contact and one not, it puts the one in contact first {100 * row['value']:.0f} times in "
        f"100{between}; chance would do so 50 times."
    )


def steady(kept: Kept) -> str:
    """Return how many of the first lines stay when the tables of judgement move."""
    if not kept.of:
        return "There is no line here whose place could change."
    return (
        f"When every weight of the tables of judgement is moved by up to half, {kept.mean:.0f} of the first {kept.of} "
        f"lines of this list stay among the first on average, {kept.least} at least."
    )
