"""Turning the slides by key: what a presenter's remote sends, the arrows, the space bar, wherever the reader clicked.

The browser counts by itself, so that no press is lost while a slide is drawn, and tells how much room the window has.
"""

import streamlit as st

from graph.record import Record
from layout import bundle
from views.parts import address

HTML = (bundle.ASSETS / "turning.html").read_text(encoding="utf-8")
KEY = "turning"
LEAVE = "leave present"
LOWEST, HIGHEST = 320, 4000


def place(count: int) -> int:
    """Return the place of the slide that is asked for, from 0; what is no slide is the nearest that is one."""
    asked = str(st.session_state["slide"])
    number = int(asked) if asked.isdecimal() else 1
    found = max(1, min(number, count))
    st.session_state["slide"] = str(found)
    return found - 1


def draw(place: int, count: int) -> None:
    """Draw back, forward and full screen; a key or a click turns before the page is drawn again."""
    st.components.v2.component("whoelse.turning", html=HTML, css="turning.css", js="turning_page.js")(
        key=KEY,
        data={"place": place + 1, "count": count, "turn": st.session_state.get("turned", 0)},
        default={"room": 0},
        on_turned_change=_turned,
        on_room_change=lambda: None,
        width="content",
    )


def way_back(record: Record) -> None:
    """Draw the link that leaves the story, as Escape does."""
    asked = address.link(record, address.COUNTRY)
    st.page_link("views/pages/country.py", label="Leave", query_params=asked, help="Back to the country (Esc)")


def leave(record: Record) -> None:
    """Go back to the country's page, where that was asked for by key."""
    if st.session_state.pop(LEAVE, False):
        st.switch_page("views/pages/country.py", query_params=address.link(record, address.COUNTRY))


def room() -> int:
    """Return the height of the window in pixels, 0 while the browser has not told it."""
    state = st.session_state.get(KEY)
    told = state.get("room") if state else 0
    return told if isinstance(told, int) and LOWEST <= told <= HIGHEST else 0


def _turned() -> None:
    """Take over the slide that the browser has turned to."""
    told = st.session_state[KEY].get("turned")
    if not isinstance(told, dict):
        return
    if told.get("leave") is True:
        st.session_state[LEAVE] = True
    elif isinstance(told.get("place"), int):
        st.session_state["slide"] = str(max(1, told["place"]))
    address.set_aside(address.PRESENT)
    if isinstance(told.get("turn"), int):
        st.session_state["turned"] = told["turn"]
