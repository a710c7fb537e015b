"""Ways as they are answered: steps with their entry points, contacts at home, and the claims behind each."""

from collections.abc import Iterable
from typing import Literal

from graph.analysis.names.groups import Group
from graph.analysis.names.named import named_body
from graph.analysis.networks.network_state import state_of
from graph.analysis.networks.seats import Seat
from graph.analysis.routes.home_ties import contacts, home_ties
from graph.analysis.routes.route_ends import Entrance
from graph.analysis.routes.route_graph import Trail
from graph.answers import EntryPoint, HomeTie, Pair, Route, RoutesAnswer, Step
from graph.record import Record
from graph.rules import rules

End = Literal["start", "end"]
WhyNone = Literal["same organization", "no memberships recorded", "no connection"]


def answer_of(
    here: Group, there: Group, routes: list[Route], why_none: WhyNone | None = None, would_help: str | None = None
) -> RoutesAnswer:
    """Return the answer for two ends."""
    return {
        "from": {"id": here.id, "name": here.name},
        "to": {"id": there.id, "name": there.name},
        "routes": routes,
        "why_none": why_none,
        "would_help": would_help,
    }


def route_of(record: Record, trail: Trail) -> Route:
    """Return a way as a route."""
    into = [trail.start.seat, *(bridge.into for bridge in trail.bridges)]
    out = [*(bridge.out for bridge in trail.bridges), trail.end.seat]
    steps = [_step(record, *seats) for seats in zip(into, out, strict=True)]
    home = [*_home(record, "start", trail.start), *_home(record, "end", trail.end)]
    return {"cost": round(trail.cost, 3), "steps": steps, "home": home}


def _step(record: Record, entry: Seat, leave: Seat) -> Step:
    state = state_of(record, entry.network)
    return {
        "network": {"id": entry.network, "name": record.networks[entry.network].name},
        "status": state.status,
        "last_heard": state.last_heard,
        "entry": _entry_point(record, entry),
        "exit": _entry_point(record, leave),
    }


def _entry_point(record: Record, seat: Seat) -> EntryPoint:
    return {**named_body(record, seat.body), "basis": seat.basis, "claims": list(seat.claims)}


def _home(record: Record, at: End, entrance: Entrance) -> list[HomeTie]:
    if entrance.contact is None:
        return []
    ends = (entrance.body, entrance.seat.body) if at == "start" else (entrance.seat.body, entrance.body)
    return [_tie(record, at, *ends, entrance.contact)]


def _tie(record: Record, at: End, a: str, b: str, rows: Iterable[int]) -> HomeTie:
    pair: Pair = {"a": named_body(record, a), "b": named_body(record, b)}
    return {"at": at, "tie": pair, "claims": record.claim_ids(rows)}


def contact_routes(record: Record, here: Group, there: Group, avoid: frozenset[str]) -> list[Route]:
    """Return the way without any network: the two are in contact, else one body at home is in contact with both.

    No steps; `home` holds the one contact, or both. Of a group the best.
    """
    cost = rules().costs["tie at home"].factor
    pairs = [(a, b) for a in here.bodies for b in there.bodies]
    direct = [(contacts(record)[a][b], a, b) for a, b in pairs if b in contacts(record).get(a, {})]
    if direct:
        rows, a, b = min(direct, key=lambda found: (-int(record.began[found[0][0]]), found[1:]))
        return [{"cost": cost, "steps": [], "home": [_tie(record, "start", a, b, rows)]}]
    for a, b in pairs if _at_home(record, here, there) else ():
        for body, one, two in _both_know(record, a, b, avoid)[:1]:
            home = [_tie(record, "start", a, body, one), _tie(record, "end", body, b, two)]
            return [{"cost": 2 * cost, "steps": [], "home": home}]
    return []


def _at_home(record: Record, here: Group, there: Group) -> bool:
    """Whether two ends have a country in common: only there can one body at home know both."""
    one, other = ({record.organizations[body].country for body in end.bodies} for end in (here, there))
    return not one.isdisjoint(other)


def _both_know(
    record: Record, a: str, b: str, avoid: frozenset[str]
) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    """Bodies at home in contact with both, the one of whose contacts we have heard last first."""
    one, two = home_ties(record, a), home_ties(record, b)
    both = [(body, one[body], two[body]) for body in sorted(set(one) & set(two) - avoid)]
    return sorted(both, key=lambda found: -min(int(record.began[found[1][0]]), int(record.began[found[2][0]])))
