"""Who is in the room: bodies, never persons; a body that the record lacks is added with its name and kind."""

from collections.abc import Sequence

import streamlit as st

from graph import vocabulary
from graph.analysis.who_else.new_body import body_of, new_body
from graph.analysis.workshop.said import present
from graph.analysis.workshop.workshop import ROOM, Workshop
from graph.history import Batch
from graph.record import Record
from graph.stores.base import now
from views.parts import words
from views.parts.safe_text import escaped
from views.workshop import capture, lines, room


def draw(record: Record, workshop: Workshop, country: str) -> None:
    """Draw the bodies in the room, and how one more is added."""
    answer = room.heard(record, workshop)
    there = {body["id"] for body in answer["present"]}
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown("Who is in the room? First letters or a short name, then Enter.")

        held = lines.held_last()

        def then(told: Sequence[capture.Told]) -> None:
            for what in told:
                if isinstance(what, capture.One):
                    _comes_in(workshop, what.body, country, held)

        missing = [body for body in room.bodies(record, country) if body not in there]
        capture.draw(record, missing, (), {}, "", lines.words(), key="body-present", then=then)
        st.markdown(f"**{words.count(len(there), 'body', 'bodies')} in the room**")
        for number, body in enumerate(answer["present"]):
            with st.container(horizontal=True, vertical_alignment="center", key=f"present-{number}"):
                st.text(body["name"], width="stretch")
                batch = _batch_of(record, workshop, body["id"])
                st.button("Take back", key=f"absent-{number}", type="tertiary", on_click=lines.undo, args=(batch,))
    with right:
        _missing(workshop, country)


def _comes_in(workshop: Workshop, body: str, country: str, held: lines.Last) -> None:
    name = room.name(room.record(), body)
    lines.keep(lambda record: present(record, workshop, body, country, at=now()), f"In the room: {name}", held)


def _batch_of(record: Record, workshop: Workshop, body: str) -> str:
    rows = record.rows_of(f"organization:{body}", "participation")
    return next(record.batch_of(int(row)) for row in rows if workshop.is_source(record.claim(int(row)).source))


def _missing(workshop: Workshop, country: str) -> None:
    """Ask for a body that the record lacks."""
    with st.form("missing-body", clear_on_submit=True):
        st.markdown("**The record lacks a body that is here?**")
        name = st.text_input("Its full name", max_chars=200, key="missing-name")
        kind = st.selectbox(
            "What it is", list(vocabulary.ORGANIZATION_KINDS), format_func=words.kind, key="missing-kind"
        )
        if st.form_submit_button("Add it") and name.strip():
            added = add(workshop, name, country, kind)
            if added:
                lines.keep(
                    lambda record: present(record, workshop, added, country, at=now()),
                    f"Added, and in the room: {name.strip()}",
                )
            st.rerun()
    st.caption(escaped("A body, never a person. It rests on this workshop as its source, and can be taken back."))


def add(workshop: Workshop, name: str, country: str, kind: str) -> str:
    """Add a body that the record lacks, and return its id, or nothing where that was refused."""
    added = []

    def make(record: Record) -> Batch:
        batch = _new(record, workshop, name, country, kind)
        added.append(body_of(batch).id)
        return batch

    said = lines.keep(make, f"Added: {name.strip()}")
    return added[0] if said.batch else ""


def _new(record: Record, workshop: Workshop, name: str, country: str, kind: str) -> Batch:
    source = workshop.source(record, ROOM)
    given = source.id if source.id in record.sources else source
    reason = f"{name.strip()} was missing, said by the room"
    at = now()
    return new_body(
        record, name, country=country, kind=kind, source=given, at=at, author=workshop.author, reason=reason
    )
