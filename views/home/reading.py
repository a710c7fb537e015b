"""How to read the pages: the four things that a newcomer has to know."""

import streamlit as st

from views.parts.meanings import MEANS

LINES = (
    ("● recorded, ○ presumed", "a source says so, or it follows from the kind of body alone: please confirm."),
    ("no recorded contact", "no source read so far speaks of one. There may well be one."),
    (
        "expected contacts",
        "pairs that ought to be in contact, as both answer for the same subject or work at one place.",
    ),
    ("designations", "names of countries and areas imply no opinion on the status of any territory."),
)


def lines() -> None:
    """Draw them, a line or two each."""
    with st.container(gap="xxsmall"):
        for word, means in LINES:
            st.markdown(f"**{word}**: {means}")
    with st.expander("The field’s own words", key="field-words"):
        for word, means in sorted(MEANS.items()):
            st.markdown(f"**{word}**: {means}")
