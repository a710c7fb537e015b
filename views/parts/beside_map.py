"""A map and the text beside it: side by side at a desk, one below the other where letters are a projector's."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from views.parts import letters

WIDTH, TEXT = 752, 342
HEIGHT = 476
LARGE_HEIGHT = 250  # what is chosen stands over the foot of the map, which remains in sight


def places() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return where the map stands, and where the text."""
    if not letters.are_large():
        left, right = st.columns([WIDTH, TEXT], gap="small")
        return left, right.container(gap="xsmall")
    whole = st.container(gap="xsmall")
    return whole.container(), whole


@contextmanager
def text(place: DeltaGenerator, *, is_chosen: bool, below: int = 0) -> Iterator[None]:
    """Have what is written within stand beside the map, as high as it less `below` pixels; or below the map.

    What was chosen in a map with large letters stands over the foot of the window.
    """
    height: int | Literal["content"] = HEIGHT - below
    if letters.are_large():
        height = LARGE_HEIGHT if is_chosen else "content"
    about = place.container(gap="xsmall", key="about-chosen" if is_chosen else "about")
    with about.container(height=height, border=False, gap="xxsmall", key="text"):
        yield
