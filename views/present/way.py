"""The way to the story, from the pages that it is about."""

import streamlit as st

from graph.record import Record
from views.parts import address


def way(record: Record) -> None:
    """Draw the link to the story of the country and theme that are asked for."""
    st.page_link(
        "views/pages/present.py",
        label="Present",
        icon=":material/slideshow:",
        query_params=address.link(record, address.PRESENT),
        help="A short story for a room, full screen: turned by one key, or by a presenter's remote",
        width="content",
    )
