"""The fields in which what is said is typed: letters and Enter find a body, and two of them make a contact.

The browser tells all that was typed until it hears that it was taken over, and each line is taken over once: what is
typed faster than the page is drawn is neither lost nor doubled.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import streamlit as st

from graph.record import Record

HTML = (Path(__file__).parent / "assets" / "capture.html").read_text(encoding="utf-8")

Side = Literal["both", "first", "second"]
SIDES: tuple[Side, ...] = ("both", "first", "second")
MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """Two bodies, the kind of contact, who says so, and whether they say that there is none."""

    a: str
    b: str
    kind: str
    by: Side
    denied: bool


@dataclass(frozen=True, slots=True)
class One:
    """One body, of a place that asks for one alone."""

    body: str


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of contact that was chosen by its key."""

    kind: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key that was pressed for the last line: undo or hide."""

    name: Literal["undo", "hide"]


Told = Typed | One | Kind | Key


@dataclass(slots=True)
class TakenOver:
    """The turn of the last line that was taken over; a page that is loaded anew begins behind all that were told.

    A callback may be cut off by what is typed next wherever it asks for the state of the session. So this is set
    without asking: a line that was kept is taken over, and one that was cut off before is told again. And while one
    callback still keeps what it was told, the next can have begun in another thread: it waits.
    """

    turn: int = 0
    by_one: Lock = field(default_factory=Lock)


def draw(
    record: Record,
    bodies: Sequence[str],
    here: Container[str],
    kinds: Mapping[str, str],
    kind: str,
    said: str,
    *,
    key: str,
    then: Callable[[Sequence[Told]], None],
) -> None:
    """Draw the fields; what is typed is told before the page is drawn again, so that its lists follow at once.

    Bodies that are `here`, in the room, are offered first, then those of which most is recorded. `kinds` are the kinds
    of contact with their words, in the order of their keys; without any there is one field, for one body. `said` tells
    what became of the last line. What is told at once is one thing, or several contacts that were typed in a row.
    """
    taken_over: TakenOver = st.session_state.setdefault(f"{key} taken over", TakenOver())

    def told() -> None:
        given = st.session_state[key].get("told")
        with taken_over.by_one:
            lines = _in_turn(given, taken_over.turn)
            whats = [(turn, typed(line, set(bodies), kinds)) for turn, line in lines]
            for _, group in groupby(enumerate(whats), _is_with_others):
                together = [what for _, what in group]
                then([what for _, what in together if what is not None])
                taken_over.turn = together[-1][0]

    st.components.v2.component("whoelse.capture", html=HTML, css="capture.css", js="capture.js")(
        key=key,
        data={
            "bodies": [_offered(record, body, body in here) for body in bodies],
            "kinds": [[name, text] for name, text in kinds.items()],
            "kind": kind,
            "said": said,
            "done": taken_over.turn,
        },
        on_told_change=told,
    )


def _is_with_others(told: tuple[int, tuple[int, Told | None]]) -> int:
    """Return the same for all contacts, as they can be kept together, and for each other line something of its own."""
    place, (_, what) = told
    return -1 if isinstance(what, Typed) and not what.denied else place


def _in_turn(lines: object, done: int) -> list[tuple[int, object]]:
    """Return the lines that were not taken over yet, in the order in which they were typed."""
    given = lines[:MOST_AT_ONCE] if isinstance(lines, list) else []
    turns = [(line.get("turn"), line) for line in given if isinstance(line, dict)]
    return sorted(((turn, line) for turn, line in turns if type(turn) is int and turn > done), key=lambda told: told[0])


def typed(line: object, bodies: set[str], kinds: Mapping[str, str]) -> Told | None:
    """Return what the browser sent as a contact, a body, a kind or a key, or None where it is nothing of these."""
    if not isinstance(line, dict):
        return None
    a, b, kind, by = (line.get(name) for name in ("a", "b", "kind", "by"))
    if line.get("name") in ("undo", "hide"):
        return Key(line["name"])
    if line.get("name") == "kind":
        return Kind(kind) if isinstance(kind, str) and kind in kinds else None
    if not isinstance(a, str) or a not in bodies:
        return None
    if not kinds:
        return One(a)
    if not (isinstance(b, str) and b in bodies and isinstance(kind, str) and kind in kinds and by in SIDES):
        return None
    return Typed(a, b, kind, by, line.get("denied") is True)


def _offered(record: Record, body: str, is_here: bool) -> dict[str, Any]:
    known = record.organizations[body]
    # In the room of a country nobody says its name: "Customs", not "Pakistan Customs".
    plain = known.name.removeprefix(f"{record.country_name(known.country)} ")
    also = dict.fromkeys((known.acronym, known.short_name, *known.aliases, plain))
    return {
        "id": body,
        "name": known.name,
        "also": [name for name in also if name and name != known.name],
        "here": is_here,
        "claims": len(record.rows_of(known.address)),
    }
