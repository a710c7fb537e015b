"""What somebody else wrote down in the same workshop, from a file; nothing is written before it is looked at."""

import tempfile
from pathlib import Path

import streamlit as st

from graph.analysis.sentences import name_of, sentence
from graph.errors import WhoElseError
from graph.model import Claim, Thing
from graph.record import Record
from loaders import workshops
from loaders.workshops import Difference, Merge
from views.parts import changing, store
from views.parts.changing import Said
from views.parts.safe_text import shown
from views.workshop import lines, room

OURS, THEIRS = "ours", "theirs"
HOLDS = {"not settled": "not settled: both stand", OURS: "what is here", THEIRS: "what is in the file"}


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
        differ = len(merge.differences) + len(merge.opposite)
        st.text(f"{changes} new entries, {merge.already} that are here already, {differ} that differ.")
        record = room.record()
        theirs = [one.address for place, one in enumerate(merge.differences) if _differs(record, one, place) == THEIRS]
        pairs = [_cannot_both(record, pair, place) for place, pair in enumerate(merge.opposite)]
        withdrawn = list(dict.fromkeys(claim for claim in pairs if claim))
        if changes or theirs:
            st.button("Join", type="primary", key="join", on_click=_join, args=(merge, theirs, withdrawn))


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
    return str(st.radio("Which holds?", (OURS, THEIRS), key=f"holds-{place}", horizontal=True, format_func=HOLDS.get))


def _cannot_both(record: Record, pair: tuple[Claim, Claim], place: int) -> Claim | None:
    """Show two claims that cannot both hold side by side, and return the one that the facilitators let go, if any."""
    for column, side, claim in zip(st.columns(2), ("Here", "In the file"), pair, strict=True):
        with column, st.container(border=True):
            st.markdown(f"**{side}**")
            st.text(shown(sentence(record, claim)))
    chosen = st.radio(
        "Which holds?", ("not settled", OURS, THEIRS), key=f"opposite-{place}", horizontal=True, format_func=HOLDS.get
    )
    return {OURS: pair[1], THEIRS: pair[0]}.get(str(chosen))


def _words(record: Record, thing: Thing | None) -> list[str]:
    if thing is None:
        return ["not there"]
    says = {name: value if isinstance(value, str) else ", ".join(value) for name, value in thing.values().items()}
    for end in {"a", "b"} & says.keys():
        says[end] = name_of(record, says[end])
    return [shown(f"{name}: {value}") for name, value in says.items() if value]


def _join(merge: Merge, theirs: list[str], withdrawn: list[Claim]) -> None:
    def join() -> Said:
        workshops.join(store.opened(), merge, theirs=theirs, withdrawn=withdrawn, author=changing.author())
        return Said("Joined.")

    lines.done(join)
