"""Where a route begins or ends, and whom networks shall reach: one body, or all that a group stands for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph import vocabulary
from graph.analysis.bodies.kinds import NO_DOORS
from graph.analysis.names.country_names import resolve_country
from graph.analysis.names.kind_words import heads_of_kind
from graph.errors import UnknownName
from graph.record import Record
from graph.words import joined

LOOK_UP = (
    "Look it up with `whoelse find`, or give a group such as customs@TH, customs@TH,VN, kind:customs or country:TH."
)
KIND, COUNTRY = "kind:", "country:"
INTERNATIONAL = "INT"


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its id as asked for, its name, and the living bodies that stand for it."""

    id: str
    name: str
    bodies: tuple[str, ...]

    def without(self, other: "Group") -> "Group":
        """Return a group of all countries less the bodies of the other end, any other end as it is."""
        rest = tuple(body for body in self.bodies if body not in other.bodies)
        return replace(self, bodies=rest) if rest and self.id.startswith("kind:") else self


def is_group(asked: str) -> bool:
    """Return whether a text is written as a group, not as a body."""
    return "@" in asked or asked.startswith((KIND, COUNTRY))


def group_of(record: Record, asked: str) -> Group:
    """Return the bodies behind `organization:ID` (or a bare id), `KIND@COUNTRY,...`, `kind:KIND` or `country:CODE,...`.

    Countries are given by code or name. For a body that has ended its successor stands. Of each country a group of a
    kind holds the heads of the national bodies of that kind, and all of it where none is national; a country all its
    national bodies but those that speak for nobody (associations, firms, donors). Raises UnknownName where nothing of
    that name is recorded.
    """
    body = asked.removeprefix("organization:")
    if body in record.organizations:
        return _one(record, body)
    if asked.startswith(COUNTRY):
        codes = _codes(record, asked.removeprefix(COUNTRY))
        return _checked(Group(f"{COUNTRY}{','.join(codes)}", _names(record, codes), _everybody(record, codes)))
    kind, at, countries = asked.removeprefix(KIND).partition("@")
    if kind not in vocabulary.ORGANIZATION_KINDS or not is_group(asked):
        raise UnknownName(f"No body of the record is called “{asked}”.", LOOK_UP)
    codes = _codes(record, countries) if at else []
    if at and not codes:
        raise UnknownName(f"No body in the record answers to “{asked}”.", LOOK_UP)
    of = _names(record, codes) if codes else "all countries"
    group_id = f"{kind}@{','.join(codes)}" if codes else f"{KIND}{kind}"
    return _checked(Group(group_id, f"{vocabulary.ORGANIZATION_KINDS[kind]} of {of}", _bodies(record, kind, codes)))


def _codes(record: Record, text: str) -> list[str]:
    """Countries by code or name; a name with a comma in it stands alone."""
    asked = [text] if text in record.bodies else [part.strip() for part in text.split(",") if part.strip()]
    found = [place if place in record.bodies else _code(record, place) for place in asked]
    return list(dict.fromkeys(found))


def _code(record: Record, place: str) -> str:
    return place.upper() if place.upper() in record.bodies else resolve_country(record, place)


def _names(record: Record, codes: Sequence[str]) -> str:
    return joined([record.country_name(code) for code in codes])


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
    everywhere = {body.country for body in living}
    everywhere = everywhere - {INTERNATIONAL} or everywhere  # A secretariat of customs is no customs of a country.
    found: list[str] = []
    for code in codes or sorted(everywhere):
        here = [body for body in living if body.country == code]
        found += [body.id for body in heads_of_kind(record, kind, code) or here]
    return tuple(sorted(found))
