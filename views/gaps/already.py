"""The expected contacts that are on record: between whom, of what kind, and the claims of the one that is chosen."""

import streamlit as st

from graph.analysis.contacts.contacts import Contact, works
from graph.analysis.gaps.screening import Screening
from graph.record import Record
from views.parts import evidence, trouble
from views.parts.safe_text import shown

CHOSEN = "contact-chosen"


@st.fragment
@trouble.said_calmly()
def draw(record: Record, seen: Screening, found: int) -> None:
    """Draw the contacts found in a fold, the strongest first; they are listed when it is opened."""
    if not found:
        return
    fold = st.expander(f"Contact recorded **{found}**", key="contacts-found", on_change="rerun")
    if not fold.open:
        return
    with fold:
        contacts = {f"{one.a['id']}~{one.b['id']}": one for one in works(seen)}
        rows = [_row(record, one) for one in contacts.values()]
        st.dataframe(rows, hide_index=True, key="contacts-table", row_height=30)
        if st.session_state.get(CHOSEN) not in contacts:
            st.session_state[CHOSEN] = next(iter(contacts))
        chosen = st.selectbox(
            "What it rests on",
            list(contacts),
            key=CHOSEN,
            format_func=lambda pair: shown(" and ".join(_names(record, contacts[pair]))),
        )
        evidence.table(record, contacts[chosen].claims, f"contact-{chosen}")


def _names(record: Record, one: Contact) -> tuple[str, str]:
    a, b = (record.organizations[side["id"]].shown for side in (one.a, one.b))
    return a, b


def _row(record: Record, one: Contact) -> dict[str, str]:
    a, b = (shown(name) for name in _names(record, one))
    return {"One side": a, "Other side": b, "By what": shown(", ".join(one.how)), "Newest": str(one.year or "no date")}
