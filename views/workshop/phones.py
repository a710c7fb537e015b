"""Phones, if wanted: a code on the wall, answers that wait, and the facilitator who lets each in or not."""

import base64

import streamlit as st

from graph.analysis.names.lists import match_list
from graph.analysis.workshop.said import contact
from graph.analysis.workshop.workshop import Workshop
from graph.errors import WhoElseError
from graph.record import Record
from graph.stores.base import now
from phones.started import PORT, Started, own_address, picture, start
from phones.waiting import ACCEPTED, REJECTED, WAITING, Answer, Session
from views.parts import changing, words
from views.parts.safe_text import escaped
from views.workshop import lines, room
from views.workshop.contacts import KINDS

SHOWN, EVERY = 8, 2.0


@st.cache_resource(show_spinner=False)
def _running() -> dict[str, Started]:
    """The form as it runs, one for the whole program: it outlives a page that is loaded anew."""
    return {}


def draw(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw how the form is opened and closed, its code, and the answers that wait."""
    form = _running().get("form")
    session = room.waiting().session()
    lines.said()
    if form and form.is_running and session:
        _wall(form, session)
    else:
        _opening(record, workshop)
    _answers(record, workshop, country, theme)


def _opening(record: Record, workshop: Workshop) -> None:
    """Ask which names the form may show, and under which address phones find this laptop."""
    there = [body["id"] for body in room.heard(record, workshop)["present"]]
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
        names = {body: room.name(record, body) for body in there}
        room.waiting().begin(f"{workshop.name}: who is in contact with whom?", names, KINDS)
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


@st.fragment(run_every=EVERY)
def _answers(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw the answers that wait, looked for every two seconds."""
    waiting = room.waiting().answers(WAITING)
    st.markdown(f"**{words.count(len(waiting), 'answer')} waiting**")
    for place, answer in enumerate(waiting[:SHOWN]):
        with st.container(horizontal=True, vertical_alignment="center", key=f"waiting-{place}"):
            other, is_sure = _other(record, country, answer.other)
            named = room.name(record, other) if other else answer.other
            doubt = "" if is_sure else f" (written: {answer.other})" if other else " – not on record"
            did = KINDS.get(answer.kind, answer.kind)
            st.text(f"{room.name(record, answer.said_by)} and {named} {did}{doubt}", width="stretch")
            if other:
                given = (workshop, answer, other, theme)
                st.button("Let in", key=f"let-in-{answer.id}", on_click=_let_in, args=given, type="primary")
            st.button("Leave out", key=f"leave-out-{answer.id}", on_click=_leave_out, args=(answer,))
    if len(waiting) > SHOWN:
        st.caption(f"and {len(waiting) - SHOWN} more")


def _other(record: Record, country: str, text: str) -> tuple[str, bool]:
    """Return the body that was meant, or nothing, and whether the form named it by its id."""
    if text in record.organizations:
        return text, True
    (line,) = match_list(record, country, [text])
    return (line.organization or "", False)


def _let_in(workshop: Workshop, answer: Answer, other: str, theme: str) -> None:
    said = lines.keep(
        lambda record: contact(
            record, workshop, answer.said_by, other, at=now(), said_by=answer.said_by, role=answer.kind, theme=theme
        ),
        "Let in.",
    )
    if said.batch:
        room.waiting().decide(answer.id, ACCEPTED)


def _leave_out(answer: Answer) -> None:
    if not changing.why_not():
        room.waiting().decide(answer.id, REJECTED)
