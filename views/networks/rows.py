"""A table of which each row opens what it rests on: the claims, or the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from graph.record import Record
from views.parts import evidence, letters, trouble
from views.parts.safe_text import escaped, shown

ROW, HEAD, MOST = 30, 38, 320
CHOOSE = "Choose a row to see what it rests on."


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, what it rests on, and a sentence that stands above the evidence."""

    cells: tuple[str | int, ...]
    claims: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    says: str = ""


@st.fragment
@trouble.said_calmly()
def draw(
    record: Record, columns: Sequence[str], rows: Sequence[Row], key: str, widths: Mapping[str, Any] | None = None
) -> None:
    """Draw the rows; the chosen one opens below the table."""
    cells = [[shown(cell) if isinstance(cell, str) else cell for cell in row.cells] for row in rows]
    st.dataframe(
        pd.DataFrame(cells, columns=list(columns)),
        hide_index=True,
        height=min(letters.wide(HEAD) + ROW * len(rows), MOST),
        row_height=ROW,
        column_config=letters.columns(widths),
        selection_mode="single-row",
        on_select="rerun",
        key=key,
    )
    chosen = [place for place in st.session_state[key]["selection"]["rows"] if place < len(rows)]
    if not chosen:
        st.caption(CHOOSE)
        return
    behind(record, rows[chosen[0]], f"{key}-{chosen[0]}")


def behind(record: Record, row: Row, key: str) -> None:
    """Draw what a row rests on."""
    if row.says:
        st.markdown(escaped(row.says))
    if row.claims:
        evidence.table(record, row.claims, key)
    elif row.sources:
        evidence.sources(record, row.sources, key)
    else:
        st.caption("No source stands behind this row: it was set by the editors.")
