"""What the bodies in the room aim at, in their own words."""

import streamlit as st

from graph.analysis.workshop.said import goal
from graph.analysis.workshop.workshop import Workshop
from graph.record import Record
from graph.stores.base import now
from views.parts import words
from views.parts.safe_text import escaped
from views.workshop import lines, room


def draw(record: Record, workshop: Workshop, theme: str) -> None:
    """Draw the form for a goal, and the goals that were said."""
    if not theme:
        st.text("Choose a theme above: a goal is about one.")
        return
    answer = room.heard(record, workshop)
    there = [body["id"] for body in answer["present"]]
    if not there:
        st.text("Nobody is in the room yet: begin with “Who”.")
        return
    with st.form("goal", clear_on_submit=True):
        st.markdown(escaped(f"What does each want to reach on {words.subject(theme)}?"))
        body = st.selectbox("Body", there, format_func=lambda one: room.name(record, one), key="goal-body")
        text = st.text_input("Its goal, in its own words", max_chars=200, key="goal-text")
        if st.form_submit_button("Keep", type="primary") and text.strip():
            _keep(workshop, body, text.strip(), theme)
            st.rerun()
    lines.said()
    hidden = room.waiting().hidden()
    for number, said in enumerate(answer["goals"]):
        line = f"{said['body']['name']}: {said['goal']} ({words.subject(said['theme'])})"
        lines.draw(line, [said["held"]["batch"]], said["held"]["claim"], number=number, hidden=hidden)


def _keep(workshop: Workshop, body: str, text: str, theme: str) -> None:
    lines.keep(lambda record: goal(record, workshop, body, text, theme, at=now(), said_by=body), f"Kept: {text}")
