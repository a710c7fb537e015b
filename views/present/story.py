"""The slides on the screen: a sentence, a map or lists in letters for the last row, and what the counts rest on."""

from functools import lru_cache
from math import ceil
from pathlib import Path

import streamlit as st

from graph.record import Record
from handouts.story.choosing import is_of
from handouts.story.file import story_file
from handouts.story.slide import Asked, Column, Entry, Slide, asked_of
from handouts.story.telling import slide, steps
from layout.drawn.text import width
from views.map import component
from views.parts import address, ends, letters, map_file, store, words
from views.parts.safe_text import escaped
from views.present import turning

STORY = "The story as one file that opens in any browser, without this program and without a network"
STYLE = Path(__file__).parent / "present.css"
USUAL, WIDE = 720, 16 / 9  # the height of a window to which the following pixels belong, and its shape
TITLE, FOOT, FOOT_LINE = 44, 36, 20  # above a map, and below it
LARGER = 18  # that buttons and margins take besides where letters are a projector's on every page
FOOT_LETTERS, FOOT_ROOM = 16, 640  # the words of the foot, and the width that they have
COLOURS = {"recorded": "blue", "presumed": "gray", "confirmed": "blue"}
NAMES = {
    "chain": "Who enforces the rules",
    "gaps": "Contacts",
    "around": "Around one body",
    "else": "Who else",
    "networks": "Networks",
    "region": "The region",
    "route": "The way out",
    "ask": "What to ask the room",
    "changed": "What changed",
}


def told(record: Record) -> Asked:
    """Return what the story is asked to tell; a body of another country was meant for another story."""
    state = st.session_state
    country, target = state["country"], state["to"] or ""
    if not is_of(record, state["body"], country):
        state["body"] = ""
    if ends.country_of(record, target) == country:
        target = ""
    return asked_of(record, store.history(), country, state["theme"], state["body"], target)


def count(asked: Asked) -> int:
    """Return how many slides there are."""
    return len(steps(asked))


def draw(asked: Asked, place: int) -> None:
    """Draw one slide, without its foot."""
    st.html(STYLE)
    shown = _slide(asked, place)
    with st.container(gap=None, key="slide"):
        st.title(escaped(shown.title), anchor=False)
        if shown.scene:
            component.draw(shown.scene, key=f"slide-map-{place}", height=_height(shown))
        if shown.bar:
            _bar(shown)
        if shown.columns:
            with st.container(key="slide-list"):
                for place_of, column in zip(st.columns(len(shown.columns), gap="large"), shown.columns, strict=True):
                    with place_of:
                        _column(column)


def rests_on(asked: Asked, place: int) -> None:
    """Draw what the counts of a slide rest on."""
    with st.container(key="slide-foot"):
        past = f"As known on {words.long_day(address.day())}. " if address.is_past() else ""
        st.text(f"{past}{_slide(asked, place).rests_on}")


def take_home(asked: Asked) -> None:
    """Offer the whole story as one file."""
    name = "-".join(part for part in ("story", asked.country, asked.theme) if part)
    map_file.button(name, lambda: story_file(asked), "Take home", STORY)


def names(asked: Asked) -> list[str]:
    """Return what each slide is about, in a word or two."""
    return [NAMES[step] for step in steps(asked)]


def make_ready(asked: Asked, place: int) -> None:
    """Reckon the next slide while the room looks at this one."""
    if place + 1 < count(asked):
        _slide(asked, place + 1)


def _height(shown: Slide) -> int | None:
    """Return the height for a map that would not fit into the window, else None: its own."""
    window = turning.room()
    foot = max(FOOT, FOOT_LINE * ceil(width(shown.rests_on, FOOT_LETTERS) / FOOT_ROOM))
    room = window - round((TITLE + foot + LARGER * letters.are_large()) * max(1.0, window / USUAL))
    own = shown.scene.height / shown.scene.width * window * WIDE if shown.scene else 0
    return room if 0 < room < own else None


def _bar(shown: Slide) -> None:
    """Draw the counts of the sentence beside each other; the sentence says them in words."""
    parts = "".join(f"<div class='{kind}' style='flex:{number}'>{number}</div>" for number, kind in shown.bar if number)
    st.html(f"<div class='slide-bar' aria-hidden='true'>{parts}</div>")


def _column(column: Column) -> None:
    if column.head:
        st.markdown(f"#### {escaped(column.head)}", anchors=False)
    for entry in column.entries:
        _line(entry)
    if column.more:
        st.markdown(escaped(column.more))


def _line(entry: Entry) -> None:
    colour = COLOURS.get(entry.mark, "orange")
    mark = f":{colour}-badge[{escaped(entry.mark)}] " if entry.mark else ""
    says = f"  \n{escaped(entry.says)}" if entry.says else ""
    st.markdown(f"{mark}**{escaped(entry.text)}**{says}")


@lru_cache(maxsize=64)
def _slide(asked: Asked, place: int) -> Slide:
    """Return one slide, reckoned once for all readers of a record."""
    return slide(asked, steps(asked)[place])
