"""What is around every page: its name and sign in the browser, its width, and the few rules of style.

Every page works without these rules; they only give the space back that Streamlit keeps empty.
"""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from graph.record import Record
from views.parts import address

ICON = Path(__file__).parent / "icon.png"
SIDEBAR = 208
STYLE = Path(__file__).parent / "style.css"


def begin() -> None:
    """Set up the page; the first thing of every run."""
    st.set_page_config(page_title="Who Else?", page_icon=str(ICON), layout="wide", initial_sidebar_state=SIDEBAR)
    st.html(STYLE)


def menu(pages: Sequence[StreamlitPage], record: Record | None) -> None:
    """Draw the menu; its links carry what is asked, so that another page opens with the same country and theme."""
    with st.sidebar:
        st.markdown("## Who Else?")
        for page in pages:
            st.page_link(page, query_params=address.link(record, page.url_path))
