"""A map of networks, and beside it what is chosen in it, or how to begin."""

from collections.abc import Callable

import streamlit as st

from layout.drawn.scene import Scene
from views.map import component
from views.parts import beside_map
from views.parts.safe_text import escaped


def draw(scene: Scene, key: str, chosen: Callable[[str], None], title: str, how: str) -> None:
    """Draw a map; `chosen` writes of what is chosen in it, by its id."""
    left, right = beside_map.places()
    with left:
        selection = component.draw(scene, key=key)
    with beside_map.text(right, is_chosen=selection is not None):
        if selection:
            st.button("Overview", icon=":material/arrow_back:", type="tertiary", on_click=component.clear, args=(key,))
            chosen(selection.id)
        else:
            st.markdown(f"**{escaped(title)}**")
            st.text(how)
