"""Which gaps are asked for: in the country, across borders, between networks and home, under a treaty, at a site."""

from collections.abc import Mapping

import streamlit as st

from views.parts import address

NAMES: Mapping[str, str] = {
    "": "National",
    "cross-border": "Across borders",
    "hand-in-hand": "Hand in hand",
    "treaty": "Treaty",
    "site": "At a site",
}
ASKS: Mapping[str, str] = {
    "": "Who ought to be in contact?",
    "cross-border": "Are the customs services of neighbours in contact?",
    "hand-in-hand": "Who hears from a network, and who should?",
    "treaty": "Are those with a role under a treaty in contact?",
    "site": "Who works here, and are they in contact?",
}
WITH_THEME = ("", "hand-in-hand")


def ask() -> str:
    """Ask for the level, and return it; another level begins with its own first line."""
    st.segmented_control(
        "Level",
        address.LEVELS,
        key="level",
        format_func=lambda level: NAMES[level],
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update(gap=""),
    )
    return str(st.session_state["level"] or "")
