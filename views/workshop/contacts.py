"""Contacts, one kind at a time: typed at the speed of a keyboard, kept at once, seen at once."""

import streamlit as st

from graph.analysis.workshop.said import contact, no_contact
from graph.analysis.workshop.workshop import BOTH, Workshop
from graph.answers.workshop import HeardPair
from graph.record import Record
from graph.stores.base import now
from views.parts import words
from views.parts.safe_text import escaped
from views.workshop import capture, lines, room

KINDS = {
    "information-exchange": "exchange information",
    "liaison": "have a liaison",
    "joint-operation": "work together in operations",
    "joint-task-force": "serve in a joint task force",
    "committee": "meet in a committee",
    "training": "train together",
    "mou": "have a memorandum of understanding",
    "licensing-consultation": "consult on permits",
}
KEYS = (
    "Letters and Enter find a body; the second Enter keeps the contact. Shift+Enter keeps the first body for the next. "
    "Alt+B: who says so. Alt+N: both say there is none. Alt+Z: take the last one back. Alt+H: the last off the wall."
)
SHOWN = 12


def draw(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw the fields, and what was said, the newest first."""
    st.pills("Kind", list(KINDS), key="contact-kind", format_func=KINDS.__getitem__, default=next(iter(KINDS)))
    kind = st.session_state["contact-kind"] or next(iter(KINDS))

    def then(what: capture.Typed | capture.Key) -> None:
        if isinstance(what, capture.Key):
            _key(workshop, what)
        else:
            _keep(workshop, what, kind, theme)

    answer = room.heard(record, workshop)
    here = {body["id"] for body in answer["present"]}
    bodies = room.bodies(record, country)
    capture.draw(record, bodies, here, KINDS[kind], lines.words(), key="capture", then=then)
    st.caption(KEYS)
    hidden = room.waiting().hidden()
    said = [*answer["denied"], *answer["contacts"]]
    contacts = words.count(len(answer["contacts"]), "contact")
    st.markdown(escaped(f"{contacts} said, {len(answer['denied'])} denied by both sides"))
    for number, pair in enumerate(said[:SHOWN]):
        batches = [held["batch"] for held in pair["held"]]
        lines.draw(text(pair), batches, line(pair), number=number, hidden=hidden)
    if len(said) > SHOWN:
        st.caption(f"and {len(said) - SHOWN} more, under “Before and after”")


def text(pair: HeardPair) -> str:
    """Return what was said of a pair as one line."""
    who = ", ".join(dict.fromkeys(held["said_by"] for held in pair["held"]))
    if pair["role"] == "confirmed-none":
        return f"{pair['a']['name']} and {pair['b']['name']}: no contact, say both sides"
    did = KINDS.get(pair["role"], pair["role"])
    return f"{pair['a']['name']} and {pair['b']['name']} {did}, {'say' if who == BOTH else 'says'} {who}"


def line(pair: HeardPair) -> str:
    """Return what stands for a pair in the list of hidden lines."""
    return f"{pair['a']['id']} {pair['b']['id']} {pair['role']} {pair['theme']}"


def _keep(workshop: Workshop, what: capture.Typed, kind: str, theme: str) -> None:
    a, b = what.a, what.b
    record = room.record()
    pair = f"{room.name(record, a)} – {room.name(record, b)}"
    if what.denied:
        lines.keep(lambda newest: no_contact(newest, workshop, a, b, at=now(), theme=theme), f"No contact: {pair}")
        return
    said_by = {"both": BOTH, "first": a, "second": b}[what.by]
    lines.keep(
        lambda newest: contact(newest, workshop, a, b, at=now(), said_by=said_by, role=kind, theme=theme),
        f"Kept: {pair}",
    )


def _key(workshop: Workshop, key: capture.Key) -> None:
    """Do what a key asks for the newest line."""
    answer = room.heard(room.record(), workshop)
    newest = next(iter([*answer["contacts"], *answer["denied"]]), None) if not lines.last().batch else None
    if key.name == "undo" and lines.last().batch:
        lines.undo(lines.last().batch)
    elif key.name == "undo" and newest:
        lines.undo(newest["held"][0]["batch"])
    elif key.name == "hide":
        shown = [pair for pair in (*answer["contacts"], *answer["denied"]) if line(pair) not in room.waiting().hidden()]
        if shown:
            lines.hide(line(shown[0]), True)
