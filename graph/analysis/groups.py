"""Where a route begins or ends: one body, or the best of a group."""

from dataclasses import dataclass, replace

from graph import vocabulary
from graph.analysis.country_names import resolve_country
from graph.analysis.kind_words import heads_of_kind
from graph.errors import UnknownName
from graph.record import Record

LOOK_UP = "Look it up with `whoelse find`, or give a group such as customs@TH or kind:customs."


@dataclass(frozen=True, slots=True)
class Group:
    """An end of a route: its id as asked for, its name, and the living bodies that stand for it."""

    id: str
    name: str
    bodies: tuple[str, ...]

    def without(self, other: "Group") -> "Group":
        """Return a group of all countries less the bodies of the other end, any other end as it is."""
        rest = tuple(body for body in self.bodies if body not in other.bodies)
        return replace(self, bodies=rest) if rest and self.id.startswith("kind:") else self


def group_of(record: Record, asked: str) -> Group:
    """Return the bodies behind `organization:ID` (or a bare id), `KIND@COUNTRY` or `kind:KIND`.

    The country is given by code or name. For a body that has ended its successor stands. A group holds the heads of
    the national bodies of its kind, and all its bodies where none is national. Raises UnknownName where nothing of
    that name is recorded.
    """
    body = asked.removeprefix("organization:")
    if body in record.organizations:
        return _one(record, body)
    kind, at, place = asked.removeprefix("kind:").partition("@")
    if kind not in vocabulary.ORGANIZATION_KINDS or not (at or asked.startswith("kind:")):
        raise UnknownName(f"No body of the record is called “{asked}”.", LOOK_UP)
    country = place if place in record.bodies or not at else resolve_country(record, place)
    bodies = _of_kind(record, kind, country)
    if not bodies:
        raise UnknownName(f"No body in the record answers to “{asked}”.", LOOK_UP)
    words = vocabulary.ORGANIZATION_KINDS[kind]
    if country:
        return Group(f"{kind}@{country}", f"{words} of {record.country_name(country)}", bodies)
    return Group(f"kind:{kind}", f"{words} of all countries", bodies)


def _one(record: Record, body: str) -> Group:
    living = body if record.is_living(body) else record.successor(body)
    shown = record.organizations[living or body]
    return Group(shown.id, shown.name, (living,) if living else ())


def _of_kind(record: Record, kind: str, country: str) -> tuple[str, ...]:
    bodies = [body for body in record.organizations.values() if body.kind == kind and record.is_living(body.id)]
    here = [body for body in bodies if not country or body.country == country]
    return tuple(sorted(body.id for body in heads_of_kind(record, kind, country) or here))
