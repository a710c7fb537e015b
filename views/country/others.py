"""Who else: bodies that the record knows and a list may lack, and roles for which nobody is recorded."""

import streamlit as st

from graph.answers import Recorded
from graph.record import Record
from graph.words import joined, within
from layout.chain.plan import ChainMap
from views.country import chosen
from views.parts import answers
from views.parts.safe_text import escaped
from views.who_else import own_list

FIRST, MOST_ROLES = 3, 1
DESKS = "treaty desk"  # these stand above the map already


def lines(record: Record, code: str, theme: str, drawn: ChainMap) -> None:
    """Draw the first bodies with what each brings, each a way to its evidence, and the roles that nobody fills."""
    own = own_list.of(code)
    answer = answers.who_else(record, code, theme, own)
    order = f"recorded, not on your list of {len(own.names)}" if own.names else "who covers most of the chain, first"
    st.markdown(f"**Who else?** :small[{order}]")
    for body in answer["recorded"][:FIRST]:
        name = record.organizations[body["id"]].shown if body["id"] in record.organizations else body["name"]
        st.button(
            f"**{escaped(name)}**: {escaped(_brings(body))}",
            key=f"else-{body['id']}",
            type="tertiary",
            wrap=True,
            on_click=chosen.choose,
            args=(drawn, body["id"]),
        )
    missing = [
        escaped(within(role["role"]))
        for role in answer["template"]
        if role["status"] == "missing" and role["group"] != DESKS
    ]
    if missing:
        more = f" and {len(missing) - MOST_ROLES} more" if len(missing) > MOST_ROLES else ""
        roles = ", ".join(missing[:MOST_ROLES]) if more else joined(missing)
        st.markdown(f":small[Nobody recorded: **{roles}**{more}.]")
    if answer["unmatched"]:
        st.caption(f"Not found in the record: {escaped(joined(answer['unmatched']))}")


def _brings(body: Recorded) -> str:
    """Return the first reason to ask a body, in the middle of a line."""
    says = (body["reasons"] or body["adds"] or ["recorded here"])[0].replace("presumed from its kind", "presumed")
    return f"{within(says)}."
