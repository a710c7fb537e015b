"""Who is around one body: the bodies it is in contact with, by what kind of contact, and the networks it sits in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.analysis.bodies.services import services
from graph.analysis.contacts.contact_graph import contact_graph, service_of
from graph.analysis.country.country_networks import is_about
from graph.analysis.networks.members import members
from graph.analysis.networks.network_state import state_of
from graph.analysis.networks.seats import Seat, seats
from graph.columns import ROLES, STANDINGS
from graph.model import Organization
from graph.record import Record
from graph.rules import rules
from layout.drawn.scene import Dot, LineKind, Shape
from layout.words import COLUMN_OF_STEP, STEP_OF_KIND, shape_of

# The kind of a contact in a word or two, as they stand on a line.
SHORT = {
    "mou": "MoU",
    "agreement": "agreement",
    "joint-task-force": "task force",
    "joint-operation": "operation",
    "committee": "committee",
    "information-exchange": "information",
    "training": "training",
    "liaison": "liaison",
    "reports-to": "reports to",
    "licensing-consultation": "permits",
    "delegation": "delegation",
}
INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True)
class Near:
    """A body or network around the one in the middle; `words` stand on the line to it, the best evidence first."""

    id: str
    title: str
    shape: Shape
    line: LineKind
    note: str = ""
    dot: Dot = "none"
    words: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    worth: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """The body in the middle, the bodies at its sides, those beyond (abroad, or international), and its networks."""

    middle: Organization
    sides: tuple[Near, ...]
    beyond: tuple[Near, ...]
    networks: tuple[Near, ...]


def around_of(record: Record, body: str, theme: str = "") -> Around:
    """Return who is around a body by its id: its service with all units, one step away, by claims that count.

    An international body has bodies of countries at its sides; every other body has those of its own country.
    """
    service = service_of(record).get(body, body)
    middle = record.organizations[service]
    near = [_near(record, service, other, theme) for other in _in_contact(record, service)]
    home = [one for one in near if record.organizations[one.id].country == middle.country]
    away = [one for one in near if record.organizations[one.id].country != middle.country]
    sides, beyond = (away, home) if middle.country == "INT" else (home, away)
    return Around(middle, _by_stage(record, sides), _by_country(beyond), _networks(record, middle, theme))


def _in_contact(record: Record, service: str) -> Sequence[str]:
    graph = contact_graph(record)
    return sorted(graph[service]) if service in graph else []


def _near(record: Record, service: str, other: str, theme: str) -> Near:
    body, rows = record.organizations[other], contact_graph(record)[service][other]["rows"]
    return Near(
        other,
        body.shown,
        "international" if body.country == "INT" else shape_of(body.kind, -1),
        "contact" if any(is_on_theme(record, row, theme) for row in rows) else "contact-other",
        note="" if body.country == record.organizations[service].country else _country(record, body.country),
        words=_words(record, rows),
        claims=tuple(record.claim_ids(rows)),
        worth=len(rows),
    )


def _country(record: Record, code: str) -> str:
    return INTERNATIONAL if code == "INT" else record.country_name(code)


def is_on_theme(record: Record, row: int, theme: str) -> bool:
    """Return whether a claim is on a theme or a narrower one; every claim is on no theme in particular."""
    number = record.claims.theme[row]
    name = record.addresses[number].partition(":")[2] if number >= 0 else ""
    return not theme or (bool(name) and theme in rules().within(name, ""))


def _words(record: Record, rows: Iterable[int]) -> tuple[str, ...]:
    """Return at most two words: two kinds of standing contact, or that they worked together once, and when."""
    standing = [row for row in rows if STANDINGS[record.claims.standing[row]] == "standing"]
    if not standing:
        year = max(int(record.began[row]) for row in rows) // 10000
        return (f"once, {year}" if year else "once",)
    kinds = list(dict.fromkeys(_kind(ROLES[record.claims.role[row]]) for row in standing))
    return tuple(kinds) if len(kinds) < 3 else (kinds[0], f"and {len(kinds) - 1} more")


def _kind(role: str) -> str:
    return SHORT.get(role, role.replace("-", " "))


def _by_stage(record: Record, near: Iterable[Near]) -> tuple[Near, ...]:
    """Bodies in the order of the enforcement chain, kinds together."""

    def order(one: Near) -> tuple[int, str, str, str]:
        body = record.organizations[one.id]
        stage = COLUMN_OF_STEP[STEP_OF_KIND[body.kind]] if body.kind in STEP_OF_KIND else len(COLUMN_OF_STEP)
        return stage, body.kind, body.country, body.id

    return tuple(sorted(near, key=order))


def _by_country(near: Iterable[Near]) -> tuple[Near, ...]:
    return tuple(sorted(near, key=lambda one: (one.note == INTERNATIONAL, one.note, one.id)))


def _networks(record: Record, middle: Organization, theme: str) -> tuple[Near, ...]:
    """The running networks in which the body or a unit of it sits: on the theme first, surer seats first."""
    held: dict[str, Seat] = {}
    for body in _bodies(record, middle):
        for network, seat in seats(record).get(body, {}).items():
            if network not in held or seat.factor < held[network].factor:
                held[network] = seat
    running = [name for name in held if state_of(record, name).status != "ended"]

    def order(name: str) -> tuple[bool, bool, bool, int, str]:
        silent = state_of(record, name).status == "silent"
        size = len(members(record).get(name, ()))
        return not is_about(record.networks[name], theme), held[name].basis != "recorded", silent, size, name

    return tuple(_seat(record, held[name]) for name in sorted(running, key=order))


def _bodies(record: Record, middle: Organization) -> tuple[str, ...]:
    service = services(record, middle.country).services.get(middle.id)
    return service.bodies if service else (middle.id,)


def _seat(record: Record, seat: Seat) -> Near:
    recorded = seat.basis == "recorded"
    return Near(
        f"network:{seat.network}",
        record.networks[seat.network].shown,
        "network",
        "seat-recorded" if recorded else "seat-presumed",
        note=f"{seat.role.replace('-', ' ')}, recorded" if recorded else "seat presumed",
        dot="full" if recorded else "open",
        claims=seat.claims,
    )
