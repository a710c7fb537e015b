"""The first minute: three short steps on the record itself, each with the way to its page; skipped by one click."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import streamlit as st

from graph.analysis.gaps.decided_pairs import confirmed_none
from graph.analysis.gaps.screening import screen
from graph.answers import RoutesAnswer
from graph.record import Record
from graph.words import joined
from handouts.story.slide import Asked
from handouts.story.way_out import first_answer
from views.connect import route_words
from views.parts import address, answers, badges, trouble, words, works
from views.parts.meanings import MEANS
from views.parts.safe_text import escaped

STEP = "first minute"
OVER, LAST = 99, 2
CHOOSE = "Your own country and theme: above, or a click on a tile."
THEME = "hazardous-waste"  # where none is chosen: every country has something on it
NAMED = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question for the country and theme, the words to explain, and what its page is asked besides."""

    says: str
    explains: tuple[str, ...]
    asked: Mapping[str, str] = field(default_factory=dict)


def place() -> int | None:
    """Return which of the three questions is answered, from 0; None where the reader has seen or skipped them."""
    held = st.session_state.setdefault(STEP, 0)
    return None if held == OVER else min(int(held), LAST)


def draw(record: Record, place: int, asks: str, page: str, label: str) -> None:
    """Draw a question with its answer, the way to its page, and the way on."""
    code, theme = st.session_state["country"], st.session_state["theme"] or THEME
    about = escaped(f"{record.country_name(code)}, {words.subject(theme)}")
    st.markdown(f":small[Your first minute, {place + 1} of 3: **{about}**. {CHOOSE if not place else ''}]")
    answer = Answer("", ())
    with trouble.said_calmly():
        answer = (_who, _gaps, _routes)[place](record, code, theme)
    st.markdown(f"#### {asks}", anchors=False, help=_explained(answer) or None)
    st.markdown(escaped(answer.says))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if place < LAST:
            st.button("Next", type="primary", on_click=_go, args=(place + 1,), key="minute-next")
        else:
            st.button("Done", type="primary", on_click=_go, args=(OVER,), key="minute-done")
        if place:
            st.button("Back", on_click=_go, args=(place - 1,), key="minute-back")
        st.page_link(
            f"views/pages/{page}.py",
            label=escaped(label),
            icon=":material/arrow_forward:",
            query_params=address.link(record, page, **{"theme": theme, **answer.asked}),
            width="content",
        )
        if place < LAST:
            st.button("Skip", type="tertiary", on_click=_go, args=(OVER,), key="minute-skip")


def again() -> None:
    """Offer the first minute to who has skipped it."""
    if st.session_state.get(STEP) == OVER:
        st.button("Show the first minute again", type="tertiary", on_click=_go, args=(0,), key="minute-again")


def _go(place: int) -> None:
    st.session_state[STEP] = place


def _explained(answer: Answer) -> str:
    return "\n\n".join(f"**{word}**: {MEANS[word]}" for word in answer.explains)


def _who(record: Record, code: str, theme: str) -> Answer:
    """Who answers for it, by recorded words of a source, and how many more presumably do."""
    roster = answers.country(record, code, theme)["organizations"]
    held = {
        basis: [
            body
            for body in roster
            if any(one["subject"] == theme and one["basis"] == basis for one in body["subjects"])
        ]
        for basis in ("recorded", "coded")
    }
    names = [badges.short(record, body["id"], body["name"]) for body in held["recorded"][:NAMED]]
    more = len(held["recorded"]) - len(names)
    told = ", ".join(names) + f" and {more} more" if more > 0 else joined(names)
    count, subject = words.count(len(held["recorded"]), "body", "bodies"), words.subject(theme)
    says = (
        f"Sources name {count} that answer for {subject}: {told}." if names else f"No source names one for {subject}."
    )
    if presumed := len(held["coded"]):
        says += f" {presumed} more presumably {'does' if presumed == 1 else 'do'}, by kind of body:"
        says += " please confirm."
    return Answer(says, ("service", "recorded", "presumed", "treaty desk"))


def _gaps(record: Record, code: str, theme: str) -> Answer:
    """How many expected contacts are on record, and the first of which none is."""
    answer = answers.gaps(record, code, theme)
    counted = answer["contacts"]
    lines = [gap for gap in works.not_problems(answer["gaps"]) if gap["kind"] != "confirmed: none"]
    says = f"{counted['found']} of {counted['expected']} expected contacts are on record."
    if not counted["expected"]:
        says = works.TOO_LITTLE
    unknown = works.not_known(counted) - confirmed_none(screen(record, code, theme))
    if lines:
        a, b = (badges.short(record, side["id"], side["name"]) for side in (lines[0]["a"], lines[0]["b"]))
        says += f" {words.count(unknown, 'pair is', 'pairs are')} not known: first {a} and {b}."
        says += " That is a question, not a verdict: there may well be a contact."
    return Answer(says, ("expected contact", "no recorded contact", "band", "sisters"))


def _routes(record: Record, code: str, theme: str) -> Answer:
    """How one gets from the customs of the country to a neighbour's, through networks."""
    answer = _way_out(record, code, theme)
    says = "No way through networks is recorded yet. Choose another body to begin with."
    asked: dict[str, str] = {}
    if answer and answer["routes"]:
        says = " ".join(route_words.headline(record, answer["routes"][0]))
        asked = {"from": _id(answer["from"]["id"]), "to": _id(answer["to"]["id"])}
    return Answer(says, ("network", "entry point", "route", "silent"), asked)


@lru_cache(maxsize=64)
def _way_out(record: Record, code: str, theme: str) -> RoutesAnswer | None:
    return first_answer(Asked(record, code, theme))


def _id(end: str) -> str:
    return end.removeprefix("organization:")
