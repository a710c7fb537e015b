"""The first minute: three short steps on the record itself, each with the way to its page; skipped by one click."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import streamlit as st

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
OVER = 99
THEME = "hazardous-waste"  # where none is chosen: every country has something on it
NAMED = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A question, its answer for the country and theme, the words to explain, and the page that tells more."""

    asks: str
    says: str
    explains: tuple[str, ...]
    page: str
    label: str
    asked: Mapping[str, str] = field(default_factory=dict)


@trouble.said_calmly()
def draw(record: Record) -> None:
    """Draw the step that the reader is at, or only the way to begin again."""
    place = st.session_state.setdefault(STEP, 0)
    if place == OVER:
        return
    code, theme = st.session_state["country"], st.session_state["theme"] or THEME
    step = (_who, _gaps, _routes)[min(place, 2)](record, code, theme)
    about = f"{record.country_name(code)}, {words.subject(theme)}"
    with st.container(border=True, gap="xsmall", key="first-minute"):
        st.markdown(f":small[Your first minute, {place + 1} of 3: {escaped(about)}]")
        st.markdown(f"#### {escaped(step.asks)}", anchors=False, help=_explained(step))
        st.markdown(escaped(step.says))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if place < 2:
                st.button("Next", type="primary", on_click=_go, args=(place + 1,), key="minute-next")
            else:
                st.button("Done", type="primary", on_click=_go, args=(OVER,), key="minute-done")
            if place:
                st.button("Back", on_click=_go, args=(place - 1,), key="minute-back")
            st.page_link(
                f"views/pages/{step.page}.py",
                label=escaped(step.label),
                icon=":material/arrow_forward:",
                query_params=address.link(record, step.page, **{"theme": theme, **step.asked}),
                width="content",
            )
            if place < 2:
                st.button("Skip", type="tertiary", on_click=_go, args=(OVER,), key="minute-skip")


def again() -> None:
    """Offer the first minute to who has skipped it."""
    if st.session_state.get(STEP) == OVER:
        st.button("Show the first minute again", type="tertiary", on_click=_go, args=(0,), key="minute-again")


def _go(place: int) -> None:
    st.session_state[STEP] = place


def _explained(step: Step) -> str:
    return "\n\n".join(f"**{word}**: {MEANS[word]}" for word in step.explains)


def _who(record: Record, code: str, theme: str) -> Step:
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
    count = words.count(len(held["recorded"]), "body", "bodies")
    says = f"Sources name {count}: {told}." if names else "No source that was read names a body."
    presumed = words.count(len(held["coded"]), "more body", "more bodies")
    says += f" Of {presumed} it is presumed, by kind of body: please confirm."
    return Step(
        f"Who answers for {words.subject(theme)}?",
        says,
        ("service", "recorded", "presumed", "treaty desk"),
        address.COUNTRY,
        f"See the map of {record.country_name(code)}",
    )


def _gaps(record: Record, code: str, theme: str) -> Step:
    """How many expected contacts are on record, and the first of which none is."""
    answer = answers.gaps(record, code, theme)
    counted, lines = answer["contacts"], works.not_problems(answer["gaps"])
    says = f"{counted['found']} of {counted['expected']} expected contacts are on record."
    if not counted["expected"]:
        says = works.TOO_LITTLE
    if lines:
        a, b = (badges.short(record, side["id"], side["name"]) for side in (lines[0]["a"], lines[0]["b"]))
        says += f" {words.count(works.not_known(counted), 'pair is', 'pairs are')} not known: first {a} and {b}."
        says += " That is a question, not a verdict: there may well be a contact."
    return Step(
        "Who ought to be in contact, and has no recorded contact?",
        says,
        ("expected contact", "no recorded contact", "band", "sisters"),
        address.GAPS,
        "See the reasons",
    )


def _routes(record: Record, code: str, theme: str) -> Step:
    """How one gets from the customs of the country to a neighbour's, through networks."""
    answer = _way_out(record, code, theme)
    says = "No way through networks is recorded yet. Choose another body to begin with."
    asked: dict[str, str] = {}
    if answer and answer["routes"]:
        says = " ".join(route_words.headline(record, answer["routes"][0]))
        asked = {"from": _id(answer["from"]["id"]), "to": _id(answer["to"]["id"])}
    return Step(
        "Through which networks does one get abroad?",
        says,
        ("network", "entry point", "route", "silent"),
        address.CONNECT,
        "See these routes, or find your own",
        asked,
    )


@lru_cache(maxsize=64)
def _way_out(record: Record, code: str, theme: str) -> RoutesAnswer | None:
    return first_answer(Asked(record, code, theme))


def _id(end: str) -> str:
    return end.removeprefix("organization:")
