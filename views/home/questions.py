"""The three questions that bring people here, each with the way to its page for the country and theme asked for."""

import streamlit as st

from graph.record import Record
from views.parts import address, words
from views.parts.safe_text import escaped


def three(record: Record) -> None:
    """Draw the three questions side by side."""
    country = record.country_name(st.session_state["country"])
    theme = st.session_state["theme"]
    on = f" on {words.subject(theme)}" if theme else ""
    cards = (
        (
            "Who are the main enforcement stakeholders, and who else?",
            f"{country}: the bodies along the enforcement chain{on}, the treaty desks, and who may be missing.",
            address.COUNTRY,
            f"See {country}",
        ),
        (
            "Who ought to be in contact, and has no recorded contact?",
            f"{country}: expected contacts{on} of which no source that we read speaks, with reasons.",
            address.GAPS,
            f"See the gaps of {country}",
        ),
        (
            "Through which networks does one get there?",
            f"From a body of {country} to a body of another country{on}, by networks that still live.",
            address.CONNECT,
            f"Connect from {country}",
        ),
    )
    for column, (question, says, page, label) in zip(st.columns(3, gap="small"), cards, strict=True):
        with column.container(border=True, height="stretch"):
            st.markdown(f"#### {question}", anchors=False)
            st.text(says)
            st.page_link(
                f"views/pages/{page}.py",
                label=escaped(label),
                icon=":material/arrow_forward:",
                query_params=address.link(record, page),
            )
