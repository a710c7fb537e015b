"""What already works: contacts found among those expected, as counts beside what was read for them."""

from collections.abc import Sequence

import streamlit as st

from graph.answers import Contacts, Gap, GapsAnswer
from views.parts import badges, words
from views.parts.meanings import MEANS

FOUND = "background:light-dark(#0072B2,#56B4E9)"
PROBLEM = "background:currentColor"
UNKNOWN = "border:2px dashed light-dark(#D55E00,#E69F00)"
TOO_LITTLE = "Too little is recorded here to judge who ought to be in contact."


def bar(answer: GapsAnswer, denied: int) -> None:
    """Draw the counts as a bar (found, problem reported, none known of) and in words."""
    st.markdown("**What already works**", help=MEANS["expected contact"])
    contacts = answer["contacts"]
    if not contacts["expected"]:
        st.text(TOO_LITTLE)
        return
    parts = ((contacts["found"], FOUND), (contacts["problems"], PROBLEM), (not_known(contacts), UNKNOWN))
    st.html(
        "<div aria-hidden='true' style='display:flex;gap:2px;height:14px'>"
        + "".join(
            f"<div style='flex:{number};box-sizing:border-box;{style}'></div>" for number, style in parts if number
        )
        + "</div>"
    )
    st.caption(in_words(answer, denied))


def not_known(contacts: Contacts) -> int:
    """Return of how many expected pairs neither a contact nor a problem is known."""
    return contacts["expected"] - contacts["found"] - contacts["problems"]


def in_words(answer: GapsAnswer, denied: int) -> str:
    """Return the counts of pairs, and in how many lines those that are not known are shown: the same on every page.

    Of `denied` pairs both sides say that they are not in contact: that is known.
    """
    contacts, lines = answer["contacts"], len(not_problems(answer["gaps"]))
    said = [f"{contacts['found']} found"]
    problems, outside = problems_reported(answer)
    if problems or outside:
        more = f" ({outside} more outside the expected)" if outside else ""
        said.append(f"{problems or 'none'} with a problem reported{more}")
    said.append(f"{not_known(contacts) - denied} not known")
    said += [f"{denied} confirmed: none"] if denied else []
    shown = f"; shown as {words.count(lines, 'line')}" if lines else ""
    return f"{contacts['expected']} expected: {', '.join(said)}{shown}"


def problems_reported(answer: GapsAnswer) -> tuple[int, int]:
    """Return how many pairs have an open problem, among the expected ones and outside them."""
    inside = answer["contacts"]["problems"]
    return inside, sum(gap["kind"] == badges.OPEN for gap in answer["gaps"]) - inside


def not_problems(gaps: Sequence[Gap]) -> list[Gap]:
    """Return the lines of pairs that are not known to be in contact."""
    return [gap for gap in gaps if not badges.is_problem(gap)]
