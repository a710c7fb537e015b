"""One page with the map on it, for the browser tests."""

import streamlit as st

from tests.e2e.map_harness.example import scene
from views.map.component import Kind, choose, clear, draw

st.set_page_config(layout="wide", initial_sidebar_state=208)
st.html("<style>.stMainBlockContainer { padding: 16px 24px 0 24px } header { display: none }</style>")


def follow() -> None:
    """Choose in the map what was chosen in the list."""
    kinds: dict[str, Kind] = {"PC": "box", "gap-4": "line", "lane": "zone"}
    row = st.session_state["row"]
    choose("map", kinds[row], row) if row else clear("map")


with st.sidebar:
    smaller = st.checkbox("Without the commerce ministry")
    projector = st.checkbox("Projector")
    shown = st.checkbox("Map", value=True)
    st.selectbox("Choose", ["", "PC", "gap-4", "lane"], key="row", on_change=follow)
    place = st.empty()
drawn = scene(projector=projector, without="MOC" if smaller else "")
with st.container(width=1232 if projector else 752):
    selection = draw(drawn, key="map") if shown else None
opened = " opened" if selection and selection.opened else ""
place.text(f"chosen: {selection.kind} {selection.id}{opened}" if selection else "chosen: nothing")
