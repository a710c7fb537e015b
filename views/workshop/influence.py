"""How much influence the room gives each body on the theme: Net-Map's towers, from 1 to 5."""

import streamlit as st

from graph import vocabulary
from graph.analysis.workshop.said import influence
from graph.analysis.workshop.workshop import ROOM, Workshop
from graph.record import Record
from graph.stores.base import now
from views.parts import words
from views.parts.safe_text import escaped
from views.workshop import lines, room

LEVELS = {level: f"{level} {text}" for level, text in enumerate(vocabulary.INFLUENCE.values(), start=1)}


def draw(record: Record, workshop: Workshop, theme: str) -> None:
    """Draw a row for each body in the room, with what was said of it."""
    if not theme:
        st.text("Choose a theme above: influence is about one.")
        return
    answer = room.heard(record, workshop)
    if not answer["present"]:
        st.text("Nobody is in the room yet: begin with “Who”.")
        return
    said = {one["body"]["id"]: one["influence"] for one in answer["influence"] if one["theme"] == theme}
    asked = f"How much can each decide or move on {words.subject(theme)}?"
    question, said_last = st.columns([3, 2], vertical_alignment="center")
    question.markdown(escaped(f"{asked} It is what the room thinks, never a fact."))
    with said_last:
        lines.said()
    for body in answer["present"]:
        key = f"influence-{body['id']}"
        st.session_state[key] = said.get(body["id"])
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-{body['id']}"):
            st.text(body["name"], width="stretch")
            st.segmented_control(
                body["name"],
                list(LEVELS),
                key=key,
                format_func=LEVELS.__getitem__,
                label_visibility="collapsed",
                on_change=_keep,
                args=(workshop, body["id"], theme, key),
                width="content",
            )


def _keep(workshop: Workshop, body: str, theme: str, key: str) -> None:
    level = st.session_state.get(key)
    if level:
        lines.keep(
            lambda record: influence(record, workshop, body, level, theme, at=now(), said_by=ROOM),
            f"Kept: {LEVELS[level]} influence.",
        )
