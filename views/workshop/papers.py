"""Papers of a workshop: before it for everybody who comes, after it what changed."""

from functools import partial

import streamlit as st

import handouts
from graph.analysis.changes.changed import what_changed
from graph.analysis.workshop.before import before
from graph.analysis.workshop.heard import heard
from graph.analysis.workshop.workshop import Workshop
from graph.record import Record
from views.parts import handout_buttons, store
from views.parts.handout_buttons import SLIDE, File
from views.workshop import contacts, room


def for_the_room(record: Record, country: str, theme: str) -> None:
    """Offer what is printed before: the map, a slip for each body, whom to invite, what to ask."""
    with handout_buttons.folded():
        st.text("Paper for the room: print it before, no screen is needed.")
        handout_buttons.of_country(record, country, theme)


def of_changes(record: Record, workshop: Workshop, country: str, theme: str) -> None:
    """Offer what changed as a page and as a slide; hidden lines are counted there and not told."""
    handout_buttons.draw(change_files(record, workshop, country, theme), f"changes-{workshop.id}")


def change_files(record: Record, workshop: Workshop, country: str, theme: str) -> list[File]:
    """Return the page and the slide of what changed."""
    form, mime = handout_buttons.page_form()
    make = partial(_made, record, workshop, country, theme)
    return [
        File("What changed, one page", f"{workshop.id}.{form}", mime, partial(make, form)),
        File("What changed, slide", f"{workshop.id}.pptx", SLIDE, partial(make, "slide")),
    ]


def _made(record: Record, workshop: Workshop, country: str, theme: str, form: str) -> bytes:
    then = before(record, workshop)
    hidden = _hidden(record, workshop)
    answer = what_changed(then, record, country, theme, history=store.history(), hidden=hidden)
    if form == "slide":
        return handouts.changes_slide(record, answer, workshop.author)
    return handouts.changes_page(record, answer, workshop.author, "pdf" if form == "pdf" else "html")


def _hidden(record: Record, workshop: Workshop) -> set[str]:
    """Return the claims behind the lines that shall not stand on the wall, nor on paper."""
    answer, lines = heard(record, workshop, store.history()), room.waiting().hidden()
    pairs = (pair for pair in (*answer["contacts"], *answer["denied"]) if contacts.line(pair) in lines)
    said = {one["held"]["claim"] for one in (*answer["goals"], *answer["influence"]) if one["held"]["claim"] in lines}
    return said | {held["claim"] for pair in pairs for held in pair["held"]}
