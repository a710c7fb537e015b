"""Tables of the page Networks as files that a spreadsheet opens without running anything in them."""

import csv
import io
from collections.abc import Iterable, Sequence

import streamlit as st

from loaders.formulas import guarded

Rows = Iterable[Sequence[str | int]]


def offer(label: str, columns: Sequence[str], rows: Rows, file: str, help_: str) -> None:
    """Offer a table as a file."""
    st.download_button(
        label,
        of(columns, rows),
        file,
        "text/csv",
        icon=":material/download:",
        help=help_,
        on_click="ignore",
        key=f"file-{file}",
    )


def of(columns: Sequence[str], rows: Rows) -> bytes:
    """Return CSV in UTF-8 with a mark at the beginning, by which spreadsheets know the encoding."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([guarded(str(cell)) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")
