"""What the story is about, changed while it is told: behind one button, so that the room sees nothing but slides."""

from collections.abc import Sequence

import streamlit as st

from graph.analysis.bodies.customs import customs_service
from graph.analysis.contacts.contact_graph import service_of
from graph.record import Record
from views.parts import ends, filters

SLIDE = "slide to go to"
CUSTOMS, NEIGHBOUR = "the customs", "a neighbour’s customs"


def change(record: Record, slides: Sequence[str], place: int) -> None:
    """Ask for the country, the theme, the body in the middle, the end of the way out, and the slide to go on with."""
    with st.popover("Change", icon=":material/tune:", help="What the story is about, and where to go on"):
        with st.container(horizontal=True):
            filters.country(record)
            filters.theme()
        _body(record)
        _target(record)
        st.session_state[SLIDE] = place
        st.selectbox(
            "Go on with",
            range(len(slides)),
            key=SLIDE,
            format_func=lambda number: f"{number + 1}  {slides[number]}",
            on_change=_go,
        )


def _body(record: Record) -> None:
    """Ask for the body in the middle, among the services of the country."""
    country = st.session_state["country"]
    here = {service_of(record).get(body, body) for body in record.bodies.get(country, ()) if record.is_living(body)}
    options = sorted(here, key=lambda body: record.organizations[body].shown.casefold())
    _choice(record, "Around whom", "body", options, CUSTOMS)


def _target(record: Record) -> None:
    """Ask whom the way out is to reach: the customs of another country, or whom the address names."""
    country = st.session_state["country"]
    codes = sorted((code for code in record.countries if code != country), key=record.country_name)
    options = [customs for code in codes if (customs := customs_service(record, code))]
    _choice(record, "The way out leads to", "to", options, NEIGHBOUR)


def _choice(record: Record, label: str, key: str, options: Sequence[str], unsaid: str) -> None:
    held, asked = st.session_state[key] or "", f"{key} of the story"
    known = ["", *([held] if held not in options and ends.is_end(record, held) else []), *options]
    st.session_state[asked] = held if held in known else ""
    st.selectbox(
        label,
        known,
        format_func=lambda end: ends.name(record, end) if end else unsaid,
        key=asked,
        on_change=_choose,
        args=(key,),
    )


def _choose(key: str) -> None:
    st.session_state[key] = st.session_state[f"{key} of the story"] or (None if key == "to" else "")


def _go() -> None:
    st.session_state["slide"] = str(st.session_state[SLIDE] + 1)
