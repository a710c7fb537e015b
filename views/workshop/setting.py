"""Beginning a workshop, or going on with one."""

import streamlit as st

from graph.analysis.workshop.workshop import Workshop, workshops
from views.parts import address, store, words
from views.parts.safe_text import escaped
from views.workshop import lines

STEPS = {
    "who": "Who",
    "contacts": "Contacts",
    "goals": "Goals",
    "influence": "Influence",
    "phones": "Phones",
    "after": "Before and after",
}


def begin() -> None:
    """Ask for the name of a workshop; those held before can be gone on with."""
    with st.form("begin-workshop"):
        name = st.text_input("Name of the workshop", max_chars=80, placeholder="such as its place", key="workshop-name")
        st.caption("What is said in the room is kept at once, under this name and today's date, and can be taken back.")
        if st.form_submit_button("Begin", type="primary") and name.strip():
            _go_on(Workshop(name.strip(), address.today().isoformat()))
            st.rerun()
    known = workshops(store.history())
    if known:
        st.markdown("**Go on with**")
    for number, workshop in enumerate(known[:8]):
        label = escaped(f"{workshop.name}, {words.long_day(workshop.date)}")
        st.button(label, key=f"go-on-{number}", on_click=_go_on, args=(workshop,))


def _go_on(workshop: Workshop) -> None:
    st.session_state.update(workshop=workshop.name, day=workshop.date)


def steps(workshop: Workshop) -> str:
    """Draw which workshop it is and its steps, and return the one that is asked for."""
    if st.session_state["step"] not in STEPS:
        st.session_state["step"] = "who"
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="workshop-steps"):
        said = escaped(f"{workshop.name}, {words.long_day(workshop.date)}")
        st.markdown(f"**{said}**", width="content")
        st.segmented_control(
            "Step",
            list(STEPS),
            key="step",
            format_func=STEPS.__getitem__,
            label_visibility="collapsed",
            required=True,
            on_change=lines.forget,
        )
        st.button("Another workshop", type="tertiary", on_click=_leave, key="leave-workshop")
    return str(st.session_state["step"])


def _leave() -> None:
    st.session_state.update(workshop="", day="", step="who")
