"""The button that gives a map to take home: one file, made when it is asked for."""

from collections.abc import Callable

import streamlit as st

HELP = "One file that opens in any browser, without this program and without a network: map, search, records, sources."


def button(name: str, make: Callable[[], str], label: str = "Map as a file", says: str = HELP) -> None:
    """Draw the button; `make` returns the page of the file."""
    st.download_button(
        label,
        data=lambda: make().encode(),
        file_name=f"whoelse-{name}.html",
        mime="text/html",
        icon=":material/download:",
        type="tertiary",
        help=says,
        on_click="ignore",
        key=f"map-file-{name}",
    )
