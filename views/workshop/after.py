"""Before and after: what the workshop changed, side by side, as a file, and taken back as a whole."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from graph.analysis.workshop.before import before, without
from graph.analysis.workshop.workshop import Workshop
from graph.answers.workshop import WorkshopAnswer
from graph.errors import WhoElseError
from graph.record import Record
from loaders import workshops
from views.country.chain import chain_map
from views.map import component
from views.parts import answers, letters, store, words
from views.parts.safe_text import escaped
from views.workshop import all_back, contacts, joined, lines, papers, room

SIDES, BOTH = ("Before", "Now"), "Side by side"


def draw(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Draw counts before and now, what was said, the map of either, and what can be done with it all."""
    answer = room.heard(record, workshop)
    then = before(record, workshop)
    hidden = room.waiting().hidden()
    shown = _on_the_wall(record, answer, hidden)
    counts = {side: _count(known, country, theme) for side, known in zip(SIDES, (then, record), strict=True)}
    _maps({SIDES[0]: then, SIDES[1]: shown}, counts, country, theme)
    lines.said()
    with st.container(horizontal=True, key="workshop-files"):
        _file(workshop)
        papers.of_changes(record, workshop, country, theme)
    joined.draw()
    all_back.draw(workshop, answer)
    _said(answer, hidden)


def _on_the_wall(record: Record, answer: WorkshopAnswer, hidden: set[str]) -> Record:
    """Return the record without the lines that shall not stand on the wall."""
    pairs = [pair for pair in (*answer["contacts"], *answer["denied"]) if contacts.line(pair) in hidden]
    claims = frozenset(held["claim"] for pair in pairs for held in pair["held"])
    return without(record, claims) if claims else record


def _maps(records: Mapping[str, Record], counts: Mapping[str, str], country: str, theme: str) -> None:
    """Draw the map before and now, side by side or one of them as large as the page."""
    asked = st.segmented_control(
        "Map", [BOTH, *SIDES], default=BOTH, required=True, label_visibility="collapsed", key="workshop-side"
    )
    sides = SIDES if asked == BOTH else (str(asked),)
    for column, side in zip(letters.beside([1] * len(sides)), sides, strict=True):
        drawn = chain_map(records[side], country, theme, size=letters.size())
        with column:
            st.markdown(f"**{side}:** {counts[side]}")
            component.draw(drawn.scene, key=f"workshop-map-{side}-{len(sides)}", legend=side == sides[-1])
            st.caption(escaped(drawn.hidden))


def _count(record: Record, country: str, theme: str) -> str:
    counted = answers.gaps(record, country, theme)["contacts"]
    return f"{counted['found']} of {counted['expected']} expected contacts are recorded"


def _said(answer: WorkshopAnswer, hidden: set[str]) -> None:
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
