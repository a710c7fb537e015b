"""The answers for a country: one's own list first, then what was asked about it."""

from collections.abc import Callable

import streamlit as st

from graph.record import Record
from views.parts import trouble
from views.who_else import expected, invite, missing, own_list, peers, to_ask

DRAWN: dict[str, Callable[[Record, str, str], None]] = {
    "": missing.draw,
    "roles": expected.draw,
    "peers": peers.draw,
    "invite": invite.draw,
    "questions": to_ask.draw,
}


def draw(record: Record, code: str, theme: str, show: str) -> None:
    """Draw one of the three answers, the invitation list, or the questions; above what rests on it one's own list."""
    if not any(record.is_living(body) for body in record.bodies.get(code, ())):
        trouble.nothing("No body of this country is recorded on this day.", "Choose a later day, or load tables.")
        return
    if show == "":
        own_list.panel(record, code, theme)
    elif show == "invite":
        own_list.in_short(record, code, theme)
    with st.container(gap="small", key="who-else-answer-drawn"):
        DRAWN[show](record, code, theme)
