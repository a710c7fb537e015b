"""What was decided before: what, said when and by whom, with its source, and the way back."""

import streamlit as st

from graph.analysis.gaps.decided_pairs import DecidedPair, decided_pairs
from graph.analysis.gaps.screening import Screening
from graph.record import Record
from views.gaps import deciding
from views.parts import changing, evidence, words
from views.parts.safe_text import escaped

SAYS = {"contact": "a contact", "none": "confirmed: none", "not-applicable": "not applicable"}


def draw(record: Record, seen: Screening, country: str = "") -> None:
    """Draw the decisions on the pairs of a screening, of one country if given, in a fold, the newest first."""
    by_hand = deciding.made_by_hand()
    found = [one for one in decided_pairs(seen, by_hand) if not country or country in _countries(record, one)]
    if found:
        with st.expander(f"Decided before **{len(found)}**", key="decided-before"), st.container(gap="small"):
            for one in found:
                _line(record, one, by_hand.get(one.batch))


def _countries(record: Record, one: DecidedPair) -> tuple[str, str]:
    return record.organizations[one.a].country, record.organizations[one.b].country


def _line(record: Record, one: DecidedPair, author: str | None) -> None:
    a, b = (record.organizations[body].shown for body in (one.a, one.b))
    day = f", {words.day(one.on)}" if one.on else ""
    behalf = f", on behalf of {author}" if author and author != changing.NOT_NAMED else ""
    ground = f"{record.sources[one.source].title}{day}{behalf}"
    st.markdown(f"**{escaped(a)}, {escaped(b)}**: {SAYS[one.says]}  \n:small[{escaped(ground)}]")
    evidence.listing(record, [one.claim], f"decided-{one.claim}")
    if author is not None:
        st.button(
            "Take back",
            key=f"take-back-{one.claim}",
            type="tertiary",
            disabled=bool(changing.why_not()),
            on_click=deciding.take_back,
            args=(one.claim, one.batch, f"{a} and {b}, {SAYS[one.says]}"),
        )
    else:
        st.caption("It was recorded together with others: take it back where they were recorded.")
