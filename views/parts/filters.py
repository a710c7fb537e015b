"""The first row of a page: its title and sentence, and the questions that every page puts the same way."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import streamlit as st

from graph import vocabulary
from graph.record import Record
from views.parts import address, ends, words
from views.parts.safe_text import escaped

FURTHER = "avoid further"
FIRST_DAY = date(1970, 1, 1)


@contextmanager
def row(title: str, sentence: str) -> Iterator[None]:
    """Write the title and the sentence of a page; what is drawn within stands at the right of them."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="first-row"):
        with st.container(gap=None):
            st.title(escaped(title), anchor=False)
            st.text(sentence)
        yield


def theme(width: int = 226) -> None:
    """Ask for the theme."""
    themes = sorted(vocabulary.THEMES, key=words.theme)
    st.selectbox("Theme", ["", *themes], key="theme", format_func=words.theme, persist_state="session", width=width)


def country(record: Record) -> None:
    """Ask for the country."""
    codes = sorted(record.countries, key=record.country_name)
    st.selectbox("Country", codes, key="country", format_func=record.country_name, persist_state="session", width=150)


def known_on() -> None:
    """Ask for the day as of which the record is read."""
    st.date_input(
        "As known on",
        key="date",
        min_value=FIRST_DAY,
        max_value=address.today(),
        format="YYYY-MM-DD",
        persist_state="session",
        width=138,
    )


def recorded_only() -> None:
    """Ask whether what follows from the kind of a body alone is left out."""
    st.toggle(
        "Recorded only", key="recorded", persist_state="session", help="Leave out what is only presumed by kind of body"
    )


def start(record: Record) -> None:
    """Ask where a route begins: a body of the record."""
    _body(record, "From", "from", ends.bodies(record, st.session_state["country"]))


def target(record: Record) -> None:
    """Ask where a route is to lead: a body, or the customs of a country."""
    _body(record, "To", "to", ends.bodies(record, ""))


def _body(record: Record, label: str, key: str, options: tuple[str, ...]) -> None:
    st.selectbox(
        label,
        options,
        index=None,
        key=key,
        format_func=lambda end: ends.name(record, end),
        placeholder="choose a body",
        persist_state="session",
        width=208,
    )


def avoid(record: Record) -> None:
    """Ask which networks a route is not to pass."""
    further = st.session_state.pop(FURTHER, None)
    if further:
        st.session_state["avoid"] = [*st.session_state["avoid"], further]
    st.multiselect(
        "Not through",
        ends.networks(record),
        key="avoid",
        format_func=lambda network: record.networks[network].shown,
        placeholder="choose networks",
        persist_state="session",
        width=172,
    )


def leave_out(network: str) -> None:
    """Have the next run leave a further network out; in this one the question has been put already."""
    if network not in st.session_state["avoid"]:
        st.session_state[FURTHER] = network
