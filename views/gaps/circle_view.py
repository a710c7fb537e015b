"""A group of bodies in circles of recorded contact: who is in contact with whom, and what would join them."""

from collections.abc import Sequence
from itertools import combinations, product

import pandas as pd
import streamlit as st

from graph.analysis.bodies.services import service_of
from graph.answers import Circles
from graph.record import Record
from graph.words import joined
from views.gaps import deciding
from views.parts import evidence, words
from views.parts.safe_text import escaped, shown

MOST_PAIRS = 40
Pair = tuple[str, str]


def in_short(group: Circles) -> str:
    """Return the short answer: "4 bodies in 2 circles; one contact would join them"."""
    number, needed = len(group["circles"]), group["contacts_needed"]
    bodies = words.count(len(group["bodies"]), "body", "bodies")
    if number < 2:
        return f"{bodies}, all in recorded contact" if len(group["bodies"]) > 1 else bodies
    join = "one contact would join them" if needed == 1 else f"{needed} contacts would join them"
    return f"{bodies} in {number} circles; {join}"


def in_shorter(group: Circles) -> str:
    """Return the same for a list: "4 bodies in 2 circles"."""
    bodies, circles = words.count(len(group["bodies"]), "body", "bodies"), len(group["circles"])
    return f"{bodies} in {circles} circles" if circles > 1 else in_short(group)


def draw(record: Record, group: Circles, home: str, more: Sequence[Pair] = ()) -> None:
    """Draw the circles, the table at which they could join, and what one knows of a pair that is not joined.

    `more` are pairs besides that are not found in contact, such as customs with a body of the group.
    """
    st.markdown("**In recorded contact with each other**" if len(group["bodies"]) > 1 else "**Who is recorded**")
    circles = [joined(_names(record, circle, home)) for circle in group["circles"]]
    if len(circles) < 2:
        st.text("\n".join(shown(circle) for circle in circles))
    else:
        rows = [{"Circle": str(number), "Bodies": escaped(names)} for number, names in enumerate(circles, 1)]
        st.table(pd.DataFrame(rows), hide_index=True, alt="Circles of recorded contact")
        st.caption("Between two circles no standing contact is recorded; there may well be one.")
    table = group["table"]
    if table and len(circles) > 1:
        name = record.networks[table["network"]["id"]].shown
        st.text(f"{table['covers']} of {table['of']} sit in {shown(name)}, where they could meet.")
    _decide(record, group, more)


def show_evidence(record: Record, group: Circles, key: str, more: Sequence[str] = ()) -> None:
    """Draw the claims by which the bodies belong here, and some more."""
    st.markdown("**Evidence**")
    evidence.table(record, [*(claim for body in group["bodies"] for claim in body["claims"]), *more], key)


def _decide(record: Record, group: Circles, more: Sequence[Pair]) -> None:
    """Ask what the reader knows of two bodies of different circles, and of other pairs that are not found."""
    pairs = [pair for one, other in combinations(group["circles"], 2) for pair in product(one, other)]
    apart = [(service_of(record, a), service_of(record, b)) for a, b in pairs]
    asked = {frozenset(pair): pair for pair in (*apart, *more)}.values()
    if asked:
        deciding.draw(record, sorted(asked, key=lambda pair: not _with_customs(record, pair))[:MOST_PAIRS])


def _with_customs(record: Record, pair: Pair) -> bool:
    return any(record.organizations[body].kind == "customs" for body in pair)


def _names(record: Record, ids: Sequence[str], home: str) -> list[str]:
    """Return bodies by their short names, those of another country with it."""
    found = [record.organizations[body] for body in ids]
    return [
        body.shown if body.country == home else f"{body.shown} ({record.country_name(body.country)})" for body in found
    ]
