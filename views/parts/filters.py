"""The first row of a page: its title and sentence, and the questions that every page puts the same way."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from graph import vocabulary
from graph.record import Record
from views.parts import address, ends, letters, words
from views.parts.safe_text import escaped

FURTHER = "avoid further"
LONG_NAMES = range(15, 21)  # letters of a country for which its field is made wider; a longer one stands in the title


@contextmanager
def row(title: str, sentence: str, width: int | Literal["stretch"] = "stretch") -> Iterator[None]:
    """Write the title and the sentence of a page; what is drawn within stands at the right of them."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="first-row"):
        with st.container(gap=None, width=width):
            st.title(escaped(title), anchor=False)
            st.text(sentence)
        yield
    if address.is_past():
        _back_to_today()


def _back_to_today() -> None:
    """Say that the page tells of a day in the past, with the way back."""
    page: str = st.session_state[address.PAGE]
    asked = {name: text for name, text in address.asked(page).items() if name != "date"}
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="past"):
        st.markdown(f"**As known on {words.long_day(address.day())}** ·", width="content")
        st.page_link(f"views/pages/{page or 'home'}.py", label="back to today", query_params=asked, width="content")


def theme(width: int = 226) -> None:
    """Ask for the theme."""
    themes = sorted(vocabulary.THEMES, key=words.theme)
    st.selectbox(
        "Theme",
        ["", *themes],
        key="theme",
        format_func=words.theme,
        persist_state="session",
        width=letters.wide(width),
    )


def country(record: Record) -> None:
    """Ask for the country."""
    codes = sorted(record.countries, key=record.country_name)
    name = record.country_name(st.session_state["country"])
    st.selectbox(
        "Country",
        codes,
        key="country",
        format_func=record.country_name,
        persist_state="session",
        width=letters.wide(198 if len(name) in LONG_NAMES else 150),
    )


def known_on() -> None:
    """Ask for the day as of which the record is read."""
    st.date_input(
        "As known on",
        key="date",
        min_value=address.FIRST_DAY,
        max_value=address.today(),
        format="YYYY-MM-DD",
        persist_state="session",
        width=letters.wide(138),
    )


def recorded_only() -> None:
    """Ask whether what follows from the kind of a body alone is left out."""
    st.toggle(
        "Recorded only", key="recorded", persist_state="session", help="Leave out what is only presumed by kind of body"
    )


def start(record: Record) -> None:
    """Ask where a route begins: a group or a body of the record."""
    _body(record, "From", "from", ends.all_of(record, st.session_state["country"]))


def target(record: Record) -> None:
    """Ask where a route is to lead: a group, such as the customs of a country, or a body."""
    _body(record, "To", "to", ends.all_of(record, ""))


def _body(record: Record, label: str, key: str, options: tuple[str, ...]) -> None:
    held = st.session_state[key]
    st.selectbox(
        label,
        # A group of an address (`customs@TH,VN`), or a body that has ended, is asked for and stands in no list.
        options if held is None or held in options else (held, *options),
        index=None,
        key=key,
        format_func=lambda end: ends.name(record, end),
        placeholder="choose a body",
        persist_state="session",
        width="stretch",
    )


def conditions_of_routes(record: Record) -> None:
    """Ask which networks a route is not to pass, which it is, how many ways, and the day, in a place that opens."""
    further = st.session_state.pop(FURTHER, None)
    if further:
        st.session_state["avoid"] = [*st.session_state["avoid"], further]
    with st.popover("Conditions", icon=":material/tune:", width=letters.wide(150)):
        networks(record, "Not through", "avoid", 320)
        networks(record, "Through", "via", 320)
        with st.container(horizontal=True):
            st.selectbox(
                "How many ways", address.MOST_ROUTES, key="most", persist_state="session", width=letters.wide(138)
            )
            known_on()


def networks(record: Record, label: str, key: str, width: int | Literal["stretch"] = "stretch") -> None:
    """Ask for networks."""
    st.multiselect(
        label,
        ends.networks(record),
        key=key,
        format_func=lambda network: record.networks[network].shown,
        placeholder="choose networks",
        persist_state="session",
        width=width,
    )


def said_of_routes(record: Record) -> None:
    """Say which conditions a route is under, where there are any: their fields are out of sight."""
    for words_for, key in (("Not through", "avoid"), ("Through", "via")):
        names = [record.networks[network].shown for network in st.session_state[key]]
        if names:
            st.caption(escaped(f"{words_for} {', '.join(names)}."))


def leave_out(network: str) -> None:
    """Have the next run leave a further network out; in this one the question has been put already."""
    if network not in st.session_state["avoid"]:
        st.session_state[FURTHER] = network
