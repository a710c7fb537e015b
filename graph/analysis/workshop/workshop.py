"""A workshop: who says what there, as the author and the sources of the changes that are kept in the room."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph import dates
from graph.analysis.names.spelling import folded
from graph.errors import InputError
from graph.history import Batch, Heading
from graph.model import Event, Source
from graph.record import Record

LONGEST_WORDS = 24
BOTH = "both sides"
ROOM = "the room"
BEGINS = "Workshop "


@dataclass(frozen=True, slots=True)
class Workshop:
    """One workshop by its name and its day (YYYY-MM-DD); the two say whether a change belongs to it."""

    name: str
    date: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InputError("The workshop has no name.", "Give it one, such as its place.")
        if fault := dates.fault_of(self.date):
            raise InputError(f"The date “{self.date}” {fault}.")

    @property
    def author(self) -> str:
        """Who stands beside every change of the workshop."""
        return f"{BEGINS}{self.name.strip()}, {self.date}"

    @property
    def id(self) -> str:
        """What the ids of its sources begin with: the day, and the name in plain letters with a hash of it."""
        plain = unicodedata.normalize("NFKD", self.name).encode("ascii", "ignore").decode().casefold()
        words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_WORDS].strip("-")
        mark = hashlib.sha256(folded(self.name).encode()).hexdigest()[:6]
        return "-".join(part for part in ("workshop", self.date, words, mark) if part)

    def source(self, record: Record, said_by: str) -> Source:
        """Return the source of what a body, both sides of a pair, or the room said; one that is on record is that one.

        A claim rests on one source: two bodies that say the same are two claims, and the screen shows both.
        """
        if said_by in (BOTH, ROOM):
            name = self.id if said_by == BOTH else f"{self.id}-room"
            new = Source(id=name, title=f"Said by {said_by}, {self.author}", published=self.date, kind="workshop")
        else:
            if said_by not in record.organizations:
                raise InputError(f"There is no body {said_by} in the record.", "Add it first.")
            body = record.organizations[said_by].name
            new = Source(
                id=f"{self.id}-{said_by}",
                title=f"Said by {body}, {self.author}",
                publisher=body,
                published=self.date,
                kind="workshop",
            )
        return record.sources.get(new.id, new)

    def is_source(self, source: str) -> bool:
        """Return whether a source is this workshop, or a body that spoke in it."""
        return source == self.id or source.startswith(f"{self.id}-")

    def headings(self, history: Iterable[Heading]) -> list[Heading]:
        """Return the changes of the workshop that stand, oldest first: what undid one, and what was undone, is out."""
        known = list(history)
        undone: set[str] = set()
        for heading in reversed(known):  # what takes an undoing back comes later, and is seen first
            if heading.undoes and heading.id not in undone:
                undone.add(heading.undoes)
        mine = (heading for heading in known if heading.author == self.author and not heading.undoes)
        return [heading for heading in mine if heading.id not in undone]


def apart(batch: Batch) -> tuple[Batch, ...]:
    """Return a change as such that can each be taken back alone: sources and events, on which others rest, first."""
    shared = tuple(change for change in batch.changes if isinstance(change.after, Source | Event))
    rest = tuple(change for change in batch.changes if change not in shared)
    parts = (replace(batch, reason=f"{batch.author} is recorded", changes=shared), replace(batch, changes=rest))
    return tuple(part for part in parts if part.changes)


def in_turn(batches: Iterable[Batch]) -> list[Batch]:
    """Return changes made of one record such that each can follow the others: what several add is added once."""
    added: set[str] = set()
    parts: list[Batch] = []
    for part in (part for batch in batches for part in apart(batch)):
        changes = tuple(change for change in part.changes if change.before or change.address not in added)
        added.update(change.address for change in changes)
        if changes:
            parts.append(replace(part, changes=changes))
    return parts


def workshops(history: Iterable[Heading]) -> list[Workshop]:
    """Return the workshops that changed the record, the newest first."""
    found = {heading.author: None for heading in history if heading.author.startswith(BEGINS)}
    said = (author.removeprefix(BEGINS).rpartition(", ") for author in found)
    known = [Workshop(name, day) for name, _, day in said if name and not dates.fault_of(day)]
    return sorted(known, key=lambda workshop: (workshop.date, workshop.name), reverse=True)
