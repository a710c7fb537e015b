"""The nodes of the record and its claims: frozen, validated when made."""

import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self

from graph import fields as field
from graph import vocabulary
from graph.errors import Fault, InvalidThing
from graph.fields import of, one_of, several

Value = str | tuple[str, ...]


_CHECKS: dict[str, tuple[tuple[str, field.Check, bool], ...]] = {}


def _checks(kind: type["Thing"]) -> tuple[tuple[str, field.Check, bool], ...]:
    """The fields of a kind with their checks, looked up once: a load makes a million things."""
    if kind.node not in _CHECKS:
        _CHECKS[kind.node] = tuple((f.name, f.metadata["check"], f.metadata["required"]) for f in fields(kind))
    return _CHECKS[kind.node]


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything that stands in the record under an address of its own."""

    node: ClassVar[str] = ""

    def __post_init__(self) -> None:
        faults = self.faults()
        if faults:
            raise InvalidThing(self.address, faults)

    def faults(self) -> list[Fault]:
        """Return everything that is wrong with the values, one fault a field."""
        found = []
        for name, check, required in _checks(type(self)):
            value = getattr(self, name)
            if not value and not required:
                continue
            reason = "is empty" if not value else check(value)
            if reason is not None:
                found.append(Fault(name, value if isinstance(value, str) else "|".join(value), reason))
        return found

    @property
    def address(self) -> str:
        """The kind of node and the id: unique in the whole record."""
        return f"{self.node}:{getattr(self, 'id')}"  # noqa: B009 (every node declares an id of its own)

    def values(self) -> dict[str, Value]:
        """Return the fields by name, in the order they are declared."""
        return {name: getattr(self, name) for name, _, _ in _checks(type(self))}

    @classmethod
    def of_values(cls, values: dict[str, Any]) -> Self:
        """Make the thing that `values()` came from, lists standing for tuples."""
        return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Country(Thing):
    """A country of the focus, by ISO 3166-1; coast and neighbours are the editors' coding."""

    node: ClassVar[str] = "country"
    id: str = of(field.iso2, required=True)
    iso3: str = of(field.iso3)
    name: str = of(field.text, required=True)
    subregion: str = of(field.text)
    coast: str = of(one_of(("yes", "no")))
    neighbours: tuple[str, ...] = several(field.iso2)
    sources: tuple[str, ...] = several(field.slug)


@dataclass(frozen=True, slots=True)
class Organization(Thing):
    """A public or private body; kind, level, area, parent, functions and aliases are the editors' coding."""

    node: ClassVar[str] = "organization"
    id: str = of(field.slug, required=True)
    name: str = of(field.text, required=True)
    short_name: str = of(field.text)
    aliases: tuple[str, ...] = several(field.text)
    acronym: str = of(field.text)
    country: str = of(field.country, required=True)
    level: str = of(one_of(vocabulary.LEVELS))
    area: str = of(field.area)
    kind: str = of(one_of(vocabulary.ORGANIZATION_KINDS), required=True)
    parent: str = of(field.slug)
    functions: tuple[str, ...] = several(one_of(vocabulary.FUNCTIONS))
    since: str = of(field.date)
    until: str = of(field.date)
    succeeded_by: str = of(field.slug)
    note: str = of(field.text)
    sources: tuple[str, ...] = several(field.slug)

    @property
    def shown(self) -> str:
        """The name that a map has room for."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Network(Thing):
    """A forum, project, programme, operation, convention or mechanism that has members; seat and pillars are coded."""

    node: ClassVar[str] = "network"
    id: str = of(field.slug, required=True)
    name: str = of(field.text, required=True)
    short_name: str = of(field.text)
    acronym: str = of(field.text)
    kind: str = of(one_of(vocabulary.NETWORK_KINDS), required=True)
    scope: str = of(one_of(vocabulary.SCOPES), required=True)
    country: str = of(field.iso2)
    start_year: str = of(field.year)
    end_year: str = of(field.year)
    meets: str = of(field.text)
    seat: tuple[str, ...] = several(field.text)
    themes: tuple[str, ...] = several(one_of(vocabulary.THEMES))
    secretariat: str = of(field.slug)
    pillars: tuple[str, ...] = several(one_of(vocabulary.PILLARS))
    note: str = of(field.text)
    sources: tuple[str, ...] = several(field.slug)

    @property
    def shown(self) -> str:
        """The name that a map has room for."""
        return self.short_name or self.name


@dataclass(frozen=True, slots=True)
class Site(Thing):
    """A crossing, port, airport, border area or hotspot; same_as is the other side's row for one crossing."""

    node: ClassVar[str] = "site"
    id: str = of(field.slug, required=True)
    name: str = of(field.text, required=True)
    kind: str = of(one_of(vocabulary.SITE_KINDS), required=True)
    country: str = of(field.iso2, required=True)
    neighbour: str = of(field.iso2)
    same_as: str = of(field.slug)
    sources: tuple[str, ...] = several(field.slug)


