"""How large the letters of a page are: those of a desk, or those of a projector in a room (`?projector=yes`).

Large letters take the whole width: the menu stands above the page, and what stands side by side at a desk stands one
below the other. Streamlit has one base size for a server; the rules of style set it for a reader at the root element.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from layout.sheet import Size

KEY = "projector"
HELP = "Letters for a room: maps and text that can be read at three metres"
LARGER = 1.29  # of the root's size in projector.css, by that of the theme
LEAST = 20  # pixels of the root by which the browser knows that they are large
MEASURED = "letters measured"


def size() -> Size:
    """Return the sheet on which maps are drawn."""
    return "projector" if are_large() else "desk"


def are_large() -> bool:
    """Return whether letters are a projector's."""
    return bool(st.session_state.get(KEY))


def wide(pixels: int) -> int:
    """Return the width that a field of so many pixels takes in the letters of this page."""
    return round(pixels * LARGER) if are_large() else pixels


def columns(configured: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return the columns of a table, those with a width in pixels as wide as the letters of this page need."""
    if configured is None:
        return None
    sized = {name: wide(column["width"]) for name, column in configured.items() if column.get("width")}
    return {name: {**column, "width": sized.get(name)} for name, column in configured.items()}


def beside(weights: Sequence[int], gap: Literal["small", "medium"] = "small") -> Sequence[DeltaGenerator]:
    """Return places side by side, wide by their weights; one below the other where letters are large."""
    if are_large():
        return [st.container() for _ in weights]
    return st.columns(weights, gap=gap)


def switch() -> None:
    """Offer the other letters; the browser changes them at once, before anything of the other page is drawn."""
    st.toggle("Projector", key=KEY, persist_state="session", help=HELP, on_change=_measured)


def place() -> AbstractContextManager[object]:
    """Return where a page stands.

    A table measures the letters when it comes onto the page, and a link may bring it there before the rules of style:
    once the browser says that it has them, the page stands elsewhere, so that its tables measure anew.
    """
    if not are_large():
        st.session_state.pop(MEASURED, None)
        return nullcontext()
    if MEASURED not in st.session_state:
        told = st.components.v2.component("whoelse.letters", js="letters.js")
        told(key="letters", data={"least": LEAST}, default={"large": False}, on_large_change=_measured)
        return st.container()
    return st.container(key="page")


def _measured() -> None:
    st.session_state[MEASURED] = True
