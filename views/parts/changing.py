"""Changes made from a page: kept at once, said in one line, and taken back with one click.

    st.button("There is a contact", on_click=changing.keep, args=(batch_of_that, "A contact is recorded."))

What keeps is called before the page is drawn again, so that every list on it follows at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from graph.errors import Conflict, WhoElseError
from graph.history import Batch
from graph.record import Record
from loaders import place
from views.parts import address, store
from views.parts.safe_text import escaped

SAID, AUTHOR = "change said", "author"
NOT_NAMED = "not named"
TRIES = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What became of the last change: a sentence, what to do next, and the batch that can be taken back."""

    what: str
    do: str = ""
    batch: str = ""


TAKEN_BACK = Said("Taken back.")


def why_not() -> str:
    """Return why nothing can be changed here and now, or nothing."""
    if place.is_read_only():
        return "This program only shows the record; it was set up so that nobody changes it from a page."
    if address.is_past():
        return "The record is shown as of a day in the past. Go back to today to change it."
    return ""


def author() -> str:
    """Return for whom changes are made: a body or a workshop."""
    return str(st.session_state.get(AUTHOR) or "").strip() or NOT_NAMED


def author_field() -> None:
    """Ask for whom changes are made; a body or a workshop, as the record holds no natural persons."""
    st.text_input(
        "On behalf of",
        key=AUTHOR,
        max_chars=120,
        placeholder="a body or a workshop",
        persist_state="session",
        help="Stands beside every change that you make. A body or a workshop, never a person.",
    )


def keep(make: Callable[[Record], Batch], what: str) -> None:
    """Keep the change that is made of the newest record, and say so."""
    _say(tried(lambda: kept(store.apply(make(store.record())), what)))


def quietly(make: Callable[[Record], Sequence[Batch]], what: str) -> Said:
    """Keep changes, the last of which can be taken back, and return what became of it for a place of its own.

    The place has asked `why_not` when it was drawn. Where somebody else changes the same at the same moment, the
    changes are made again of what the record is then.
    """

    def act() -> Said:
        for _ in range(TRIES - 1):
            try:
                return kept([store.apply(batch) for batch in make(store.record())][-1], what)
            except Conflict:
                continue
        return kept([store.apply(batch) for batch in make(store.record())][-1], what)

    return attempted(act)


def undo(batch: str) -> None:
    """Take a change back, by a change of its own, and say so."""
    _say(take_back(batch))


def take_back(batch: str) -> Said:
    """Take a change back, and return what became of it for a place of its own on the page."""

    def back() -> Said:
        store.undo(batch, author=author(), reason="Taken back on the page")
        return TAKEN_BACK

    return tried(back)


def notice() -> None:
    """Draw what became of the last change, with the way back; it goes with the next page."""
    said: tuple[str, Said] | None = st.session_state.get(SAID)
    if said is None:
        return
    page, last = said
    if page != st.session_state.get(address.PAGE):
        del st.session_state[SAID]
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="change-said"):
        st.markdown(f"**{escaped(last.what)}** {escaped(last.do)}".strip(), width="stretch")
        if last.batch:
            st.button("Undo", key="undo-change", on_click=undo, args=(last.batch,))
        st.button("Close", key="close-change", on_click=_forget, type="tertiary")


def kept(batch: Batch, what: str) -> Said:
    """Return what is said of a change that was kept, with the way to take it back."""
    return Said(what, batch=batch.id)


def tried(act: Callable[[], Said]) -> Said:
    """Do it, and return what became of it: a callback has no page yet on which an error could be drawn."""
    refused = why_not()
    return Said(refused) if refused else attempted(act)


def attempted(act: Callable[[], Said]) -> Said:
    """Do it without asking for the state of the session, which is where the reader's next act may cut it off."""
    try:
        return act()
    except WhoElseError as error:
        return Said(error.what, error.do)


def _say(said: Said) -> None:
    st.session_state[SAID] = (st.session_state.get(address.PAGE), said)


def _forget() -> None:
    st.session_state.pop(SAID, None)
