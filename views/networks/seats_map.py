"""Who of a country sits in which network: two columns on a map, and what a seat rests on."""

from functools import lru_cache

import streamlit as st

from graph.record import Record
from layout.seating import SeatingMap, seating
from layout.sheet import Size
from views.networks import headings, map_beside
from views.parts import answers, evidence, letters, thing, trouble
from views.parts.safe_text import escaped

MAP = "seats-map"
SENTENCE = "Which bodies sit in which networks?"
HOW = (
    "Click a body, a network or a line to see what it rests on. Networks at home are on the list of all networks; "
    "here are those that lead further."
)
PRESUMED = "Presumed from the kind or role of the body: no source that was read says so. Please confirm."


@lru_cache(maxsize=64)
def seats_map(record: Record, country: str, theme: str, size: Size) -> SeatingMap:
    """Return the map of the networks beyond a country, laid out once for all readers."""
    return seating(record, country, theme, size, beyond=True)


def draw(record: Record) -> None:
    """Draw the seats of the country of the first row."""
    with headings.row(record, SENTENCE):
        pass
    _map(record, st.session_state["country"], st.session_state["theme"])


@st.fragment
@trouble.said_calmly()
def _map(record: Record, country: str, theme: str) -> None:
    drawn = seats_map(record, country, theme, letters.size())
    if not drawn.scene.boxes:
        trouble.nothing(drawn.says, "Choose all themes, or another country.")
        return
    map_beside.draw(drawn.scene, MAP, lambda id_: _chosen(record, drawn, id_, country), drawn.says, HOW)


def _chosen(record: Record, drawn: SeatingMap, name: str, country: str) -> None:
    """Write what stands behind a body, a network or a seat."""
    answer = answers.country(record, country, "")
    if name in drawn.claims:
        line = next(line for line in drawn.scene.lines if line.id == name)
        st.markdown(f"#### {escaped(line.name)}", anchors=False)
        if answers.claims(record, drawn.claims[name]):
            evidence.listing(record, drawn.claims[name], name)
        else:
            st.text(PRESUMED)
        return
    kind, _, id_ = drawn.things[name].partition(":")
    if kind == "network":
        thing.network(record, id_, next((one for one in answer["networks"] if one["id"] == id_), None), name)
    else:
        thing.body(record, id_, next((one for one in answer["organizations"] if one["id"] == id_), None), name)
