"""What the text beside the map is about when the map has chosen nothing: a treaty desk, or a body of the table."""

from typing import Literal

import streamlit as st

from views.map import component

MAP = "chain-map"
About = Literal["desk", "body"]
_HELD = "aside"


def about(kind: About) -> str:
    """Return the agreement or body that the text is about, or nothing."""
    held: tuple[str, str, str] | None = st.session_state.get(_HELD)
    return held[1] if held and held[0] == kind and held[2] == st.session_state["country"] else ""


def show(kind: About, name: str) -> None:
    """Have the text speak of a desk or a body; the map chooses nothing then."""
    st.session_state[_HELD] = (kind, name, st.session_state["country"])
    component.clear(MAP)


def forget() -> None:
    """Have the text speak of what the map has chosen again."""
    st.session_state.pop(_HELD, None)


def overview() -> None:
    """Choose nothing at all."""
    forget()
    component.clear(MAP)
