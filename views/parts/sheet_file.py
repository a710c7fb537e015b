"""A table as a file that a spreadsheet opens without running anything in it, and the button that gives it."""

from collections.abc import Iterable, Sequence
from typing import Literal

import streamlit as st

from loaders.sheets import as_file, sheet


def of(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV, with the mark by which spreadsheets know the encoding."""
    return as_file(sheet(columns, rows))


def offer(label: str, content: bytes, file: str, help_: str, width: Literal["stretch", "content"] = "content") -> None:
    """Offer a table as a file."""
    st.download_button(
        label,
        content,
        file,
        "text/csv",
        icon=":material/download:",
        help=help_,
        on_click="ignore",
        key=f"file-{file}",
        width=width,
    )
