"""The treaty desks: who answers for each of the agreements in a country."""

from collections.abc import Sequence

import streamlit as st

from graph import vocabulary
from graph.answers import TreatyDesk
from graph.record import Record
from graph.rules import rules
from graph.words import NOBODY, joined
from views.country import aside
from views.parts import evidence, words
from views.parts.safe_text import escaped

LABEL, CELL = 1, 2  # widths: cells are equal, and wide enough for the longest word of a name


def row(record: Record, treaties: Sequence[TreatyDesk], theme: str) -> None:
    """Draw one cell an agreement; a click shows its desks and their evidence in place of what the map says."""
    with st.container(key="desks"):
        label, *cells = st.columns([LABEL, *[CELL] * len(vocabulary.AGREEMENTS)], gap="xxsmall")
        label.markdown("**Treaty desks**")
        for agreement, cell in zip(vocabulary.AGREEMENTS, cells, strict=True):
            desks = [desk for desk in treaties if desk["agreement"] == agreement]
            own = "own" if regulates(agreement, theme) else "other"
            cell.button(
                f"**{words.AGREEMENTS[agreement]}**{_more(desks)}  \n{escaped(_answers(record, desks))}",
                key=f"desk-{own}-{agreement}",
                help=escaped("; ".join(_line(desk) for desk in desks)),
                on_click=aside.show,
                args=("desk", agreement),
                width="stretch",
                wrap=True,
            )


def regulates(agreement: str, theme: str) -> bool:
    """Return whether an agreement is the theme's own."""
    return any(row.subject == agreement and row.within == theme and row.factor == 1 for row in rules().subjects)


def panel(record: Record, treaties: Sequence[TreatyDesk], agreement: str) -> None:
    """Draw the desks of one agreement with the claims that name them."""
    desks = [desk for desk in treaties if desk["agreement"] == agreement]
    st.markdown(f"#### {escaped(vocabulary.AGREEMENTS[agreement])}", anchors=False)
    st.text("\n".join(_line(desk) for desk in desks))
    claims = [claim for desk in desks for claim in desk["claims"]]
    if claims:
        evidence.listing(record, claims, f"desk-evidence-{agreement}")
    else:
        st.caption("No source read so far names a desk. Ask the ministry that answers for the environment.")


def _answers(record: Record, desks: Sequence[TreatyDesk]) -> str:
    names = [record.organizations[body].shown for body in _bodies(desks) if body in record.organizations]
    if names:
        return f"● {names[0]}"
    return NOBODY[desks[0]["status"]] if desks else NOBODY["unknown"]


def _bodies(desks: Sequence[TreatyDesk]) -> list[str]:
    return list(dict.fromkeys(body["id"] for desk in desks for body in desk["organizations"]))


def _more(desks: Sequence[TreatyDesk]) -> str:
    """Return how many further bodies answer, beside the name of the agreement."""
    further = len(_bodies(desks)) - 1
    return f" +{further}" if further > 0 else ""


def _line(desk: TreatyDesk) -> str:
    names = joined([body["name"] for body in desk["organizations"]])
    return f"{desk['role']}: {names or NOBODY[desk['status']]}"
