"""A slide, before anybody draws it: plain words and a scene."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from graph.analysis.workshop.heard import heard
from graph.analysis.workshop.workshop import Workshop, workshops
from graph.history import Heading
from graph.record import Record
from layout.drawn.scene import Scene

THERE_MAY_BE = "No recorded contact: no source read so far speaks of one. There may well be one."


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: what it is about, the word before it ("GAP?", "recorded"), and one sentence below it."""

    text: str
    mark: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A list of a slide under its head, and what it leaves out; two stand side by side."""

    head: str
    entries: tuple[Entry, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One step of the story: a sentence, a picture or one or two lists, and what its counts rest on.

    `bar` draws counts beside each other: (number, "found" | "problem" | "unknown").
    """

    title: str
    rests_on: str
    scene: Scene | None = None
    columns: tuple[Column, ...] = ()
    bar: tuple[tuple[int, str], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All lines, column after column."""
        return tuple(entry for column in self.columns for entry in column.entries)


@dataclass(frozen=True)
class Asked:
    """Of which country and theme the story tells, around which body, and whom it wants to reach; "" lets it choose.

    `workshop` is the last one that was held, `history` the changes of the record, oldest first.
    """

    record: Record
    country: str
    theme: str = ""
    body: str = ""
    target: str = ""
    workshop: Workshop | None = None
    history: tuple[Heading, ...] = ()


def asked_of(
    record: Record, history: Iterable[Heading], country: str, theme: str = "", body: str = "", target: str = ""
) -> Asked:
    """Return what a story is asked to tell, with the last workshop that said something of a body of the country."""
    known = tuple(history)
    return Asked(record, country, theme, body, target, _last_workshop(record, known, country), known)


@lru_cache(maxsize=16)
def _last_workshop(record: Record, history: tuple[Heading, ...], country: str) -> Workshop | None:
    return next((one for one in workshops(history) if _speaks_of(record, one, history, country)), None)


def _speaks_of(record: Record, workshop: Workshop, history: tuple[Heading, ...], country: str) -> bool:
    answer = heard(record, workshop, history)
    pairs = (*answer["contacts"], *answer["denied"])
    named = [*answer["present"], *(pair[side] for pair in pairs for side in ("a", "b"))]
    bodies = (record.organizations.get(body["id"].removeprefix("organization:")) for body in named)
    return any(body is not None and body.country == country for body in bodies)
