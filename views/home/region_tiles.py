"""The region on tiles: how much of each country is recorded, and where one chooses one's own."""

from dataclasses import replace
from functools import lru_cache

import streamlit as st

from graph.record import Record
from layout.drawn.scene import Scene
from layout.region import region
from layout.sheet import Size
from views.map import component
from views.parts import letters, trouble

MAP, CHOSEN = "home-map", "country chosen on a tile"


def take() -> None:
    """Ask for the country whose tile was clicked; before the fields are drawn."""
    if chosen := st.session_state.pop(CHOSEN, ""):
        st.session_state["country"] = chosen


@st.fragment
@trouble.said_calmly()
def draw(record: Record) -> None:
    """Draw the tiles; that of the country that is asked for has a heavy edge, another one is chosen by a click."""
    scene = _scene(record, st.session_state["theme"], st.session_state["country"], letters.size())
    if selection := component.chosen(MAP, scene):
        st.session_state[CHOSEN] = selection.id.partition(":")[2]
        component.clear(MAP)
        st.rerun()
    component.draw(scene, key=MAP)


@lru_cache(maxsize=64)
def _scene(record: Record, theme: str, country: str, size: Size) -> Scene:
    drawn = region(record, theme=theme, size=size).scene
    boxes = (
        replace(box, basis="recorded") if box.id == f"country:{country}" else box  # as region() marks its own country
        for box in drawn.boxes
    )
    return replace(drawn, boxes=tuple(boxes))
