"""A workshop taken back as a whole: how far it is, and a way to stop; each change is taken back whole or not at all."""

import streamlit as st

from graph.analysis.workshop.workshop import Workshop
from graph.answers.workshop import WorkshopAnswer
from loaders import workshops
from views.parts import changing, store
from views.parts.changing import Said
from views.workshop import lines

BEGUN = "workshop to be taken back"
STOPPED = Said("Stopped before the end: what was taken back stays so, the rest stands.", "Take it back again to go on.")
DONE = Said("The whole workshop was taken back.")


def draw(workshop: Workshop, answer: WorkshopAnswer) -> None:
    """Offer to take all of it back, and do so where that was asked for: once, so that any other click stops it."""
    if st.session_state.pop(BEGUN, False):
        _take_back(workshop)
    with st.popover("Take the whole workshop back", icon=":material/undo:"):
        said = len(answer["contacts"]) + len(answer["denied"]) + len(answer["goals"]) + len(answer["influence"])
        st.text(f"{said} things that were said leave the record; the history keeps them.")
        st.button("Take all of it back", type="primary", on_click=_begin, key="all-back")


def _begin() -> None:
    st.session_state[BEGUN] = True


def _take_back(workshop: Workshop) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="taking-back"):
        bar = st.progress(0.0, "Taking back …", width="stretch")
        st.button("Stop", key="stop-taking-back")
    lines.held_last().said = STOPPED

    def tell(share: float, doing: str) -> None:
        bar.progress(share, doing)  # where the reader clicks, this run of the page ends here

    def back() -> Said:
        workshops.take_back(store.opened(), workshop, author=changing.author(), tell=tell)
        return DONE

    lines.done(back)
    st.rerun()
