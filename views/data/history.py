"""History: who changed what, when and why; each change can be taken back."""

import streamlit as st

from graph.history import Heading
from views.home.changes import effects
from views.parts import changing, store, words
from views.parts.safe_text import escaped

FIRST, MORE = 15, "history shown"
LARGE = 20  # a change of more entries is taken back after a question: it may be the whole record
ASKED = (
    "This takes back {entries} at once, on every page. The history keeps them, so that this step can be taken back in "
    "turn."
)


def draw() -> None:
    """Draw the changes, the newest first, each with its way back."""
    history = store.history()
    undone = {heading.undoes for heading in history if heading.undoes}
    changing.author_field()
    shown = int(st.session_state.get(MORE, FIRST))
    for number, heading in enumerate(reversed(history[-shown:])):
        with st.container(horizontal=True, vertical_alignment="center", border=True, key=f"change-{number}"):
            with st.container(gap=None):
                st.markdown(f"**{escaped(heading.reason)}**")
                said = f"{words.day(heading.at[:10])} {heading.at[11:16]} UTC, {heading.author}: {effects(heading)}"
                st.caption(escaped(f"{said} ({heading.id})"))
            if heading.id in undone:
                st.text("taken back", width="content")
            else:
                _take_back(heading)
    if shown < len(history):
        st.button("Show more", on_click=_more, args=(shown,))


def _take_back(heading: Heading) -> None:
    """Offer the way back; a large change asks first."""
    entries = heading.added + heading.changed + heading.closed + heading.withdrawn
    if entries <= LARGE:
        _button("Take back", heading)
        return
    with st.popover("Take back"):
        number = words.count(entries, "entry", "entries")
        st.text(ASKED.format(entries=number))
        _button(f"Take back {number}", heading)


def _button(label: str, heading: Heading) -> None:
    st.button(label, key=f"undo-{heading.id}", on_click=changing.undo, args=(heading.id,))


def _more(shown: int) -> None:
    st.session_state[MORE] = shown + 4 * FIRST
