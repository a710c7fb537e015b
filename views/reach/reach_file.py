"""A set of networks as a file: a line for each body, with the network that reaches it and the sources."""

import csv
import io
from typing import Any

import streamlit as st

from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.reach_plan import Plan
from graph.record import Record
from loaders.formulas import guarded
from views.parts import answers, words

COLUMNS = ("Body", "Country", "Network", "State of the network", "Last heard of", "Seat", "Why not", "Sources")


def download(plan: Plan) -> None:
    """Offer the set as a table that a spreadsheet opens without running anything in it."""
    st.download_button(
        "Download",
        lambda: file(plan),
        f"whoelse-reach-{plan.record.date}.csv",
        "text/csv",
        icon=":material/download:",
        help="The set as a table (CSV), with its sources",
        on_click="ignore",
    )


def file(plan: Plan) -> bytes:
    """Return the set as CSV in UTF-8 with a mark at the beginning, by which spreadsheets know the encoding."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    record = plan.record
    for network in plan.answer["networks"]:
        state = state_of(record, network["id"])
        for one in network["adds"]:
            cells = (network["name"], state.status, state.last_heard or "", words.BASES[one["basis"]], "")
            _line(writer, record, one["id"], cells, tuple(one["claims"]))
        if not network["adds"]:
            writer.writerow([guarded(cell) for cell in ("", "", network["name"], state.status, "", "", "", "")])
    for out in plan.answer["unreached"]:
        _line(writer, record, out["id"], ("", "", "", "", out["why"]), ())
    return written.getvalue().encode("utf-8-sig")


def _line(writer: Any, record: Record, body: str, cells: tuple[str, ...], claims: tuple[str, ...]) -> None:
    who = record.organizations[body]
    sources = {claim["source"]["url"] or claim["source"]["title"] for claim in answers.claims(record, claims)}
    row = (who.name, record.country_name(who.country), *cells, " ".join(sorted(sources)))
    writer.writerow([guarded(cell) for cell in row])
