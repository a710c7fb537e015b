"""One line of "who else?": a service, or a unit that is a treaty desk of its own, with why it belongs at the table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph import vocabulary
from graph.analysis.bodies.mandates import Mandates
from graph.analysis.bodies.recorded_roles import RecordedRole, recorded_roles
from graph.analysis.who_else.coverage import Cells, brings, cells_of, weights
from graph.analysis.who_else.kind_phrases import PHRASES
from graph.analysis.who_else.sits_with import sits_with
from graph.answers import Evidenced, Recorded
from graph.record import Record

MOST_REASONS = 3
MOST_CLAIMS = 5


@dataclass(frozen=True, eq=False)
class Table:
    """Whom the lines are read against: the bodies on the list, the country's mandates, the theme looked at."""

    record: Record
    held: Mandates
    listed: frozenset[str]
    theme: str

    @cached_property
    def base(self) -> Cells:
        """What the list covers already."""
        return cells_of(self.record, self.held, self.listed)

    @cached_property
    def weight(self) -> Cells:
        """How much each cell counts."""
        return weights(self.theme)

    @cached_property
    def nearness(self) -> dict[str, float]:
        """How near each body of the country is to the list."""
        return sits_with(self.record, self.held, self.listed)


@dataclass(frozen=True, slots=True)
class Place:
    """What one line stands for: a body, the units of its service, its provincial sisters, and its opening words."""

    body: str
    units: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    sisters: tuple[str, ...] = ()


def line_of(table: Table, place: Place) -> Recorded:
    """Return one line: what the body and its units bring, why they are asked, and the claims that say so.

    A reason is a recorded role, or the one fixed phrase of the kind of body, marked presumed. The opening goes first.
    """
    record, bodies = table.record, (place.body, *place.units)
    roles = list(_roles(table, place.body, place.units))[:MOST_REASONS]
    reasons = [_capital(words) for _, words in roles] or [_presumed(record, place.body)]
    rows = [row for role, _ in roles for row in role.rows] or _newest(record, bodies)
    cells = cells_of(record, table.held, (*bodies, *place.sisters))
    return {
        "id": place.body,
        "name": record.organizations[place.body].name,
        "adds": [vocabulary.FUNCTIONS[name] for name in brings(cells, table.base, table.weight)],
        "sits_with": round(max(table.nearness[body] for body in (*bodies, *place.sisters)), 3),
        "reasons": [*place.opening, *reasons],
        "claims": record.claim_ids(dict.fromkeys(rows)),
        "sources": sources_of(record, place.body, rows),
        "sisters": [_sister(table, sister) for sister in place.sisters],
    }


def sources_of(record: Record, body: str, rows: Iterable[int]) -> list[str]:
    """Return the sources of claims, or where there are none those that the body itself was read in."""
    read_in = [record.addresses[record.claims.source[row]].partition(":")[2] for row in rows]
    return list(dict.fromkeys(read_in)) or list(record.organizations[body].sources)


def _sister(table: Table, body: str) -> Evidenced:
    roles = recorded_roles(table.record, body, table.theme)
    rows = [row for role in roles for row in role.rows] or _newest(table.record, (body,))
    return {
        "id": body,
        "name": table.record.organizations[body].name,
        "claims": table.record.claim_ids(dict.fromkeys(rows)),
    }


def _roles(table: Table, body: str, units: tuple[str, ...]) -> Iterator[tuple[RecordedRole, str]]:
    """Yield the recorded roles of a body, of those it follows, and what its units have besides, each as a phrase."""
    record, theme = table.record, table.theme
    own = recorded_roles(record, body, theme)
    yield from ((role, role.phrase) for role in own)
    for before in followed(record, body):
        node = record.organizations[before]
        opening = f"follows {node.name}, which ended in {node.until[:4]}"
        yield from (
            (role, f"{opening}: {role.phrase} (please confirm)") for role in recorded_roles(record, before, theme)
        )
    known = {(name, subject) for role in own for name in role.roles for subject in role.subjects}
    of_units = [(role, unit) for unit in units for role in recorded_roles(record, unit, theme)]
    for role, unit in sorted(of_units, key=lambda pair: pair[0].is_other_crime):
        says = {(name, subject) for name in role.roles for subject in role.subjects}
        if not says <= known:
            known |= says
            yield role, f"its {record.organizations[unit].shown}: {role.phrase}"


def followed(record: Record, body: str) -> list[str]:
    """Return the ended bodies of the country for which a body stands today."""
    return _followed(record, record.organizations[body].country).get(body, [])


@lru_cache(maxsize=64)
def _followed(record: Record, country: str) -> Mapping[str, list[str]]:
    """Return body -> the ended bodies of a country for which it stands."""
    found: dict[str, list[str]] = {}
    for other in record.bodies.get(country, ()):
        follower = None if record.is_living(other) else record.successor(other)
        if follower is not None:
            found.setdefault(follower, []).append(other)
    return found


def said(record: Record, body: str, themes: Iterable[str]) -> tuple[list[str], list[int]]:
    """Return why a body belongs to a table on some themes: its recorded roles, else its kind; and the rows behind."""
    roles = {role.phrase: role for theme in themes for role in recorded_roles(record, body, theme)}
    rows = [row for role in roles.values() for row in role.rows] or _newest(record, (body,))
    reasons = [_capital(phrase) for phrase in roles][:MOST_REASONS] or [_presumed(record, body)]
    return reasons, list(dict.fromkeys(rows))


def _presumed(record: Record, body: str) -> str:
    return f"{_capital(PHRASES[record.organizations[body].kind])} (presumed from its kind)"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _newest(record: Record, bodies: tuple[str, ...]) -> list[int]:
    """Return the newest claims in force about bodies: what there is to show where no role is recorded."""
    rows = {row for body in bodies for row in record.rows_of(f"organization:{body}").tolist() if record.in_force[row]}
    return sorted(rows, key=lambda row: (-int(record.began[row]), row))[:MOST_CLAIMS]
