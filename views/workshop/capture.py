"""The two fields in which contacts are typed: letters and Enter find a body, and two of them make a contact."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from graph.record import Record

HTML = (Path(__file__).parent / "assets" / "capture.html").read_text(encoding="utf-8")

Side = Literal["both", "first", "second"]
SIDES: tuple[Side, ...] = ("both", "first", "second")


@dataclass(frozen=True, slots=True)
class Typed:
    """Two bodies, who says so, and whether they say that there is no contact."""

    a: str
    b: str
    by: Side
    denied: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was pressed for the last line: undo or hide."""

    name: Literal["undo", "hide"]


def draw(
    record: Record,
    bodies: Sequence[str],
    here: Container[str],
    kind: str,
    said: str,
    *,
    key: str,
    then: Callable[[Typed | Key], None],
) -> None:
    """Draw the fields; what is typed is told before the page is drawn again, so that its lists follow at once.

    Bodies that are `here`, in the room, are offered first. `kind` and `said` are words beside the fields: the kind of
    contact, and what became of the last line.
    """

    def told() -> None:
        state = st.session_state[key]
        what = typed(state.get("made"), set(bodies)) or _key(state.get("key"))
        if what is not None:
            then(what)

    st.components.v2.component("whoelse.capture", html=HTML, css="capture.css", js="capture.js")(
        key=key,
        data={"bodies": [_names(record, body, body in here) for body in bodies], "kind": kind, "said": said},
        on_made_change=told,
        on_key_change=told,
    )


def typed(value: object, bodies: set[str]) -> Typed | None:
    """Return what the browser sent as a contact of two of the bodies, or None."""
    if not isinstance(value, dict):
        return None
    a, b, by = (value.get(name) for name in ("a", "b", "by"))
    if not (isinstance(a, str) and isinstance(b, str)) or not {a, b} <= bodies or by not in SIDES:
        return None
    return Typed(a, b, by, value.get("denied") is True)


def _key(value: object) -> Key | None:
    name = value.get("name") if isinstance(value, dict) else None
    return Key(name) if name in ("undo", "hide") else None


def _names(record: Record, body: str, is_here: bool) -> dict[str, Any]:
    known = record.organizations[body]
    also = (known.acronym, known.short_name, *known.aliases)
    return {"id": body, "name": known.name, "also": [name for name in also if name], "here": is_here}
