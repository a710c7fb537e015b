"""A set of networks as a file: a line for each body, with the network that reaches it and the sources."""

import csv
import io
from functools import lru_cache
from typing import Any

import streamlit as st

from graph.analysis.claims import claims
from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.reach_plan import Plan
from graph.record import Record
from loaders.formulas import guarded
from views.parts import words

COLUMNS = ("Body", "Country", "Network", "State of the network", "Last heard of", "Seat", "Why not", "Sources")


def download(plan: Plan) -> None:
    """Offer the set as a table that a spreadsheet opens without running anything in it."""
    st.download_button(
        "Download",
        file(plan),
        f"whoelse-reach-{plan.record.date}.csv",
        "text/csv",
        icon=":material/download:",
        help="The set as a table (CSV), with its sources",
        on_click="ignore",
    )


@lru_cache(maxsize=16)
def file(plan: Plan) -> bytes:
    """Return the set as CSV in UTF-8 with a mark at the beginning, by which spreadsheets know the encoding."""
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    record, sources = plan.record, _sources(plan)
    for network in plan.answer["networks"]:
        state = state_of(record, network["id"])
        for one in network["adds"]:
            cells = (network["name"], state.status, state.last_heard or "", words.BASES[one["basis"]], "")
            _line(writer, record, one["id"], cells, {sources[claim] for claim in one["claims"]})
        if not network["adds"]:
            writer.writerow([guarded(cell) for cell in ("", "", network["name"], state.status, "", "", "", "")])
    for out in plan.answer["unreached"]:
        _line(writer, record, out["id"], ("", "", "", "", out["why"]), set())
    return written.getvalue().encode("utf-8-sig")


def _sources(plan: Plan) -> dict[str, str]:
    """Return claim -> where its source can be read, or what it is called, for all claims of a set at once."""
    ids = [claim for net in plan.answer["networks"] for one in net["adds"] for claim in one["claims"]]
    found = claims(plan.record, ids)["claims"]
    return {claim["id"]: claim["source"]["url"] or claim["source"]["title"] for claim in found}


def _line(writer: Any, record: Record, body: str, cells: tuple[str, ...], sources: set[str]) -> None:
    who = record.organizations[body]
    row = (who.name, record.country_name(who.country), *cells, " ".join(sorted(sources)))
    writer.writerow([guarded(cell) for cell in row])
