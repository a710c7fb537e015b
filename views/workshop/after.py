"""Before and after: what the workshop changed, side by side, as a file, and taken back as a whole."""

import tempfile
from pathlib import Path

import streamlit as st

from graph.analysis.workshop.before import before
from graph.analysis.workshop.workshop import Workshop
from graph.answers.workshop import WorkshopAnswer
from graph.errors import WhoElseError
from graph.record import Record
from loaders import workshops
from views.country.chain import chain_map
from views.map import component
from views.parts import answers, changing, store, words
from views.parts.safe_text import escaped
from views.workshop import contacts, joined, lines, room

SIDES = ("Before", "Now")


def draw(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw counts before and now, what was said, the map of either, and what can be done with it all."""
    answer = room.heard(record, workshop)
    then = before(record, workshop)
    _counts(then, record, country, theme)
    _said(answer)
    with st.expander("The map, before and now"):
        side = st.segmented_control("Side", SIDES, default="Now", required=True, label_visibility="collapsed")
        drawn = chain_map(record if side == "Now" else then, country, theme)
        component.draw(drawn.scene, key="workshop-map")
        st.caption(escaped(drawn.hidden))
    _file(workshop)
    joined.draw()
    _take_back(workshop, answer)


def _counts(then: Record, now: Record, country: str, theme: str) -> None:
    """Draw expected and found contacts side by side."""
    for column, side, record in zip(st.columns(2), SIDES, (then, now), strict=True):
        counted = answers.gaps(record, country, theme)["contacts"]
        with column, st.container(border=True):
            st.markdown(f"**{side}**")
            st.markdown(f"### {counted['found']} of {counted['expected']}")
            st.text("expected contacts are recorded")


def _said(answer: WorkshopAnswer) -> None:
    hidden = room.waiting().hidden()
    new = [pair for pair in answer["contacts"] if not pair["confirms"]]
    confirmed = [pair for pair in answer["contacts"] if pair["confirms"]]
    number = 0
    for title, pairs in (("New contacts", new), ("Confirmed", confirmed), ("No contact, say both", answer["denied"])):
        st.markdown(f"**{title}: {len(pairs)}**")
        for pair in pairs:
            batches = [held["batch"] for held in pair["held"]]
            lines.draw(contacts.text(pair), batches, contacts.line(pair), number=number, hidden=hidden)
            number += 1
    if answer["bodies"]:
        names = ", ".join(body["name"] for body in answer["bodies"])
        st.markdown(f"**{words.count(len(answer['bodies']), 'body', 'bodies')} added:** {escaped(names)}")


def _file(workshop: Workshop) -> None:
    """Offer the workshop as a file for another laptop."""
    try:
        content = _content(workshop)
    except WhoElseError as error:
        st.text(str(error))
        return
    st.download_button(
        "File for another laptop",
        content,
        f"{workshop.id}.whoelse",
        "application/json",
        icon=":material/download:",
        on_click="ignore",
        help="Everything that was said, to be joined with what somebody else wrote down",
    )


def _content(workshop: Workshop) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workshop"
        workshops.write(store.opened(), workshop, file)
        return file.read_bytes()


def _take_back(workshop: Workshop, answer: WorkshopAnswer) -> None:
    with st.popover("Take the whole workshop back", icon=":material/undo:"):
        said = len(answer["contacts"]) + len(answer["denied"]) + len(answer["goals"]) + len(answer["influence"])
        st.text(f"{said} things that were said leave the record; the history keeps them.")
        st.button("Take all of it back", type="primary", on_click=_all_back, args=(workshop,), key="all-back")


def _all_back(workshop: Workshop) -> None:
    def back() -> None:
        workshops.take_back(store.opened(), workshop, author=changing.author())

    lines.done(back, "The whole workshop was taken back.")
