"""Where a route begins or ends, and whom networks shall reach: one body, or all that a group stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph import vocabulary
from graph.analysis.home_ties import NO_DOORS
from graph.errors import UnknownName
from graph.record import Record

LOOK_UP = (
    "Look it up with `whoelse find`, or give a group such as customs@TH, customs@TH,VN, kind:customs or country:TH."
)
KIND, COUNTRY = "kind:", "country:"


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its id as asked for, its name, and the living bodies that stand for it."""

    id: str
    name: str
    bodies: tuple[str, ...]


def is_group(asked: str) -> bool:
    """Return whether a text is written as a group, not as a body."""
    return "@" in asked or asked.startswith((KIND, COUNTRY))


def group_of(record: Record, asked: str) -> Group:
    """Return the bodies behind `organization:ID` (or a bare id), `KIND@COUNTRY,...`, `kind:KIND` or `country:CODE,...`.

    For a body that has ended its successor stands. Of each country a group of a kind holds the heads of the national
    bodies of that kind, and all of it where none is national; a country all its national bodies but those that speak
    for nobody (associations, firms, donors). Raises UnknownName where nothing of that name is recorded.
    """
    body = asked.removeprefix("organization:")
    if body in record.organizations:
        return _one(record, body)
    if asked.startswith(COUNTRY):
        codes = _codes(asked.removeprefix(COUNTRY))
        return _checked(Group(asked, _names(record, codes), _everybody(record, codes)))
    kind, _, countries = asked.removeprefix(KIND).partition("@")
    if kind not in vocabulary.ORGANIZATION_KINDS or not is_group(asked):
        raise UnknownName(f"No body of the record is called “{asked}”.", LOOK_UP)
    codes = _codes(countries)
    of = _names(record, codes) if codes else "all countries"
    return _checked(Group(asked, f"{vocabulary.ORGANIZATION_KINDS[kind]} of {of}", _bodies(record, kind, codes)))


def _codes(text: str) -> list[str]:
    return list(dict.fromkeys(code.strip().upper() for code in text.split(",") if code.strip()))


def _names(record: Record, codes: Sequence[str]) -> str:
    names = [record.country_name(code) for code in codes]
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def _checked(group: Group) -> Group:
    if not group.bodies:
        raise UnknownName(f"No body in the record answers to “{group.id}”.", LOOK_UP)
    return group


def _one(record: Record, body: str) -> Group:
    living = body if record.is_living(body) else record.successor(body)
    shown = record.organizations[living or body]
    return Group(shown.id, shown.name, (living,) if living else ())


def _everybody(record: Record, codes: Sequence[str]) -> tuple[str, ...]:
    """The national bodies of countries that speak for more than themselves."""
    found = [record.organizations[body] for code in codes for body in record.bodies.get(code, ())]
    living = [body for body in found if body.kind not in NO_DOORS and record.is_living(body.id)]
    return tuple(sorted(body.id for body in living if body.level in ("", "national") and not body.area))


def _bodies(record: Record, kind: str, codes: Sequence[str]) -> tuple[str, ...]:
    """The heads of each country, of all where none is given."""
    living = [body for body in record.organizations.values() if body.kind == kind and record.is_living(body.id)]
    heads: list[str] = []
    for code in codes or sorted({body.country for body in living}):
        here = [body for body in living if body.country == code]
        ids = {body.id for body in here}
        tops = [body for body in here if body.level in ("", "national") and not body.area and body.parent not in ids]
        heads += [body.id for body in tops or here]
    return tuple(sorted(heads))
