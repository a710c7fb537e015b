"""What the reader asked for, kept in the session and said in the address: `?country=PK&theme=hazardous-waste`.

The address is believed when it is not the one that this program wrote: a link, a bookmark, or the way back.
An address without a question changes nothing, so that the menu keeps what was asked.
"""

from collections.abc import Container
from datetime import date
from typing import Any

import streamlit as st

from graph import dates, vocabulary
from graph.record import Record

WRITTEN = "address written"
SEVERAL = "~"  # between the networks of `avoid`; stands in no id


def read(record: Record) -> None:
    """Take over what the address asks for, and put the defaults where nothing is asked."""
    said = {name: st.query_params[name] for name in st.query_params}
    if said and said != st.session_state.get(WRITTEN):
        for name, text in said.items():
            value = _value(record, name, text)
            if value is not None:
                st.session_state[name] = value
        # A question that the way back does not name was not asked then.
        for name in ("theme", "date", "avoid", "ended", "recorded"):
            if name not in said:
                st.session_state.pop(name, None)
    for name, value in _defaults(record).items():
        if name not in st.session_state or not _is_known(record, name, st.session_state[name]):
            st.session_state[name] = value


def write(*names: str) -> None:
    """Say in the address what is asked, by the names of the questions that the page puts."""
    said = asked(*names)
    if {name: st.query_params[name] for name in st.query_params} != said:
        st.query_params.from_dict(said)
    st.session_state[WRITTEN] = said


def day() -> str:
    """Return the day as of which the record is read."""
    asked_for: date = st.session_state.get("date") or today()
    return asked_for.isoformat()


def asked(*names: str) -> dict[str, str]:
    """Return what is asked as the questions of an address, for a link to another page."""
    chosen = names or ("country", "theme", "date")
    return {name: text for name in chosen if (text := _text(st.session_state.get(name)))}


def _defaults(record: Record) -> dict[str, Any]:
    return {
        "country": max(record.countries, key=lambda code: len(record.bodies.get(code, ())), default=""),
        "theme": "",
        "date": today(),
        "from": None,
        "to": None,
        "avoid": [],
        "ended": False,
        "recorded": False,
    }


def today() -> date:
    """Return this day, as the record counts it."""
    return date.fromisoformat(dates.today())


def _is_known(record: Record, name: str, value: Any) -> bool:
    known: dict[str, Container[object]] = {
        "country": record.countries,
        "theme": ("", *vocabulary.THEMES),
        "from": (None, *record.organizations),
        "to": (None, *record.organizations),
    }
    return name not in known or value in known[name]


def _value(record: Record, name: str, text: str) -> Any:
    """Return what a part of an address means, or None where it means nothing here."""
    if name == "country":
        return text if text in record.countries else None
    if name == "theme":
        return text if text in vocabulary.THEMES else ""
    if name == "date":
        return _day(text)
    if name in ("from", "to"):
        return text if text in record.organizations else None
    if name == "avoid":
        return [network for network in text.split(SEVERAL) if network in record.networks]
    return text == "yes" if name in ("ended", "recorded") else None


def _day(text: str) -> date | None:
    try:
        return min(date.fromisoformat(text), today())
    except ValueError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return "" if value == today() else value.isoformat()
    return SEVERAL.join(value) if isinstance(value, list) else str(value or "")
