"""All networks as a table: each with its state, and a row opens the network in full."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.answers import NetworkListed
from graph.record import Record
from views.networks import headings, says
from views.parts import answers, letters, sheet_file, trouble, words
from views.parts.safe_text import escaped, shown

KEY = "networks-table"
SENTENCE = "Which networks are there, who sits in them, and which still live?"
HEIGHT, HEAD, ROW = 470, 38, 30  # pixels
# In the narrowest window the first five are seen whole, with nine of ten full names; the others are a scroll away.
WIDTHS = {
    "Network": 190,
    "Full name": 428,
    "State": 112,
    "Countries": 78,
    "Works on": 178,
    "Scope": 116,
    "Members": 78,
    "Pillars": 200,
}
COLUMNS = tuple(WIDTHS)
HELP = {
    "State": "Silent: nothing dated within five years. Ask whether it runs.",
    "Countries": "Countries recorded in it, of the region and outside",
    "Members": "Bodies and countries recorded as members",
}


def draw(record: Record) -> None:
    """Draw the list with what narrows it, or what to do where nothing fits."""
    with headings.row(record, SENTENCE):
        pass
    found = _found(record)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="narrow"):
        _narrow(record)
        rows = [_row(record, one) for one in found]
        sheet_file.offer(
            "Table",
            sheet_file.of((*COLUMNS, "Last heard of", "Id"), rows),
            f"whoelse-networks-{record.date}.csv",
            "The list as CSV",
        )
    if not found:
        trouble.nothing(
            "No network fits what is asked.",
            "Search for less, choose all themes or all states, or switch the country off.",
        )
        return
    st.caption(_counted(found))
    _table(rows, [one["id"] for one in found])


def _found(record: Record) -> list[NetworkListed]:
    state = st.session_state
    country = state["country"] if state["theirs"] else ""
    return answers.catalogue(record, country, state["theme"], state["state"], state["search"].strip())["networks"]


def _narrow(record: Record) -> None:
    st.text_input(
        "Search", key="search", placeholder="name or acronym", max_chars=80, persist_state="session", width=240
    )
    st.selectbox(
        "State", list(says.STATES), key="state", format_func=says.STATES.__getitem__, persist_state="session", width=150
    )
    name = record.country_name(st.session_state["country"])
    st.toggle(
        f"Only with {escaped(name)}" if len(name) < 20 else "Only with this country",
        key="theirs",
        persist_state="session",
        help="Networks in which the country of the first row, or a body of it, is recorded",
    )


def _counted(found: Sequence[NetworkListed]) -> str:
    """Return how many there are of each state, and in which order they stand."""
    counts = [(sum(one["status"] == state for one in found), state) for state in ("active", "silent", "ended")]
    states = ", ".join(f"{number} {state}" for number, state in counts if number)
    return (
        f"{words.count(len(found), 'network')}: {states}. First those against environmental crime, active ones before "
        "silent and ended; those of one country last. Choose a row to open it."
    )


def _row(record: Record, one: NetworkListed) -> tuple[str | int, ...]:
    return (
        record.networks[one["id"]].shown,
        one["name"],
        says.state(record, one["id"]),
        one["countries"],
        says.themes(one["themes"]),
        says.scope(record, one["scope"], one["country"]),
        one["members"],
        says.pillars(one["pillars"]),
        one["last_heard"] or "",
        one["id"],
    )


def _table(rows: Sequence[Sequence[str | int]], ids: Sequence[str]) -> None:
    # None stands for 0: that no member is recorded is not that there is none.
    cells = [[shown(cell) if isinstance(cell, str) else cell or None for cell in row[: len(COLUMNS)]] for row in rows]
    st.dataframe(
        pd.DataFrame(cells, columns=list(COLUMNS)),
        hide_index=True,
        height=min(HEIGHT, letters.wide(HEAD) + ROW * len(rows)),
        row_height=ROW,
        # Large letters leave no room for the names in full; the network itself has its own.
        column_order=[name for name in COLUMNS if name != "Full name"] if letters.are_large() else None,
        column_config={
            name: st.column_config.Column(width=letters.wide(width), help=HELP.get(name))
            for name, width in WIDTHS.items()
        },
        selection_mode=["single-row", "single-cell"],
        on_select=lambda: _open(ids),
        key=KEY,
        placeholder="–",
        alt="The networks of the record",
    )


def _open(ids: Sequence[str]) -> None:
    chosen = st.session_state[KEY]["selection"]
    rows = [*chosen["rows"], *(row for row, _ in chosen["cells"])]
    if rows and rows[0] < len(ids):
        headings.open_network(ids[rows[0]])
