"""The claims behind what a page says: what the source says, which source, where it can be read, and when it was."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from graph.answers import ClaimShown
from graph.record import Record
from views.parts import answers, words
from views.parts.safe_text import address, shown

HOST = r"^https?://(?:www\.)?([^/?#]+)"
COLUMNS = {
    "Step": st.column_config.TextColumn(width=96),
    "What the source says": st.column_config.TextColumn(width=300),
    "Source": st.column_config.TextColumn(width=112),
    "Address": st.column_config.LinkColumn(width=112, display_text=HOST),
    "Published": st.column_config.TextColumn(width=80),
    "Read on": st.column_config.TextColumn(width=80),
}
ROW, HEAD = 32, 36
TALL_ROW = 84  # from 64 on a cell breaks its text into lines
NARROW = {"What the source says": st.column_config.TextColumn(width=208)}


def table(record: Record, ids: Iterable[str], key: str, *, rows: int = 5, narrow: bool = False) -> None:
    """Draw the claims of ids (or addresses) as a table of at most so many rows at once; more are scrolled to."""
    found = answers.claims(record, tuple(dict.fromkeys(ids)))
    if not found:
        st.caption("No record rests behind this: it follows from the kind of body alone.")
        return
    rows_of(frame(found), key, most=rows, narrow=narrow)


def rows_of(claims: pd.DataFrame, key: str, *, most: int, narrow: bool = False) -> None:
    """Draw the rows of `frame`, so many at once."""
    row = TALL_ROW if narrow else ROW
    st.dataframe(
        claims,
        hide_index=True,
        height=min(len(claims), most) * row + HEAD,
        row_height=row,
        column_config={**COLUMNS, **NARROW} if narrow else COLUMNS,
        key=key,
    )


def frame(found: Sequence[ClaimShown]) -> pd.DataFrame:
    """Return claims as rows for a reader; a problem that a source reports says so first."""
    return pd.DataFrame([_row(claim) for claim in found])


def _row(claim: ClaimShown) -> dict[str, str | None]:
    source = claim["source"]
    return {
        "What the source says": shown(sentence(claim)),
        "Source": shown(source["publisher"] or source["title"]),
        "Address": address(source["url"]),
        "Published": words.day(source["published"]),
        "Read on": words.day(claim["read_on"]),
        "Status": "problem reported" if claim["status"] == "absent" else "recorded",
        "Title": shown(source["title"]),
        "Kind of source": source["kind"],
        "Note": shown(claim["note"] or ""),
    }


def sentence(claim: ClaimShown) -> str:
    """Return what a claim says, beginning with a capital letter."""
    said = claim["sentence"]
    return said[:1].upper() + said[1:]


def counted(found: Sequence[ClaimShown]) -> str:
    """Return how much there is: "12 records from 5 sources"."""
    sources = len({claim["source"]["id"] for claim in found})
    return f"{words.count(len(found), 'record')} from {words.count(sources, 'source')}"
