"""What somebody else wrote down in the same workshop, from a file; nothing is written before it is looked at."""

import tempfile
from pathlib import Path

import streamlit as st

from graph.analysis.sentences import name_of
from graph.errors import WhoElseError
from graph.model import Thing
from graph.record import Record
from loaders import workshops
from loaders.workshops import Difference, Merge
from views.parts import changing, store
from views.parts.safe_text import escaped, shown
from views.workshop import lines, room

OURS, THEIRS = "ours", "theirs"


def draw() -> None:
    """Ask for a file, and show what joining it means."""
    with st.expander("Join the file of another laptop"):
        given = st.file_uploader("File of a workshop", type=["whoelse"], key="workshop-file")
        if given is None:
            return
        try:
            merge = _planned(given.getvalue())
        except WhoElseError as error:
            st.text(str(error))
            return
        changes = sum(len(batch.changes) for batch in merge.batches)
        st.text(f"{changes} new entries, {merge.already} that are here already, {len(merge.differences)} that differ.")
        record = room.record()
        theirs = [one.address for place, one in enumerate(merge.differences) if _differs(record, one, place) == THEIRS]
        if changes or theirs:
            st.button("Join", type="primary", key="join", on_click=_join, args=(merge, theirs))


def _planned(content: bytes) -> Merge:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "workshop"
        file.write_bytes(content)
        return workshops.planned(store.opened(), file)


def _differs(record: Record, one: Difference, place: int) -> str:
    """Show one thing of which both say something else, side by side, and ask which holds."""
    left, right = st.columns(2)
    for column, side, thing in ((left, "Here", one.here), (right, "In the file", one.there)):
        with column, st.container(border=True):
            st.markdown(f"**{side}**")
            for text in _words(record, thing):
                st.text(text)
    return str(st.radio("Which holds?", (OURS, THEIRS), key=f"holds-{place}", horizontal=True))


def _words(record: Record, thing: Thing | None) -> list[str]:
    if thing is None:
        return ["not there"]
    says = {name: value if isinstance(value, str) else ", ".join(value) for name, value in thing.values().items()}
    for end in {"a", "b"} & says.keys():
        says[end] = name_of(record, says[end])
    return [shown(f"{name}: {value}") for name, value in says.items() if value]


def _join(merge: Merge, theirs: list[str]) -> None:
    def join() -> None:
        workshops.join(store.opened(), merge, theirs=theirs, author=changing.author())

    lines.done(join, escaped("Joined."))
