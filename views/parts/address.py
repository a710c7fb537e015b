"""What the reader asked for, kept in the session and said in the address: `?country=PK&theme=hazardous-waste`.

The address is believed when it is not the one that this program wrote: a link, a bookmark, or the way back.
Links carry all that their page says in its address, so that the page that they open has nothing to write: each step
is one step of the way back. An address without a question changes nothing.
"""

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

import streamlit as st

from graph import dates, vocabulary
from graph.record import Record
from views.parts import ends, letters, reach_address

WRITTEN, PAGE = "address written", "page drawn"
USUAL_ROUTES = 3
SEVERAL = "~"  # between the networks of `avoid`, `via`, `compared` and the countries of `like`; stands in no id
# What a link to another page, or to the beginning of one, leaves out.
OF_ONE_PAGE = ("gap", "network", "section", "body", "slide")
FIRST_DAY = date(1970, 1, 1)
HOME, COUNTRY, GAPS, CONNECT, REACH, NETWORKS = "", "country", "gaps", "connect", "reach", "networks"
WORKSHOP, PRESENT = "workshop", "present"
DATA = "data"
WHO_ELSE = "who_else"
SHOWS = ("", "roles", "peers", "invite", "questions", "site", "network")
EVERYWHERE = ("country", "theme", "date")
LEVELS = ("", "cross-border", "hand-in-hand", "treaty", "site")  # of gaps; the first is the national one
_QUESTIONS: Mapping[str, tuple[str, ...]] = {
    HOME: EVERYWHERE,
    COUNTRY: EVERYWHERE,
    WHO_ELSE: (*EVERYWHERE, "show", "at", "like"),
    GAPS: (*EVERYWHERE, "level", "recorded", "gap"),
    CONNECT: ("from", "to", "theme", "date", "avoid", "via", "most", "ended"),
    REACH: ("theme", "date", *reach_address.QUESTIONS, "ended"),
    DATA: ("date", "part"),
    WORKSHOP: ("country", "theme", "workshop", "day", "step"),
    NETWORKS: (*EVERYWHERE, "network", "section", "state", "theirs", "search", "compared", "countries"),
    PRESENT: (*EVERYWHERE, "body", "to", "slide"),
}
# How large letters are is no question of one page: whoever chose a projector's keeps it wherever a link leads.
QUESTIONS = {page: (*asked, letters.KEY) for page, asked in _QUESTIONS.items()}
STATES = ("active", "silent", "ended")
SECTIONS = ("seats", "region", "overlap", "strategy", "links")  # of the page Networks, behind its catalogue
SEVERAL_NETWORKS = ("avoid", "via", "compared")
MOST_ROUTES = (1, USUAL_ROUTES, 5, 10)
# Numbers that go without saying.
UNSAID = {"share": reach_address.WHOLE, "each": 0, "most": USUAL_ROUTES}
# The page knows whether there is such a line, workshop, step, network, body or slide.
IN_WORDS = ("gap", "workshop", "day", "step", "part", "network", "search", "section", "state", "body", "slide")
KEPT = ("country", "from")  # what is never asked without an answer


def read(record: Record, page: str) -> None:
    """Take over what the address asks of a page, and put the defaults where nothing is asked."""
    said = _said()
    if said and (page, said) != st.session_state.get(WRITTEN):
        for name, text in said.items():
            value = _value(record, name, text)
            if value is not None:
                st.session_state[name] = value
        # A question of the page that the way back does not name was not asked then.
        for name in QUESTIONS[page]:
            if name not in said and name not in KEPT:
                st.session_state.pop(name, None)
    is_new = st.session_state.get(PAGE) != page
    for name, value in _defaults(record).items():
        if name not in st.session_state or not _is_known(record, name, st.session_state[name]):
            st.session_state[name] = value
        elif is_new:
            # The fields of a page that was not drawn before begin with what is said here, else with their first answer.
            st.session_state[name] = st.session_state[name]
    st.session_state[PAGE] = page


def write(page: str) -> None:
    """Say in the address what is asked of a page; an address that asks nothing stands for what is asked at first."""
    said = asked(page)
    is_same = st.session_state.get(WRITTEN, (page, said)) == (page, said)
    if _said() != said and (_said() or not is_same):
        st.query_params.from_dict(said)
    st.session_state[WRITTEN] = (page, said)


def set_aside(page: str) -> None:
    """Do not believe the address in this run: the browser may have sent it before it heard of the newest one."""
    st.session_state[WRITTEN] = (page, _said())


