"""A list as files: CSV for any program, and a workbook that prints on landscape pages."""

from collections.abc import Callable

import streamlit as st

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def buttons(name: str, make: Callable[[], tuple[bytes, bytes]], key: str) -> None:
    """Offer both files under a name, CSV and workbook, which are made when one is asked for."""
    icon = ":material/download:"
    st.download_button(
        "Excel", lambda: make()[1], f"{name}.xlsx", WORKBOOK, key=f"{key}-xlsx", icon=icon, on_click="ignore"
    )
    st.download_button(
        "CSV", lambda: make()[0], f"{name}.csv", "text/csv", key=f"{key}-csv", icon=icon, on_click="ignore"
    )
