"""Which lanes of a set are drawn: the first at once, all where the reader asks for them."""

import streamlit as st

from graph.answers import ReachAnswer
from graph.record import Record
from views.parts import words
from views.parts.safe_text import shown

ALL = "reach-all-lanes"
FIRST, FEW = 12, 2  # drawn at once; for so few more nothing is folded
NAMED = 6


def drawn(answer: ReachAnswer) -> ReachAnswer:
    """Return the answer with the lanes that are drawn."""
    if not _are_folded(answer) or st.session_state.get(ALL):
        return answer
    return {**answer, "networks": answer["networks"][:FIRST]}


def further(record: Record, answer: ReachAnswer) -> None:
    """Say below the drawing how many lanes are folded and what they add, and draw them where that is asked for."""
    if not _are_folded(answer):
        return
    folded = answer["networks"][FIRST:]
    least, most = len(folded[-1]["adds"]), len(folded[0]["adds"])
    adds = f"each adds {most}" if least == most else f"each adds {least} to {most}"
    names = ", ".join(record.networks[one["id"]].shown for one in folded[:NAMED])
    more = f" and {len(folded) - NAMED} more" if len(folded) > NAMED else ""
    if not st.session_state.get(ALL):
        st.text(shown(f"and {words.count(len(folded), 'more network')}, {adds}: {names}{more}."))
    st.toggle(f"Draw all {len(answer['networks'])} networks", key=ALL)


def _are_folded(answer: ReachAnswer) -> bool:
    return len(answer["networks"]) > FIRST + FEW
