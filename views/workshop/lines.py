"""What was kept last, and lines with a way to take them back or off the wall."""

from collections.abc import Callable

import streamlit as st

from graph.analysis.workshop.workshop import apart
from graph.errors import WhoElseError
from graph.history import Batch
from graph.record import Record
from views.parts import changing
from views.parts.changing import Said
from views.parts.safe_text import escaped
from views.workshop import room

LAST = "workshop said"
HIDDEN = "hidden from the wall"


def keep(make: Callable[[Record], Batch], what: str) -> Said:
    """Keep what was said, and remember what became of it."""
    said = changing.quietly(lambda record: apart(make(record)), what)
    st.session_state[LAST] = said
    return said


def undo(batch: str) -> None:
    """Take one thing that was said back."""
    st.session_state[LAST] = changing.take_back(batch)


def done(act: Callable[[], None], what: str) -> None:
    """Do something to the record as a whole, and remember what became of it."""
    refused = changing.why_not()
    try:
        if not refused:
            act()
        st.session_state[LAST] = Said(refused or what)
    except WhoElseError as error:
        st.session_state[LAST] = Said(error.what, error.do)


def last() -> Said:
    """Return what became of the last thing that was said."""
    said: Said = st.session_state.get(LAST, Said(""))
    return said


def forget() -> None:
    """Say nothing of the last thing any more: another step begins."""
    st.session_state.pop(LAST, None)


def words() -> str:
    """Return what became of it as one line."""
    return f"{last().what} {last().do}".strip()


def said() -> None:
    """Draw what became of the last thing that was said, with the way back."""
    if last().what:
        with st.container(horizontal=True, vertical_alignment="center", key="workshop-said"):
            st.markdown(f"{escaped(words())}", width="content")
            if last().batch:
                st.button("Take back", key="undo-last", type="tertiary", on_click=undo, args=(last().batch,))


def hide(line: str, is_hidden: bool) -> None:
    """Have a line not stand on the wall, or stand there again."""
    room.waiting().hide(line, is_hidden)


def draw(text: str, batches: list[str], line: str, *, number: int, hidden: set[str]) -> None:
    """Draw one line with its ways back; of a hidden one only that it is there."""
    is_hidden = line in hidden
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"said-{number}"):
        st.text("One line is not shown." if is_hidden else text, width="stretch")
        label = "Show" if is_hidden else "Hide"
        st.button(label, key=f"hide-{number}", type="tertiary", on_click=hide, args=(line, not is_hidden))
        if not is_hidden:
            st.button("Take back", key=f"undo-{number}", type="tertiary", on_click=_undo_all, args=(batches,))


def _undo_all(batches: list[str]) -> None:
    for batch in batches:
        undo(batch)
