"""The chain map of a country with the treaty desks above it, and what the reader chose in them."""

from functools import lru_cache

import pandas as pd
import streamlit as st

from graph.answers import CountryAnswer
from graph.record import Record
from handouts.map_file.country import country_file
from layout.chain.chain import chain
from layout.chain.plan import ChainMap
from layout.sheet import Size
from views.country import aside, chain_table, chosen, desks, overview
from views.map import component
from views.parts import beside_map, letters, map_file, trouble
from views.parts.safe_text import escaped

WAYS_HEIGHT = 32


@lru_cache(maxsize=64)
def chain_map(
    record: Record, code: str, theme: str, unfolded: frozenset[str] = frozenset(), size: Size = "desk"
) -> ChainMap:
    """Return the map of a country with some folds open, laid out once for all readers."""
    return chain(record, code, theme, unfolded=unfolded, size=size, problems=True)


@lru_cache(maxsize=64)
def table(
    record: Record, code: str, theme: str, unfolded: frozenset[str] = frozenset(), size: Size = "desk"
) -> pd.DataFrame:
    """Return the table beside that map, once for all readers."""
    return chain_table.frame(record, chain_map(record, code, theme, unfolded, size))


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str, theme: str, answer: CountryAnswer) -> None:
    """Draw desks, map, text and table; a choice in one of them redraws only this part of the page."""
    unfolded = _unfolded(code, theme)
    asked = (record, code, theme, frozenset(unfolded), letters.size())
    drawn = chain_map(*asked)
    with st.container(gap="xsmall"):
        if not letters.are_large():
            desks.row(record, answer["treaties"], theme)
        left, right = beside_map.places()
    with left:
        selection = component.draw(drawn.scene, key=aside.MAP)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="below"):
            st.caption(escaped(drawn.hidden), width="stretch")
            map_file.button("-".join(part for part in (code, theme) if part), lambda: country_file(record, code, theme))
    if selection:
        aside.forget()
        if _opens(drawn, selection, twice=selection.opened):
            _turn(unfolded, selection.id)
            st.rerun(scope="fragment")
    is_overview = not (selection or aside.about("desk") or aside.about("body"))
    with beside_map.text(right, is_chosen=not is_overview, below=WAYS_HEIGHT if is_overview else 0):
        _text(record, code, theme, drawn, selection, answer)
    with right:
        if is_overview:
            overview.ways(record)
        if letters.are_large():  # a room looks at the map first
            desks.row(record, answer["treaties"], theme)
        chain_table.draw(drawn, table(*asked), selection)


def _text(
    record: Record, code: str, theme: str, drawn: ChainMap, selection: component.Selection | None, answer: CountryAnswer
) -> None:
    """Write what was chosen in full, or the overview where nothing is."""
    unfolded = _unfolded(code, theme)
    desk, body = aside.about("desk"), aside.about("body")
    chosen.forget_bodies(selection.id if selection else "")
    if unfolded:
        st.button("Fold all again", icon=":material/stacks:", type="tertiary", on_click=unfolded.clear)
    if not (selection or desk or body):
        overview.lines(record, code, theme, drawn)
        return
    with st.container(horizontal=True, gap="xsmall"):
        st.button("Overview", icon=":material/arrow_back:", type="tertiary", on_click=aside.overview)
        if selection and _opens(drawn, selection, twice=True):
            st.button(
                "Unfold", icon=":material/stacks:", type="tertiary", on_click=_turn, args=(unfolded, selection.id)
            )
        if selection and chosen.is_one_of_many(drawn, selection.id):
            st.button("All members", icon=":material/list:", type="tertiary", on_click=chosen.forget_bodies)
    if desk:
        desks.panel(record, answer["treaties"], desk)
    elif body:
        chosen.one_body(record, body, code)
    elif selection:
        chosen.draw(record, drawn, selection.id, answer)


def _opens(drawn: ChainMap, selection: component.Selection, *, twice: bool) -> bool:
    """Return whether a choice opens a fold: a stack on a double click, "and 2 more" on the first."""
    if selection.id.startswith("more:"):
        return selection.kind == "zone"
    return twice and selection.id in drawn.boxes and drawn.boxes[selection.id].opens


def _unfolded(code: str, theme: str) -> set[str]:
    """Return the folds that this reader opened on this map; they are kept for the session."""
    kept: dict[tuple[str, str], set[str]] = st.session_state.setdefault("unfolded", {})
    return kept.setdefault((code, theme), set())


def _turn(unfolded: set[str], fold: str) -> None:
    """Open a fold, or close it again."""
    unfolded.symmetric_difference_update({fold})
