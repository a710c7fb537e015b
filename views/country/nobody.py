"""A stage of which no body is recorded: what was looked for, and whom to ask."""

import streamlit as st

from graph.record import Record
from layout.chain.plan import COLUMNS, LAST, SECTIONS
from views.parts import words
from views.parts.safe_text import escaped, shown

# Whom to ask by the column of the map, and by the section of its last one.
ASK = (
    "the ministry that answers for the subject.",
    "the customs service.",
    "the ministry that answers for the environment.",
    "the police, or the investigation branch of customs.",
    "the environment authority, or the customs service: who tests samples for them?",
)
ASK_LAST = (
    "the ministry of justice, or the attorney general.",
    "the ministry of justice: which court hears such cases?",
    "the environment authority, or the customs service: who takes over seized goods?",
)


def draw(record: Record, column: int, section: int, code: str, theme: str) -> None:
    """Draw that nobody is recorded, for a column of the map, or a section of its last one."""
    stage = SECTIONS[section] if section >= 0 else COLUMNS[column]
    on = f" on {words.subject(theme)}" if theme else ""
    st.markdown(f"#### {escaped(stage)}: nobody recorded", anchors=False)
    st.text(
        f"No source that we read names a body of {shown(record.country_name(code))} for this stage{on}. "
        "There may well be one."
    )
    st.text(f"Ask {ASK_LAST[section] if section >= 0 else ASK[min(column, LAST - 1)]}")
