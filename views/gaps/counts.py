"""Counts, not scores: contacts found among those expected, by theme and by network of one country."""

import streamlit as st

from graph.answers import Counted
from graph.record import Record
from views.gaps import level_answers
from views.parts import trouble
from views.parts.safe_text import shown

SAYS = (
    "A count measures what we read as much as what there is: few sources, few contacts found. It is no mark, and no "
    "country is compared with another. A pair may count under several themes; a theme without expected contacts is "
    "left out."
)


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str) -> None:
    """Draw the counts in a fold; they are reckoned when it is opened."""
    fold = st.expander("Counts by theme and network", key="counts", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.caption(SAYS)
        themes, networks = level_answers.counted(record, code)
        left, right = st.columns(2, gap="medium")
        with left:
            st.dataframe(theme_rows(themes), hide_index=True, key="counts-themes", row_height=30, height="content")
        with right:
            rows = network_rows(record, networks)
            st.dataframe(rows, hide_index=True, key="counts-networks", row_height=30, height="content")


def theme_rows(themes: list[Counted]) -> list[dict[str, str | int]]:
    """Return one row for each theme in which contact is expected, in the order of the themes."""
    return [
        {
            "Theme": one["name"],
            "Expected": one["contacts"]["expected"],
            "Found": one["contacts"]["found"],
            "Problems": one["contacts"]["problems"],
            "Sources read": one["contacts"]["sources_read"],
        }
        for one in themes
        if one["contacts"]["expected"]
    ]


def network_rows(record: Record, networks: list[Counted]) -> list[dict[str, str | int]]:
    """Return one row for each network: how many should hear from who sits there, and how many are in contact."""
    found: list[dict[str, str | int]] = [
        {
            "Network": shown(record.networks[one["id"]].shown),
            "Should hear": one["contacts"]["expected"],
            "Found": one["contacts"]["found"],
            "Sources read": one["contacts"]["sources_read"],
        }
        for one in networks
    ]
    return sorted(found, key=lambda row: str(row["Network"]).casefold())
