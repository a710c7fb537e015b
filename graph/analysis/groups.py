"""Where a route begins or ends: one body, or the best of a group."""

from dataclasses import dataclass

from graph import vocabulary
from graph.errors import UnknownName
from graph.record import Record

LOOK_UP = "Look it up with `whoelse find`, or give a group such as customs@TH or kind:customs."


@dataclass(frozen=True, slots=True)
class Group:
    """An end of a route: its id as asked for, its name, and the living bodies that stand for it."""

    id: str
    name: str
    bodies: tuple[str, ...]


def group_of(record: Record, asked: str) -> Group:
    """Return the bodies behind `organization:ID` (or a bare id), `KIND@COUNTRY` or `kind:KIND`.

    For a body that has ended its successor stands. A group holds the heads of the national bodies of its kind, and
    all its bodies where none is national. Raises UnknownName where nothing of that name is recorded.
    """
    body = asked.removeprefix("organization:")
    if body in record.organizations:
        return _one(record, body)
    kind, at, country = asked.removeprefix("kind:").partition("@")
    if kind not in vocabulary.ORGANIZATION_KINDS or not (at or asked.startswith("kind:")):
        raise UnknownName(f"No body of the record is called “{asked}”.", LOOK_UP)
    bodies = _of_kind(record, kind, country)
    if not bodies:
        raise UnknownName(f"No body in the record answers to “{asked}”.", LOOK_UP)
    words = vocabulary.ORGANIZATION_KINDS[kind]
    return Group(
        asked, f"{words} of {record.country_name(country)}" if country else f"{words} of all countries", bodies
    )


def _one(record: Record, body: str) -> Group:
    living = body if record.is_living(body) else record.successor(body)
    shown = record.organizations[living or body]
    return Group(shown.id, shown.name, (living,) if living else ())


def _of_kind(record: Record, kind: str, country: str) -> tuple[str, ...]:
    all_bodies = [body for body in record.organizations.values() if body.kind == kind and record.is_living(body.id)]
    here = [body for body in all_bodies if not country or body.country == country]
    ids = {body.id for body in here}
    heads = [body for body in here if body.level in ("", "national") and not body.area and body.parent not in ids]
    return tuple(sorted(body.id for body in heads or here))
