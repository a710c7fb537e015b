"""One line of an answer: what it says, where that was read, and the evidence in full on a click."""

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from graph.record import Record
from views.parts import evidence, words
from views.parts.safe_text import escaped, linked

TEXT, BUTTON = 6, 1
MOST_SOURCES = 3


def draw(record: Record, key: str, says: str, claims: Sequence[str], more: Callable[[], None] | None = None) -> None:
    """Draw a line of Markdown (record text in it escaped) with a button that opens its claims below it.

    `claims` are ids of claims or addresses of what they are about; `more` draws a further button beside.
    """
    is_open = key in _opened()
    with st.container(gap="xxsmall", key=f"else-line-{key}"):
        left, right = st.columns([TEXT, BUTTON], gap="small", vertical_alignment="top")
        left.markdown(says)
        with right:
            if more is not None:
                more()
            if claims:
                label = "Close" if is_open else "Evidence"
                st.button(label, key=f"evidence-of-{key}", type="tertiary", on_click=_turn, args=(key,))
        if is_open and claims:
            evidence.table(record, claims, f"who-else-{key}")


def sources(record: Record, ids: Iterable[str]) -> str:
    """Return sources in small letters as Markdown: publisher, day, and a link to where each can be read."""
    found = [record.sources[one] for one in ids if one in record.sources]
    said = []
    for source in found[:MOST_SOURCES]:
        day = words.day(source.published) if source.published else ""
        said.append(", ".join(part for part in (escaped(source.publisher or source.title), day) if part))
        said[-1] += f" {linked(source.url)}".rstrip()
    more = f" · and {len(found) - MOST_SOURCES} more" if len(found) > MOST_SOURCES else ""
    return f":small[Read in: {' · '.join(said)}{more}]" if said else ":small[No source of its own.]"


def _opened() -> set[str]:
    kept: set[str] = st.session_state.setdefault("who-else-opened", set())
    return kept


def _turn(key: str) -> None:
    _opened().symmetric_difference_update({key})
