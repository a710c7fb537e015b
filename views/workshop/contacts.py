"""Contacts, one kind at a time: typed at the speed of a keyboard, kept at once, seen at once."""

from collections.abc import Sequence

import streamlit as st

from graph.analysis.workshop.said import contact, no_contact
from graph.analysis.workshop.workshop import BOTH, Workshop, in_turn
from graph.answers.workshop import HeardPair
from graph.errors import InputError
from graph.history import Batch
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
    "agreement": "have an agreement",
}
KEYS = (
    "Letters and Enter find a body; the second Enter keeps the contact. Shift+Enter keeps the first body for the next. "
    "Alt+1 to Alt+9: the kind. Alt+B: who says so. Alt+N: both say there is none. Alt+Z: take the last one back. "
    "Alt+H: the last off the wall."
)
SHOWN = 12
CHOSEN = "contact-kind"


def draw(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw the fields, and what was said, the newest first."""
    st.session_state.setdefault(CHOSEN, next(iter(KINDS)))
    st.pills("Kind", list(KINDS), key=CHOSEN, format_func=_numbered, required=True)

    held = lines.held_last()

    def then(told: Sequence[capture.Told]) -> None:
        typed = [what for what in told if isinstance(what, capture.Typed)]
        if typed:
            _keep(workshop, typed, theme, held)
        for what in told:
            if isinstance(what, capture.Key):
                _key(workshop, what)
            elif isinstance(what, capture.Kind):
                st.session_state[CHOSEN] = what.kind

    answer = room.heard(record, workshop)
    here = {body["id"] for body in answer["present"]}
    bodies = room.bodies(record, country)
    capture.draw(record, bodies, here, KINDS, st.session_state[CHOSEN], lines.words(), key="capture", then=then)
    st.caption(KEYS)
    hidden = room.waiting().hidden()
    said = room.pairs(record, workshop)
    contacts = words.count(len(answer["contacts"]), "contact")
    st.markdown(escaped(f"{contacts} said, {len(answer['denied'])} denied by both sides"))
    for number, pair in enumerate(said[:SHOWN]):
        batches = [held["batch"] for held in pair["held"]]
        lines.draw(text(pair), batches, line(pair), number=number, hidden=hidden)
    if len(said) > SHOWN:
        st.caption(f"and {len(said) - SHOWN} more, under “Before and after”")


def _numbered(kind: str) -> str:
    return f"{list(KINDS).index(kind) + 1} {KINDS[kind]}"


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


def _keep(workshop: Workshop, typed: Sequence[capture.Typed], theme: str, held: lines.Last) -> None:
    """Keep what was typed; of several contacts, what was said before hinders no other."""
    last, record = typed[-1], room.record()
    pair = f"{room.name(record, last.a)} – {room.name(record, last.b)}"

    def make(newest: Record) -> list[Batch]:
        batches, refused = [], None
        for what in typed:
            try:
                batches.append(_batch(newest, workshop, what, theme))
            except InputError as error:
                refused = error
        if refused and not batches:
            raise refused
        return in_turn(batches)

    lines.keep_all(make, f"{'No contact' if last.denied else 'Kept'}: {pair}", held)


def _batch(record: Record, workshop: Workshop, what: capture.Typed, theme: str) -> Batch:
    if what.denied:
        return no_contact(record, workshop, what.a, what.b, at=now(), theme=theme)
    said_by = {"both": BOTH, "first": what.a, "second": what.b}[what.by]
    return contact(record, workshop, what.a, what.b, at=now(), said_by=said_by, role=what.kind, theme=theme)


def _key(workshop: Workshop, key: capture.Key) -> None:
    """Do what a key asks for the newest line: take it back, or off the wall."""
    hidden = room.waiting().hidden()
    said = room.pairs(room.record(), workshop)
    if key.name == "undo" and said:
        lines.undo(said[0]["held"][0]["batch"], "a hidden line" if line(said[0]) in hidden else text(said[0]))
    elif key.name == "hide":
        shown = [pair for pair in said if line(pair) not in hidden]
        if shown:
            lines.hide(line(shown[0]), True)
