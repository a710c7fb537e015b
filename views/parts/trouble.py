"""What a page says when it cannot answer: one calm sentence, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from graph.errors import WhoElseError
from views.parts.safe_text import escaped


@contextmanager
def said_calmly() -> Iterator[None]:
    """Turn an error of the program into a sentence on the page; nothing below it is drawn."""
    try:
        yield
    except WhoElseError as error:
        with st.container(border=True, key="trouble"):
            st.markdown(f"**{escaped(error.what)}**")
            st.text(error.do or "Try again; if it stays, tell the one who set this program up.")


def nothing(what: str, do: str) -> None:
    """Say that there is nothing to show, and what to do next."""
    st.text(what)
    st.caption(escaped(do))
