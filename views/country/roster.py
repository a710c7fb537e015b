"""The roster: every body of a country with what it is, does and answers for, its networks and sites; and as a file."""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd
import streamlit as st

from graph.answers import CountryAnswer, RosterBody
from graph.record import Record
from graph.words import STATES
from views.parts import answers, sheet_file, words
from views.parts.safe_text import shown

COLUMNS = (
    "Body",
    "Acronym",
    "Kind",
    "Level",
    "Service",
    "Under",
    "Stages",
    "Recorded for",
    "Presumed for",
    "Ended",
    "Sources",
)
BASES = ("recorded", "coded")


def tables(record: Record, answer: CountryAnswer, theme: str) -> None:
    """Draw all bodies, networks and sites of a country below the map, those that it had no room for too."""
    bodies, networks, sites = answer["organizations"], answer["networks"], answer["sites"]
    on = f" answer for {words.subject(theme)}" if theme else ""
    names = (
        f"{words.count(len(bodies), 'body', 'bodies')}{on}",
        words.count(len(networks), "network"),
        words.count(len(sites), "site"),
    )
    for tab, draw in zip(st.tabs(names), (_bodies, _networks, _sites), strict=True):
        with tab:
            draw(record, answer)


def _bodies(record: Record, answer: CountryAnswer) -> None:
    _table([_row(record, body) for body in answer["organizations"]], COLUMNS, "roster")
    st.caption("Kind, level, stages and the body above are coded by editors; presumed follows from the kind alone.")


def _networks(_: Record, answer: CountryAnswer) -> None:
    rows = [
        (
            seat["name"],
            seat["entry_point"]["name"] if seat["entry_point"] else "",
            words.BASES[seat["basis"]],
            STATES[seat["status"]],
            words.day(seat["last_heard"], "no date recorded"),
        )
        for seat in answer["networks"]
    ]
    _table(rows, ("Network", "Entry point", "Basis", "State", "Last heard of"), "networks")


def _sites(_: Record, answer: CountryAnswer) -> None:
    rows = [
        (site["name"], site["kind"], "; ".join(body["name"] for body in site["organizations"]) or "nobody recorded")
        for site in answer["sites"]
    ]
    _table(rows, ("Site", "Kind", "Bodies there"), "sites")


def _table(rows: Sequence[Sequence[str]], columns: Sequence[str], key: str) -> None:
    frame = pd.DataFrame([[shown(cell) for cell in row] for row in rows], columns=list(columns))
    st.dataframe(frame, hide_index=True, height=320, row_height=30, key=key)


def download(record: Record, code: str, theme: str) -> None:
    """Offer the roster as a file that a spreadsheet opens without running anything in it."""
    name, says = f"whoelse-roster-{code}-{record.date}.csv", "The roster as a table (CSV) with its sources"
    sheet_file.offer("Roster", file(record, code, theme), name, says, width="stretch")


@lru_cache(maxsize=16)
def file(record: Record, code: str, theme: str) -> bytes:
    """Return the roster as a sheet."""
    bodies = answers.country(record, code, theme)["organizations"]
    return sheet_file.of(COLUMNS, (_row(record, body) for body in bodies))


def _row(record: Record, body: RosterBody) -> tuple[str, ...]:
    """Return one body in the order of COLUMNS."""
    held = {
        basis: [words.subject(one["subject"]) for one in body["subjects"] if one["basis"] == basis] for basis in BASES
    }
    return (
        body["name"],
        body["acronym"] or "",
        words.kind(body["kind"]),
        body["level"] or "",
        _name(record, body["service"]),
        _name(record, body["parent"] or ""),
        words.stages(body["stages"]),
        ", ".join(held["recorded"]),
        ", ".join(held["coded"]),
        body["until"] or "",
        ", ".join(_source(record, source) for source in body["sources"]),
    )


def _name(record: Record, body: str) -> str:
    return record.organizations[body].name if body in record.organizations else body


def _source(record: Record, source: str) -> str:
    known = record.sources.get(source)
    return (known.url or known.title) if known else source