@dataclass(frozen=True, slots=True)
class Event(Thing):
    """A meeting, workshop, training or operation."""

    node: ClassVar[str] = "event"
    id: str = of(field.slug, required=True)
    name: str = of(field.text, required=True)
    kind: str = of(one_of(vocabulary.EVENT_KINDS), required=True)
    network: str = of(field.slug)
    host: str = of(field.slug)
    place: str = of(field.text)
    country: str = of(field.iso2)
    start: str = of(field.date)
    end: str = of(field.date)
    topic: str = of(field.text)
    sources: tuple[str, ...] = several(field.slug)


@dataclass(frozen=True, slots=True)
class Activity(Thing):
    """An activity of a network under one pillar of the enforcement strategy."""

    node: ClassVar[str] = "activity"
    id: str = of(field.slug, required=True)
    name: str = of(field.text, required=True)
    network: str = of(field.slug)
    code: str = of(field.text)
    pillar: str = of(one_of(vocabulary.PILLARS), required=True)
    status: str = of(one_of(vocabulary.ACTIVITY_STATES))
    sources: tuple[str, ...] = several(field.slug)


@dataclass(frozen=True, slots=True)
class Source(Thing):
    """Where claims were read."""

    node: ClassVar[str] = "source"
    id: str = of(field.slug, required=True)
    title: str = of(field.text, required=True)
    publisher: str = of(field.text)
    url: str = of(field.url)
    published: str = of(field.date)
    kind: str = of(one_of(vocabulary.SOURCE_KINDS), required=True)


# Dates and notes may stand in every claim: even what has no column for its end can be closed.
_ONLY_SOME_SAY = ("name", "directed", "standing", "status", "theme", "through", "holder_kind")
_NOT_SAID = {
    kind: tuple(name for name in _ONLY_SOME_SAY if name not in says.fields)
    for kind, says in vocabulary.CLAIM_KINDS.items()
}


@dataclass(frozen=True, slots=True)
class Claim(Thing):
    """One statement of one source about two things; `a` and `b` are addresses.

    `role` is the kind of a tie, the role of a membership, responsibility, participation or seat; `name` is the
    name of a tie or seat; `through` the network whose joint team is at a site; `read_on` the day an editor last
    held the claim against its source.
    """

    node: ClassVar[str] = "claim"
    kind: str = of(one_of(vocabulary.CLAIM_KINDS), required=True)
    a: str = of(field.address, required=True)
    b: str = of(field.address)
    role: str = of(field.text)
    name: str = of(field.text)
    directed: str = of(one_of(("yes", "no")))
    standing: str = of(one_of(vocabulary.STANDINGS))
    status: str = of(one_of(vocabulary.STATUSES), required=True, default="confirmed")
    since: str = of(field.date)
    until: str = of(field.date)
    theme: str = of(one_of(vocabulary.THEMES))
    through: str = of(field.slug)
    holder_kind: str = of(one_of(vocabulary.ORGANIZATION_KINDS))
    note: str = of(field.text)
    read_on: str = of(field.date)
    source: str = of(field.slug, required=True)

    def faults(self) -> list[Fault]:
        """Return the faults of the values and of what this kind of claim may join and say."""
        found = Thing.faults(self)
        if self.kind not in vocabulary.CLAIM_KINDS:
            return found
        wrong = {fault.column for fault in found}
        if not wrong & {"since", "until"} and self._ends_too_early():
            found.append(Fault("until", self.until, "lies before the beginning"))
        return found + [fault for fault in self._faults_of_kind() if fault.column not in wrong]

    def _ends_too_early(self) -> bool:
        return bool(self.since and self.until) and self.until[: len(self.since)] < self.since[: len(self.until)]

    def _faults_of_kind(self) -> list[Fault]:
        says = vocabulary.CLAIM_KINDS[self.kind]
        found = []
        for name, end, allowed in (("a", self.a, says.a), ("b", self.b, says.b)):
            empty = not end and name == "b" and says.b_may_be_empty
            if not empty and end.partition(":")[0] not in allowed:
                found.append(Fault(name, end, f"a {self.kind} joins {' or '.join(allowed)} here"))
        if self.role not in says.sentences:
            found.append(Fault("role", self.role, f"is none of: {', '.join(says.sentences)}"))
        found += [
            Fault(name, value, f"is not said by a {self.kind}")
            for name in _NOT_SAID[self.kind]
            if (value := getattr(self, name)) and value != "confirmed"
        ]
        if self.a and self.a == self.b:
            found.append(Fault("b", self.b, "joins a thing to itself"))
        if self.kind == "tie" and not (self.standing and self.directed):
            column = "directed" if self.standing else "standing"
            found.append(Fault(column, "", "is empty"))
        return found

    @property
    def id(self) -> str:
        """A hash of what the claim says and of its source; what may change later (until, note, read_on) is out."""
        ends = (self.a, self.b)
        if self.directed == "no" or self.kind == "decision":
            ends = (min(ends), max(ends))
        says = (self.kind, *ends, self.role, self.name, self.directed, self.standing, self.status, self.since)
        rest = (self.theme, self.through, self.holder_kind, self.source)
        return hashlib.sha256(json.dumps([*says, *rest]).encode()).hexdigest()[:16]

    @property
    def address(self) -> str:
        """The word claim and the hash of what it says."""
        return f"claim:{self.id}"


THINGS: dict[str, type[Thing]] = {
    kind.node: kind for kind in (Source, Country, Organization, Network, Site, Event, Activity, Claim)
}
