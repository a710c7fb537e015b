"""History: who changed what, when and why; each change can be taken back."""

import streamlit as st

from views.home.changes import effects
from views.parts import changing, store, words
from views.parts.safe_text import escaped

FIRST, MORE = 15, "history shown"


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
                st.button("Take back", key=f"undo-{heading.id}", on_click=changing.undo, args=(heading.id,))
    if shown < len(history):
        st.button("Show more", on_click=_more, args=(shown,))


def _more(shown: int) -> None:
    st.session_state[MORE] = shown + 4 * FIRST