def day() -> str:
    """Return the day as of which the record is read."""
    asked_for: date = st.session_state.get("date") or today()
    return asked_for.isoformat()


def is_past() -> bool:
    """Return whether the record is read as known on a day before this one."""
    return day() != today().isoformat()


def asked(page: str) -> dict[str, str]:
    """Return what is asked of a page as the questions of its address."""
    held = {name: st.session_state.get(name) for name in QUESTIONS[page]}
    return {name: text for name, value in held.items() if value != UNSAID.get(name) and (text := _text(value))}


def link(record: Record | None, page: str, **more: str) -> dict[str, str]:
    """Return the questions of an address that opens another page for the same country, theme and day.

    A route begins in the country that is asked for: where the reader began it, else with its customs.
    """
    said = {name: text for name, text in asked(page).items() if name not in OF_ONE_PAGE}
    country, start = st.session_state.get("country", ""), st.session_state.get("from") or ""
    if record and page == CONNECT and ends.country_of(record, start) != country:
        said["from"] = ends.customs_of(record, country)
    if page == NETWORKS == st.session_state.get(PAGE) and st.session_state.get("network"):
        # A page that links to itself with less keeps its address in the browser; a word that means nothing has the
        # page write it anew.
        said["section"] = "list"
    return {name: text for name, text in {**said, **more}.items() if text}


def _said() -> dict[str, str]:
    return {name: st.query_params[name] for name in st.query_params}


def _defaults(record: Record) -> dict[str, Any]:
    return {
        "country": max(record.countries, key=lambda code: len(record.bodies.get(code, ())), default=""),
        "theme": "",
        "date": today(),
        "from": None,
        "to": None,
        "avoid": [],
        "via": [],
        "most": USUAL_ROUTES,
        "ended": False,
        "recorded": False,
        "level": "",
        "gap": "",
        "workshop": "",
        "day": "",
        "step": "who",
        "part": "sources",
        "network": "",
        "section": "",
        "state": "",
        "theirs": False,
        "search": "",
        "compared": [],
        "countries": False,
        **reach_address.defaults(),
        "show": "",
        "at": "",
        "like": [],
        "body": "",
        "slide": "1",
        letters.KEY: False,
    }


def today() -> date:
    """Return this day, as the record counts it."""
    return date.fromisoformat(dates.today())


def _lists(record: Record) -> dict[str, Container[object]]:
    """What a question may be answered with, where that is one of a list."""
    return {
        "country": record.countries,
        "theme": ("", *vocabulary.THEMES),
        "level": LEVELS,
        "section": ("", *SECTIONS),
        "state": ("", *STATES),
        "show": SHOWS,
        "at": ("", *record.sites, *record.networks),
    }


def _is_known(record: Record, name: str, value: Any) -> bool:
    if name in ("from", "to"):
        return value is None or ends.is_end(record, value)
    if name in SEVERAL_NETWORKS:
        return all(network in record.networks for network in value)
    if name == "like":
        return all(country in record.countries for country in value)
    if name in reach_address.QUESTIONS:
        return reach_address.is_known(record, name, value)
    known = _lists(record)
    return name not in known or value in known[name]


def _value(record: Record, name: str, text: str) -> Any:
    """Return what a part of an address means, or None where it means nothing here."""
    if name in IN_WORDS:
        return text
    if name == "date":
        return _day(text)
    if name in ("from", "to"):
        return text if ends.is_end(record, text) else None
    if name in SEVERAL_NETWORKS:
        return [network for network in text.split(SEVERAL) if network in record.networks]
    if name == "like":
        return [country for country in text.split(SEVERAL) if country in record.countries]
    if name == "most":
        return int(text) if text in map(str, MOST_ROUTES) else None
    if name in reach_address.QUESTIONS:
        return reach_address.value(record, name, text)
    known = _lists(record)
    if name in known:
        return text if text in known[name] else None if name == "country" else ""
    return text == "yes" if name in ("ended", "recorded", "theirs", "countries", letters.KEY) else None


def _day(text: str) -> date | None:
    try:
        return max(FIRST_DAY, min(date.fromisoformat(text), today()))
    except ValueError:
        return None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, dict):
        return SEVERAL.join(f"{name}:{number:g}" for name, number in value.items())
    if isinstance(value, date):
        return "" if value == today() else value.isoformat()
    return SEVERAL.join(value) if isinstance(value, list) else str(value or "")
