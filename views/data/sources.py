"""Sources: every one with what rests on it, and on a click what it says."""

import pandas as pd
import streamlit as st

from graph.analysis.quality.freshness import sources_used
from graph.answers.quality import SourceUsed
from graph.record import Record
from views.parts import evidence, trouble, words
from views.parts.safe_text import shown

MOST, ROW = 60, 35  # claims of a source; the height of a row


def draw(record: Record) -> None:
    """Draw the list, and the source that was chosen in it."""
    asked = st.text_input("Find in title, publisher or address", key="source-asked", max_chars=100).casefold().strip()
    found = [used for used in sources_used(record) if asked in _text(used)]
    if not found:
        trouble.nothing("No source has these words.", "Try fewer letters.")
        return
    frame = pd.DataFrame([_row(used) for used in found])
    chosen = st.dataframe(
        frame,
        hide_index=True,
        height=min(320, ROW * (len(found) + 1) + 2),
        key="sources",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = chosen.selection.rows
    if not rows or rows[0] >= len(found):
        st.caption(f"{words.count(len(found), 'source')}. Choose a row to read what it says.")
        return
    used = found[rows[0]]
    evidence.sources(record, [used["id"]], "chosen")
    number = record.number[f"source:{used['id']}"]
    ids = record.claim_ids(int(row) for row in (record.claims.source == number).nonzero()[0][:MOST])
    if ids:
        evidence.table(record, ids, f"source-{used['id']}")
    else:
        st.text("No claim rests on it, only what editors noted of bodies and networks.")


def _text(used: SourceUsed) -> str:
    return f"{used['title']} {used['publisher']} {used['url']}".casefold()


def _row(used: SourceUsed) -> dict[str, object]:
    return {
        "Title": shown(used["title"]),
        "Publisher": shown(used["publisher"]),
        "Kind": used["kind"],
        "Published": words.day(used["published"], "no date"),
        "Claims": used["claims"],
        "Read": words.day(used["newest"], "not noted"),
    }
