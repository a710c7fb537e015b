"""The slides on the screen: a sentence, a map or a list in letters for the last row, and what the counts rest on."""

from functools import lru_cache
from pathlib import Path

import streamlit as st

from graph.record import Record
from handouts.story.file import story_file
from handouts.story.slide import Asked, Entry, Slide, asked_of
from handouts.story.telling import slide, steps
from views.map import component
from views.parts import address, map_file, store, words
from views.parts.safe_text import escaped
from views.present import turning

STYLE = Path(__file__).parent / "present.css"
AROUND_THE_MAP, USUAL = 84, 720  # pixels above and below a map: the sentence, and the foot
COLOURS = {
    "on record": "blue",
    "recorded": "blue",
    "presumed": "gray",
    "nobody recorded": "gray",
    "new contact": "blue",
    "confirmed": "blue",
}


def told(record: Record) -> Asked:
    """Return what the story is asked to tell."""
    state = st.session_state
    return asked_of(record, store.history(), state["country"], state["theme"], state["body"], state["to"] or "")


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
        if shown.entries:
            with st.container(key="slide-list"):
                for entry in shown.entries:
                    _line(entry)
                if shown.more:
                    st.markdown(escaped(shown.more))


def foot(asked: Asked, place: int) -> None:
    """Draw what the counts rest on, and the ways out of the story."""
    with st.container(key="slide-foot"):
        past = f"As known on {words.long_day(address.day())}. " if address.is_past() else ""
        st.text(f"{past}{_slide(asked, place).rests_on}")
    map_file.button(
        "-".join(part for part in ("story", asked.country, asked.theme) if part), lambda: story_file(asked), "File"
    )
    st.page_link("views/pages/country.py", label="End", query_params=address.link(asked.record, address.COUNTRY))


def make_ready(asked: Asked, place: int) -> None:
    """Reckon the next slide while the room looks at this one."""
    if place + 1 < count(asked):
        _slide(asked, place + 1)


def _height(shown: Slide) -> int | None:
    """Return the height for a map that would not fit into the window, else None: its own."""
    window = turning.room()
    room = window - round(AROUND_THE_MAP * max(1.0, window / USUAL))
    return room if shown.scene and 0 < room < shown.scene.height else None


def _line(entry: Entry) -> None:
    colour = COLOURS.get(entry.mark, "orange")
    mark = f":{colour}-badge[{escaped(entry.mark)}] " if entry.mark else ""
    says = f"  \n{escaped(entry.says)}" if entry.says else ""
    st.markdown(f"{mark}**{escaped(entry.text)}**{says}")


@lru_cache(maxsize=64)
def _slide(asked: Asked, place: int) -> Slide:
    """Return one slide, reckoned once for all readers of a record."""
    return slide(asked, steps(asked)[place])
