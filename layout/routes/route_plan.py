"""What the drawing of routes shows, before anything has a place: stops and the links between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.analysis.names.groups import COUNTRY, KIND
from graph.analysis.routes.route_words import length_in_words
from graph.answers import EntryPoint, HomeTie, Route, RoutesAnswer, Step
from graph.model import Claim
from graph.record import Record
from graph.words import joined
from layout.drawn.scene import LineKind, Shape
from layout.words import shape_of

KINDS = {"reports-to": "line of command", "mou": "memorandum"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True, slots=True)
class Stop:
    """A body or network on the way; `place` is the country of a body, `state` when a network was last heard of."""

    id: str
    title: str
    shape: Shape
    note: str

    @property
    def is_network(self) -> bool:
        """Whether this stop is a network."""
        return self.shape == "network"


@dataclass(frozen=True, slots=True)
class Link:
    """One step between two stops: recorded or presumed, what it is, and the claims behind it."""

    recorded: bool
    kind: LineKind
    label: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One route: the stops between start and target, one link more than stops, its titles (longest first), its cost."""

    stops: tuple[Stop, ...]
    links: tuple[Link, ...]
    titles: tuple[str, ...]
    cost: str


def end_of(record: Record, named: str, name: str) -> Stop:
    """Return start or target: a body, or a group by its name."""
    if named in record.organizations:
        return _body(record, named)
    return Stop(named, name[:1].upper() + name[1:], "plain", "")


def lanes_of(record: Record, answer: RoutesAnswer) -> tuple[Lane, ...]:
    """Return the routes of an answer as lanes, in its order."""
    ends = answer["from"]["id"], answer["to"]["id"]
    return tuple(_lane(record, route, ends) for route in answer["routes"])


def _lane(record: Record, route: Route, ends: tuple[str, str]) -> Lane:
    parts = list(_parts(record, route))
    stops = tuple(stop for stop, _ in parts if stop is not None)
    networks = [record.networks[step["network"]["id"]].shown for step in route["steps"]]
    bodies = [stop.title for stop in stops if not stop.is_network]
    first = [] if not stops or stops[0].is_network else bodies[:1]
    named = [joined([*first, *networks]), joined(networks), f"{NUMBERS[len(networks)]} networks"]
    if not networks:
        named = [joined(bodies) or "a contact of their own", "a contact at home"]
    whom = _whom(record, route, ends)
    named = [*(f"{words}{whom}" for words in named if words), *named]
    titles = tuple(dict.fromkeys(f"By {words}" for words in named if words))
    return Lane(stops, tuple(link for _, link in parts), titles, length_in_words(record, route))


def _whom(record: Record, route: Route, ends: tuple[str, str]) -> str:
    """Who of a group stands at an end of a route, where the name of the group leaves it open: ", to Thailand"."""
    points = [point["id"] for step in route["steps"] for point in (step["entry"], step["exit"])]
    start = [tie["tie"]["a"]["id"] for tie in route["home"] if tie["at"] == "start"]
    end = [tie["tie"]["b"]["id"] for tie in route["home"] if tie["at"] == "end" or not route["steps"]]
    whole = [*start, *points, *end]
    said = ""
    for word, group, body in (("from", ends[0], whole[0]), ("to", ends[1], whole[-1])):
        if group.startswith((KIND, COUNTRY)) or "," in group:
            who = record.organizations[body]
            said += f", {word} {who.shown if group.startswith(COUNTRY) else record.country_name(who.country)}"
    return said


def _parts(record: Record, route: Route) -> Iterator[tuple[Stop | None, Link]]:
    """Yield every link with the stop that it leads to; the last leads to the target (None)."""
    start = [tie for tie in route["home"] if tie["at"] == "start"]
    end = [tie for tie in route["home"] if tie["at"] == "end"]
    for tie in start:
        is_last = not route["steps"] and not end
        yield None if is_last else _body(record, tie["tie"]["b"]["id"]), _home(record, tie)
    for place, step in enumerate(route["steps"]):
        is_last = place == len(route["steps"]) - 1
        yield _network(record, step), _seat(record, step["entry"])
        leads_to = None if is_last and not end else _body(record, step["exit"]["id"])
        yield leads_to, _seat(record, step["exit"])
    for tie in end:
        yield None, _home(record, tie)


def _body(record: Record, body: str) -> Stop:
    organization = record.organizations[body]
    country = "" if organization.country == "INT" else record.country_name(organization.country)
    shape: Shape = "international" if organization.country == "INT" else shape_of(organization.kind, -1)
    return Stop(body, organization.shown, shape, country)


def _network(record: Record, step: Step) -> Stop:
    heard = (step["last_heard"] or "")[:4]
    words = {"active": "last heard of", "silent": "silent since", "ended": "ended, last heard of"}[step["status"]]
    note = f"{words} {heard}" if heard else "ended" if step["status"] == "ended" else "no date recorded"
    return Stop(step["network"]["id"], record.networks[step["network"]["id"]].shown, "network", note)


def _seat(record: Record, point: EntryPoint) -> Link:
    recorded = point["basis"] == "recorded"
    return Link(
        recorded,
        "seat-recorded" if recorded else "seat-presumed",
        _seat_label(record, point),
        tuple(point["claims"]),
    )


def _seat_label(record: Record, point: EntryPoint) -> str:
    """Return whose seat it is, or the role that the body itself has."""
    roles = []
    for claim in _claims(record, point["claims"]):
        if claim.kind == "membership" and claim.a == f"organization:{point['id']}":
            roles.append(claim.role.replace("-", " "))
        if claim.kind == "seat":
            roles.append(f"{claim.name} seat" if claim.name else "seat")
    if roles:
        return roles[0]
    country = record.organizations[point["id"]].country
    return "secretariat" if country == "INT" else f"seat of {record.country_name(country)}"


def _home(record: Record, tie: HomeTie) -> Link:
    words = "contact at home"
    for claim in list(_claims(record, tie["claims"]))[:1]:
        words = ", ".join([words, f"{KINDS.get(claim.role, claim.role.replace('-', ' '))} {claim.since[:4]}".strip()])
    return Link(True, "at-home", words, tuple(tie["claims"]))


def _claims(record: Record, ids: Sequence[str]) -> Iterator[Claim]:
    for claim in ids:
        row = record.row_of_claim(claim)
        if row is not None:
            yield record.claim(row)
