"""The row above every part of the page Networks: where one is, what is asked, and the way to the other parts."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from graph.record import Record
from loaders import place
from views.parts import address, filters

OPEN_PARTS = {
    "": "Catalogue",
    "seats": "Who sits where",
    "region": "Region",
    "overlap": "Shared members",
    "strategy": "Strategy",
    "links": "What holds together",
}
CHOSEN = "networks-section"


def parts() -> dict[str, str]:
    """Return the parts of the page; what holds together stays out of a copy that others only look at."""
    return {part: name for part, name in OPEN_PARTS.items() if part != "links" or not place.is_read_only()}


@contextmanager
def row(record: Record, sentence: str) -> Iterator[None]:
    """Write the title, the questions and the parts; what is drawn within stands at the right of the questions."""
    with filters.row("Networks", sentence):
        filters.theme()
        filters.country(record)
        filters.known_on()
        yield
    known = parts()
    st.session_state[CHOSEN] = st.session_state["section"] if st.session_state["section"] in known else ""
    st.segmented_control(
        "Part of this page",
        list(known),
        key=CHOSEN,
        required=True,
        format_func=known.__getitem__,
        label_visibility="collapsed",
        on_change=_choose,
    )
    address.write(address.NETWORKS)


def _choose() -> None:
    st.session_state["section"] = st.session_state[CHOSEN] or ""


def open_network(name: str) -> None:
    """Have the page show one network in full."""
    st.session_state["network"] = name


def close_network() -> None:
    """Have the page show the list again."""
    st.session_state["network"] = ""
