"""Who else: bodies that the record knows and a list may lack, and roles for which nobody is recorded."""

import streamlit as st

from graph.answers import Recorded
from graph.record import Record
from views.parts import answers
from views.parts.safe_text import escaped, listed

FIRST = 3
LIST = "own-list"
MOST_CHARACTERS = 8000
DESKS = "treaty desk"  # these stand above the map already


def lines(record: Record, code: str, theme: str) -> None:
    """Draw the first bodies with what each brings, and the roles that nobody is recorded for."""
    names = own_list()
    answer = answers.who_else(record, code, theme, names)
    order = f"recorded, not on your list of {len(names)}" if names else "who covers most of the chain, first"
    st.markdown(f"**Who else?** :small[{order}]")
    for body in answer["recorded"][:FIRST]:
        name = record.organizations[body["id"]].shown if body["id"] in record.organizations else body["name"]
        st.markdown(f"**{escaped(name)}**: {escaped(_brings(body))}")
    missing = [
        escaped(_within(role["role"]))
        for role in answer["template"]
        if role["status"] == "missing" and role["group"] != DESKS
    ]
    if missing:
        more = f" and {len(missing) - 3} more" if len(missing) > 4 else ""
        st.markdown(f"Nobody recorded: **{listed(missing if not more else missing[:3])}**{more}.")
    if answer["unmatched"]:
        st.caption(f"Not found in the record: {escaped(listed(answer['unmatched']))}")


def ask_list() -> None:
    """Offer a place for the reader's own list of bodies, to be told who is not on it."""
    with st.popover("Your own list", icon=":material/playlist_add:", type="tertiary"):
        st.text_area(
            "Bodies you have thought of, a name a line",
            key=LIST,
            height=200,
            max_chars=MOST_CHARACTERS,
            persist_state="session",
            placeholder="Federal Board of Revenue\nAnti-Narcotics Force",
        )
        st.caption("It is compared with the record, and kept nowhere.")


def own_list() -> tuple[str, ...]:
    """Return the names of the reader's own list."""
    lines = str(st.session_state.get(LIST) or "").splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def _brings(body: Recorded) -> str:
    """Return the first reason to ask a body, in the middle of a line."""
    says = (body["reasons"] or body["adds"] or ["recorded here"])[0]
    return f"{_within(says)}."


def _within(text: str) -> str:
    """Return a text as it stands within a sentence; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"
