"""What was kept last, and lines with a way to take them back or off the wall."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import streamlit as st

from graph.analysis.workshop.workshop import apart
from graph.history import Batch
from graph.record import Record
from views.parts import changing
from views.parts.changing import Said
from views.parts.safe_text import escaped
from views.workshop import room

LAST = "workshop said"
PLACE = 42


@dataclass(slots=True)
class Last:
    """What became of the last thing that was said.

    It is asked for before anything is kept, and set without asking for the state of the session again, which is where
    what is typed next may cut a callback off.
    """

    said: Said = field(default_factory=lambda: Said(""))


def held_last() -> Last:
    """Return where it is remembered; who keeps many lines in a row asks once, so that nothing cuts them off."""
    held: Last = st.session_state.setdefault(LAST, Last())
    return held


def keep(make: Callable[[Record], Batch], what: str, held: Last | None = None) -> Said:
    """Keep what was said, and remember what became of it."""
    return keep_all(lambda record: apart(make(record)), what, held or held_last())


def keep_all(make: Callable[[Record], Sequence[Batch]], what: str, held: Last) -> Said:
    """Keep several things that were said, each such that it can be taken back alone."""
    held.said = changing.quietly(make, what)
    return held.said


def undo(batch: str, what: str = "") -> None:
    """Take one thing that was said back, and say which."""
    held = held_last()
    said = changing.take_back(batch)
    is_back = said == changing.TAKEN_BACK
    held.said = Said(f"Taken back: {what}") if is_back and what else said


def done(act: Callable[[], Said]) -> None:
    """Do something to the record as a whole, and remember what became of it."""
    held = held_last()
    held.said = changing.tried(act)


def last() -> Said:
    """Return what became of the last thing that was said."""
    return held_last().said


def forget() -> None:
    """Say nothing of the last thing any more: another step begins."""
    held_last().said = Said("")


def words() -> str:
    """Return what became of it as one line."""
    return f"{last().what} {last().do}".strip()


def said() -> None:
    """Draw what became of the last thing that was said, with the way back; its place is kept, so that no list jumps."""
    with st.container(horizontal=True, vertical_alignment="center", height=PLACE, border=False, key="workshop-said"):
        if last().what:
            st.markdown(f"{escaped(words())}", width="content")
            if last().batch:
                st.button("Take back", key="undo-last", type="tertiary", on_click=undo, args=(last().batch,))


def hide(line: str, is_hidden: bool) -> None:
    """Have a line not stand on the wall, or stand there again."""
    forget()  # what was said of the last line may be this one
    room.waiting().hide(line, is_hidden)


def draw(text: str, batches: list[str], line: str, *, number: int, hidden: set[str]) -> None:
    """Draw one line with its ways back; of a hidden one only that it is there."""
    is_hidden = line in hidden
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"said-{number}"):
        st.text("One line is not shown." if is_hidden else text, width="stretch")
        label = "Show" if is_hidden else "Hide"
        st.button(label, key=f"hide-{number}", type="tertiary", on_click=hide, args=(line, not is_hidden))
        if not is_hidden:
            st.button("Take back", key=f"undo-{number}", type="tertiary", on_click=_undo_all, args=(batches,))


def _undo_all(batches: list[str]) -> None:
    for batch in batches:
        undo(batch)
