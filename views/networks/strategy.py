"""The enforcement strategy as a matrix of pillars and activities, with its empty cells."""

from collections.abc import Iterator

import pandas as pd
import streamlit as st

from graph.analysis.networks.pillars import pillars
from graph.answers import PillarActivity, PillarCell, PillarRow, PillarsAnswer
from graph.record import Record
from views.networks import headings, rows, says
from views.networks.rows import Row
from views.parts import sheet_file, trouble, words
from views.parts.safe_text import escaped, shown

SENTENCE = "What does the strategy plan under each pillar, what was there, and what is empty?"
EMPTY, NOTHING = "–", "nothing recorded"
HOW = (
    "An activity stands under the one pillar that the strategy names for it; – is a cell without an activity. What was "
    "there was so when the strategy was written: what ended or fell silent since says so."
)
COLUMNS = ("Pillar", "Activity", "In the strategy", "Network", "State")


def draw(record: Record) -> None:
    """Draw the matrix, the same as rows with their sources, and the networks that were coded with each pillar."""
    with headings.row(record, SENTENCE):
        pass
    answer = pillars(record)
    if not record.activities:
        trouble.nothing("No activity of a strategy is recorded.", "Load a table activities.csv.")
        return
    st.table(_frame(record, answer), hide_index=True, alt="Pillars and activities of the strategy")
    empty = [row["name"] for row in answer["pillars"] if row["says"]]
    if empty:
        st.text(f"Nothing recorded, planned or running: {', '.join(empty)}.")
    st.caption(HOW)
    listed = [row for pillar in answer["pillars"] for row in _activities(record, answer, pillar)]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader("The activities and who names them", anchor=False, width="stretch")
        cells = ([*row.cells, " ".join(_where(record, row))] for row in listed)
        sheet_file.offer(
            "Table", sheet_file.of((*COLUMNS, "Sources"), cells), f"whoelse-strategy-{record.date}.csv", "As CSV"
        )
    rows.draw(record, COLUMNS, listed, "strategy-rows")
    _coded(record, answer)


def _frame(record: Record, answer: PillarsAnswer) -> pd.DataFrame:
    """Return the matrix with its cells as Markdown."""
    heads = [escaped(column["name"]) for column in answer["columns"]]
    there = answer["columns"][-1]["id"]
    table = []
    for row in answer["pillars"]:
        cells = [_cell(record, cell, is_planned=cell["column"] != there) for cell in row["cells"]]
        table.append({"Pillar": f"**{escaped(row['name'])}**", **dict(zip(heads, cells, strict=True))})
    return pd.DataFrame(table)


def _cell(record: Record, cell: PillarCell, is_planned: bool) -> str:
    """Return the activities of a cell; a planned one is named by the head of its column."""
    return escaped("; ".join(_activity(record, one, is_planned) for one in cell["activities"])) or EMPTY


def _activity(record: Record, one: PillarActivity, is_planned: bool) -> str:
    network, state = one["network"], _state(record, one)
    if is_planned:
        return f"planned ({record.networks[network['id']].shown}, {state})" if network else "planned"
    return f"{one['name']} ({state})" if one["status"] in ("silent", "ended") else one["name"]


def _state(record: Record, one: PillarActivity) -> str:
    """Return the state of the network of an activity, with its year; nothing where it has none."""
    if not (one["network"] and one["status"]):
        return ""
    return says.state(record, one["network"]["id"])


def _activities(record: Record, answer: PillarsAnswer, pillar: PillarRow) -> Iterator[Row]:
    there = answer["columns"][-1]["id"]
    if pillar["says"]:
        yield Row((pillar["name"], NOTHING, "", "", ""), says="No source names an activity under this pillar.")
    for cell in pillar["cells"]:
        for one in cell["activities"]:
            network = record.networks[one["network"]["id"]].shown if one["network"] else ""
            planned = "was there" if cell["column"] == there else "planned"
            cells = (pillar["name"], one["name"], planned, network, _state(record, one))
            yield Row(cells, sources=tuple(one["sources"]))


def _where(record: Record, row: Row) -> list[str]:
    return [record.sources[source].url or record.sources[source].title for source in row.sources]


def _coded(record: Record, answer: PillarsAnswer) -> None:
    st.subheader("Networks that were coded with each pillar", anchor=False)
    st.caption("By the editors: that a network serves a pillar is no activity of the strategy.")
    for pillar in answer["pillars"]:
        count = words.count(len(pillar["networks"]), "network")
        with st.expander(f"{escaped(pillar['name'])}: {count}", key=f"coded-{pillar['id']}"):
            names = sorted((record.networks[one["id"]].shown for one in pillar["networks"]), key=str.casefold)
            st.text(shown("; ".join(names)) or NOTHING)
