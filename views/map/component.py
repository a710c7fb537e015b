"""The map on a page: draws a scene and says what the reader chose in it."""

from dataclasses import dataclass, replace
from typing import Any, Literal, cast

import streamlit as st

from layout import bundle
from layout.drawn.payload import as_payload
from layout.drawn.scene import Scene

# Streamlit takes the style and the program by name, the markup only as text.
HTML = (bundle.ASSETS / "map.html").read_text(encoding="utf-8")

Kind = Literal["box", "line", "zone"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader chose; `opened` is true in the one run after a double click (or Enter on what is chosen)."""

    kind: Kind
    id: str
    opened: bool = False


def draw(scene: Scene, *, key: str, height: int | None = None, legend: bool = True) -> Selection | None:
    """Draw a scene as wide as its place, and return the choice, or None when nothing that is in the scene is chosen.

    `height` in pixels replaces the height that follows from the scene's proportions. `legend` leaves the legend out
    where another map beside it has the same.
    Zoom and place are kept for each `scene.id`, the choice for each `key`.
    """
    result = _component()(
        key=key,
        data={
            "scene": as_payload(scene if legend else replace(scene, legend=())),
            "height": height,
            "held": _held(key),
        },
        default={"selection": None},
        on_selection_change=_nothing_more,
        on_opened_change=_nothing_more,
    )
    selection = _selection(scene, result.get("selection"))
    # A quick reader may have gone on to something else in the same run: only what is still chosen opens.
    if selection is not None and selection == _selection(scene, result.get("opened")):
        return replace(selection, opened=True)
    return selection


def chosen(key: str, scene: Scene) -> Selection | None:
    """Return the choice in a map before it is drawn in this run, so that the scene can depend on it."""
    return _selection(scene, _held(key))


def choose(key: str, kind: Kind, name: str) -> None:
    """Choose a box, line or zone from elsewhere on the page: in a callback, or before the map is drawn."""
    st.session_state[key] = {"selection": {"kind": kind, "id": name}}


def clear(key: str) -> None:
    """Choose nothing: in a callback, or before the map is drawn."""
    st.session_state[key] = {"selection": {"kind": "none", "id": ""}}


def _held(key: str) -> object:
    state = st.session_state.get(key)
    return state.get("selection") if state else None


def _component() -> Any:
    # Declared at every run: a new server process finds the component's files only once it runs.
    return st.components.v2.component("whoelse.map", html=HTML, css="map.css", js="map.js")


def _nothing_more() -> None:
    """Stand in for the callback that Streamlit asks for before it reports a value: the rerun is enough."""


def _selection(scene: Scene, value: object) -> Selection | None:
    """Believe the browser only where what it names is in the scene."""
    if not isinstance(value, dict):
        return None
    known = {
        "box": {box.id for box in scene.boxes},
        "line": {line.id for line in scene.lines},
        "zone": {zone.id for zone in scene.zones if zone.id},
    }
    kind, name = value.get("kind"), value.get("id")
    if not isinstance(kind, str) or not isinstance(name, str) or name not in known.get(kind, set()):
        return None
    return Selection(cast(Kind, kind), name)
