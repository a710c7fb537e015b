"""What a page says when it cannot answer: one calm sentence, and what to do."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from graph.errors import WhoElseError
from views.parts.safe_text import escaped

UNFORESEEN = "This page could not be drawn."
DO = "Load it again, or choose another page; if it stays, tell the one who set this program up."


@contextmanager
def said_calmly() -> Iterator[None]:
    """Turn an error into a sentence on the page; nothing below it is drawn.

    Of an error that nobody foresaw only the type is logged: its words may hold what is in the record, or a secret.
    """
    try:
        yield
    except WhoElseError as error:
        _say(error.what, error.do or DO)
    except Exception as error:  # noqa: BLE001 (the last place where one can be caught)
        logging.getLogger(__name__).error("A page failed: %s", type(error).__name__)
        _say(UNFORESEEN, DO)


def _say(what: str, do: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{escaped(what)}**")
        st.text(do)


def nothing(what: str, do: str) -> None:
    """Say that there is nothing to show, and what to do next."""
    st.text(what)
    st.caption(escaped(do))
