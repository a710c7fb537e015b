"""What already works: contacts found among those expected, as counts beside what was read for them."""

import streamlit as st

from graph.answers import Contacts
from views.parts import words

FOUND, PROBLEM, UNKNOWN = "background:#0072B2", "background:#1C2733", "border:2px dashed #D55E00"


def bar(contacts: Contacts) -> None:
    """Draw the counts as a bar (found, problem reported, not known) and in words."""
    expected, found = contacts["expected"], contacts["found"]
    if not expected:
        st.markdown("**What already works**")
        st.text("No contact can be expected from what is recorded so far: too few bodies have a recorded stage.")
        return
    problems = min(contacts["problems"], expected - found)
    unknown = expected - found - problems
    st.markdown(f"**What already works: {found} of {expected} contacts**")
    parts = ((found, FOUND), (problems, PROBLEM), (unknown, UNKNOWN))
    st.html(
        "<div aria-hidden='true' style='display:flex;gap:2px;height:14px'>"
        + "".join(
            f"<div style='flex:{number};box-sizing:border-box;{style}'></div>" for number, style in parts if number
        )
        + "</div>"
    )
    said = [f"{found} found", f"{unknown} not known"]
    if contacts["problems"]:
        said.insert(1, words.count(contacts["problems"], "problem"))
    st.caption(f"{', '.join(said)}; {words.count(contacts['sources_read'], 'source')} read")
