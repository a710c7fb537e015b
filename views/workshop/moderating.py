"""Answers of phones that wait: the facilitator lets each in, or all that need no look, or leaves it out.

The page stands on the wall: before they are let in, answers are shown only where the facilitator asks for it.
"""

from collections.abc import Sequence

import streamlit as st

from graph import vocabulary
from graph.analysis.names.lists import match_list
from graph.analysis.workshop.said import contact
from graph.analysis.workshop.workshop import Workshop, in_turn
from graph.errors import SaidAlready
from graph.history import Batch
from graph.record import Record
from graph.stores.base import now
from phones.waiting import ACCEPTED, REJECTED, WAITING, Answer
from views.parts import changing, store, words
from views.parts.changing import Said
from views.workshop import lines, room, who
from views.workshop.contacts import KINDS

SHOWN, EVERY = 8, 2.0
SHOW = "show-waiting"


@st.fragment(run_every=EVERY)
def draw(workshop: Workshop, title: str, country: str, theme: str) -> None:
    """Draw how many answers wait, looked for every two seconds, and those that are to be looked at."""
    record = room.record()
    waiting = room.waiting().answers(WAITING, title)
    sure = [answer for answer in waiting if answer.other in record.organizations]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="moderation"):
        st.markdown(f"**{words.count(len(waiting), 'answer')} waiting**", width="content")
        if sure:
            label = f"Let in {words.count(len(sure), 'answer')} that chose from the list"
            st.button(label, key="let-in-all", on_click=_let_in, args=(workshop, sure, theme), type="primary")
        if waiting:
            st.toggle(
                "Show them here", key=SHOW, help="Whoever sees this screen sees them then, before you let them in"
            )
    lines.said()
    if not st.session_state.get(SHOW):
        return
    for answer in sorted(waiting, key=lambda one: one.other in record.organizations)[:SHOWN]:
        _answer(record, workshop, answer, country, theme)
    if len(waiting) > SHOWN:
        st.caption(f"and {len(waiting) - SHOWN} more; what was written by hand comes first")


def _answer(record: Record, workshop: Workshop, answer: Answer, country: str, theme: str) -> None:
    """Draw one answer; whom a name in words means is the facilitator's to say."""
    other = _other(record, country, answer.other)
    did = KINDS.get(answer.kind, answer.kind)
    named = room.name(record, other) if other else answer.other
    doubt = "" if other == answer.other else f" (written: {answer.other})" if other else " – not on record"
    with st.container(horizontal=True, vertical_alignment="center", key=f"waiting-{answer.id}"):
        st.text(f"{room.name(record, answer.said_by)} and {named} {did}{doubt}", width="stretch")
        if other:
            given = (workshop, [answer], theme, other)
            st.button("Let in", key=f"let-in-{answer.id}", on_click=_let_in, args=given, type="primary")
        if other != answer.other:
            with st.popover("Another body" if other else "Who is it?"):
                _whom(record, workshop, answer, country, theme)
        st.button("Leave out", key=f"leave-out-{answer.id}", on_click=_leave_out, args=(answer,))


def _whom(record: Record, workshop: Workshop, answer: Answer, country: str, theme: str) -> None:
    """Ask whom a name in words means: a body of the record, or one that it lacks."""
    chosen = st.selectbox(
        "A body of the record",
        [body for body in room.bodies(record, country) if body != answer.said_by],
        index=None,
        key=f"meant-{answer.id}",
        format_func=lambda body: room.name(record, body),
        placeholder="first letters",
    )
    given = (workshop, [answer], theme, chosen or "")
    st.button("Let in as this one", key=f"let-in-as-{answer.id}", on_click=_let_in, args=given, disabled=not chosen)
    st.markdown("**or one that the record lacks**")
    st.text_input("Its full name", answer.other, max_chars=200, key=f"new-name-{answer.id}")
    st.selectbox("What it is", list(vocabulary.ORGANIZATION_KINDS), format_func=words.kind, key=f"new-kind-{answer.id}")
    st.button("Add it and let in", key=f"add-{answer.id}", on_click=_add, args=(workshop, answer, country, theme))


def _other(record: Record, country: str, text: str) -> str:
    """Return the body that was meant by its id or its name, or nothing."""
    if text in record.organizations:
        return text
    (line,) = match_list(record, country, [text])
    return line.organization or ""


def _let_in(workshop: Workshop, answers: Sequence[Answer], theme: str, other: str = "") -> None:
    """Keep answers, each such that it can be taken back alone; what the same side said before stands already."""

    def let_in() -> Said:
        record, batches, known = room.record(), [], 0
        for answer in answers:
            try:
                batches.append(_contact(record, workshop, answer, other or answer.other, theme))
            except SaidAlready:
                known += 1
        for batch in in_turn(batches):
            store.apply(batch)
        for answer in answers:
            room.waiting().decide(answer.id, ACCEPTED)
        before = f" {known} had been said before." if known else ""
        return Said(f"{words.count(len(answers), 'answer')} let in.{before}")

    lines.done(let_in)


def _contact(record: Record, workshop: Workshop, answer: Answer, other: str, theme: str) -> Batch:
    said_by = answer.said_by
    return contact(record, workshop, said_by, other, at=now(), said_by=said_by, role=answer.kind, theme=theme)


def _add(workshop: Workshop, answer: Answer, country: str, theme: str) -> None:
    """Add the body that an answer names, and let the answer in."""
    name, kind = (st.session_state[f"new-{what}-{answer.id}"] for what in ("name", "kind"))
    added = who.add(workshop, name, country, kind)
    if added:
        _let_in(workshop, [answer], theme, added)


def _leave_out(answer: Answer) -> None:
    if not changing.why_not():
        room.waiting().decide(answer.id, REJECTED)
