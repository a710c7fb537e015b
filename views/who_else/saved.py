"""A list as files: CSV for any program, and a workbook that prints on landscape pages."""

import streamlit as st

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def buttons(name: str, csv: bytes, workbook: bytes, key: str) -> None:
    """Offer both files under a name."""
    icon = ":material/download:"
    st.download_button("Excel", workbook, f"{name}.xlsx", WORKBOOK, key=f"{key}-xlsx", icon=icon, on_click="ignore")
    st.download_button("CSV", csv, f"{name}.csv", "text/csv", key=f"{key}-csv", icon=icon, on_click="ignore")
