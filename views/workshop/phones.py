"""Phones, if wanted: a code on the wall, answers that wait, and the facilitator who lets each in or not."""

import base64

import streamlit as st

from graph.analysis.workshop.workshop import Workshop
from graph.errors import WhoElseError
from graph.record import Record
from phones.started import PORT, Started, own_address, picture, start
from phones.waiting import Session
from views.parts import words
from views.parts.safe_text import escaped
from views.workshop import moderating, room
from views.workshop.contacts import KINDS


@st.cache_resource(show_spinner=False)
def _running() -> dict[str, Started]:
    """The form as it runs, one for the whole program: it outlives a page that is loaded anew."""
    return {}


def draw(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw how the form is opened and closed, its code, and the answers that wait."""
    form = _running().get("form")
    session = room.waiting().session()
    if form and form.is_running and session:
        _wall(form, _with_whom_is_here(record, workshop, session))
    else:
        _opening(record, workshop)
    moderating.draw(workshop, _title(workshop), country, theme)


def _title(workshop: Workshop) -> str:
    return f"{workshop.name}: who is in contact with whom?"


def _names(record: Record, workshop: Workshop) -> dict[str, str]:
    return {body["id"]: body["name"] for body in room.heard(record, workshop)["present"]}


def _with_whom_is_here(record: Record, workshop: Workshop, session: Session) -> Session:
    """Return the session with the names of who is here now; another workshop gets a code of its own."""
    names = _names(record, workshop)
    if (session.title, dict(session.bodies)) == (_title(workshop), names):
        return session
    return room.waiting().begin(_title(workshop), names, KINDS)


def _opening(record: Record, workshop: Workshop) -> None:
    """Ask which names the form may show, and under which address phones find this laptop."""
    there = _names(record, workshop)
    if not there:
        st.text("Nobody is in the room yet: begin with “Who”. The form shows the names of these bodies.")
        return
    st.text(
        f"Whoever has the code sees the names of the {words.count(len(there), 'body', 'bodies')} in the room, "
        "and nothing else of the record. Answers wait here until you let them in."
    )
    address = st.text_input("Address of this laptop on the room's Wi-Fi", own_address(), key="phones-address")
    port = st.number_input("Port", 1024, 65535, PORT, key="phones-port")
    if st.button("Open to phones", type="primary", icon=":material/qr_code_2:"):
        try:
            form = start(room.waiting().file, address.strip(), int(port))
        except WhoElseError as error:
            st.text(str(error))
            return
        _running()["form"] = form
        room.waiting().begin(_title(workshop), there, KINDS)
        st.rerun()


def _wall(form: Started, session: Session) -> None:
    """Show the code as large as a wall needs it."""
    left, right = st.columns([1, 2], gap="large")
    with left:
        drawn = base64.b64encode(picture(form.url(session.code))).decode()
        st.image(f"data:image/svg+xml;base64,{drawn}", width=300)
    with right:
        st.markdown(f"# {session.code}")
        st.markdown(f"### {escaped(form.url())}")
        st.text("Join the room's Wi-Fi, scan the picture or type the address, and the code.")
        st.button("Close to phones", on_click=_close, icon=":material/block:")


def _close() -> None:
    room.waiting().end()
    form = _running().pop("form", None)
    if form:
        form.stop()
