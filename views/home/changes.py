"""What changed in the record, newest first."""

from collections.abc import Sequence
from itertools import islice

import streamlit as st

from graph.history import Heading
from views.parts import words
from views.parts.safe_text import escaped

NEWEST = 5


def lately(history: Sequence[Heading]) -> None:
    """Draw the newest changes, each with its day, author and reason, and what it did."""
    for heading in islice(reversed(history), NEWEST):
        with st.container(border=True, gap="xxsmall"):
            st.markdown(f"**{escaped(heading.reason)}**")
            st.caption(escaped(f"{words.day(heading.at[:10])}, {heading.author}: {effects(heading)}"))


def effects(heading: Heading) -> str:
    """Return what a change did: "1,036 entries added, 3 closed"."""
    counts = (
        (heading.added, "entries added" if heading.added != 1 else "entry added"),
        (heading.changed, "changed"),
        (heading.closed, "closed"),
        (heading.withdrawn, "withdrawn"),
    )
    said = ", ".join(f"{number:,} {effect}" for number, effect in counts if number)
    return (said or "nothing") + (f"; undoes {heading.undoes}" if heading.undoes else "")
