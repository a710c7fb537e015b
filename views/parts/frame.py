"""What is around every page: its name and sign in the browser, its width, and the few rules of style.

Every page works without these rules; they only give the space back that Streamlit keeps empty.
"""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from graph.record import Record
from views.parts import address, letters

ICON = Path(__file__).parent / "icon.png"
SIDEBAR = 208
STYLE = Path(__file__).parent / "style.css"
LARGE = Path(__file__).parent / "projector.css"


def begin() -> None:
    """Set up the page; the first thing of every run."""
    st.set_page_config(page_title="Who Else?", page_icon=str(ICON), layout="wide", initial_sidebar_state=SIDEBAR)
    st.html(STYLE)


def place_of_menu() -> DeltaGenerator:
    """Return where the menu stands: at the side, or in a row above the page where letters are a projector's."""
    if not letters.are_large():
        return st.sidebar
    st.html(LARGE)
    return st.container(horizontal=True, vertical_alignment="center", gap="small", key="menu")


def menu(place: DeltaGenerator, pages: Sequence[StreamlitPage], record: Record | None) -> None:
    """Draw the menu; its links carry what is asked, so that another page opens with the same country and theme."""
    with place:
        if not letters.are_large():
            st.markdown("## Who Else?")
        for page in pages:
            icon = (
                "" if letters.are_large() else None
            )  # none, so that all names have room in a row; else that of the page
            st.page_link(page, icon=icon, query_params=address.link(record, page.url_path))
        letters.switch()
