"""What falls apart when a network or its secretariat ends: which countries lose their only route."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.analysis.names.named import named_body
from graph.analysis.networks.entry_points import entry_points
from graph.analysis.networks.members import members
from graph.analysis.routes.overlap_graph import CONVENERS
from graph.analysis.routes.route_graph import is_world_wide
from graph.answers import (
    FragilityAnswer,
    KnownEnd,
    KnownEndsAnswer,
    Loss,
    Named,
    OnlyRoute,
    OnlyRoutesAnswer,
    StillThere,
)
from graph.errors import UnknownName
from graph.model import Network
from graph.record import Record


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends: networks as a whole, and a body that then sits nowhere."""

    networks: frozenset[str]
    body: str = ""


def fragility(record: Record, asked: str, theme: str = "") -> FragilityAnswer:
    """Return the countries that lose their only route when a network or body ends, and those that keep others.

    A route of a country is an international network that runs, in which it has an entry point, recorded or presumed,
    and that has a subject in common with what ends (or is about a theme, if one is given). World-wide memberships do
    not count: everybody keeps them. A body takes the networks with it of which it is the only secretariat or lead. For
    what has ended already the record is read as known on its last day. Raises UnknownName.
    """
    record, ending = _ending(record, asked)
    themes = {theme} if theme else {own for name in ending.networks for own in record.networks[name].themes}
    before = _routes(record, themes, Ending(frozenset()))
    after = _routes(record, themes, ending)
    loses, still = list[Loss](), list[StillThere]()
    for country, routes in sorted(before.items()):
        left = len(after.get(country, ()))
        if left == len(routes):
            continue
        name: Named = {"id": country, "name": record.country_name(country)}
        if left:
            still.append({**name, "routes_before": len(routes), "routes_after": left})
        else:
            claims = list(dict.fromkeys(claim for held in routes.values() for claim in held))
            loses.append({"country": name, "routes_before": len(routes), "routes_after": 0, "claims": claims})
    return {"loses": loses, "still": still}


def _ending(record: Record, asked: str) -> tuple[Record, Ending]:
    kind, _, name = asked.rpartition(":")
    if name in record.networks and kind in ("", "network"):
        node = record.networks[name]
        return (_on(record, node.end_year) if record.has_ended(node) else record), Ending(frozenset({name}))
    if name in record.organizations and kind in ("", "organization"):
        body = record.organizations[name]
        record = _on(record, body.until) if record.has_ended(body) else record
        convened = _convened_alone(record, name) if record.has_begun(body) else ()
        return record, Ending(frozenset(convened), name)
    raise UnknownName(f"No network or body of the record is called “{asked}”.", "Look it up with `whoelse find`.")


@lru_cache(maxsize=8)
def _on(record: Record, date: str) -> Record:
    """The record as known on a date; kept, as what rests on it is kept with it."""
    return record.as_of(date)


def _convened_alone(record: Record, body: str) -> Iterable[str]:
    """The running networks of which a body is the only secretariat or lead."""
    for network, group in members(record).items():
        conveners = {address for address, member in group.items() if CONVENERS.intersection(member.roles)}
        if conveners == {f"organization:{body}"} and record.is_running(network):
            yield network


def _routes(record: Record, themes: set[str], ending: Ending) -> Mapping[str, Mapping[str, list[str]]]:
    """Country -> network -> claims on its entry point, without what ends."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, network in sorted(record.networks.items()):
        about = not themes or not themes.isdisjoint(network.themes)
        if not about or not _leads_abroad(record, network) or name in ending.networks:
            continue
        for country in record.countries or sorted(record.bodies.keys() - {"INT"}):
            doors = [door for door in entry_points(record, country, name).doors if door.body != ending.body]
            if doors:
                found.setdefault(country, {})[name] = list(doors[0].claims)
    return found


def _leads_abroad(record: Record, network: Network) -> bool:
    is_near = network.scope != "national" and not is_world_wide(record, network.id)
    return is_near and record.is_running(network.id)


def only_routes(record: Record, country: str) -> OnlyRoutesAnswer:
    """Return the subjects on which a country has one route alone, those that hang on one network together.

    Routes as in `fragility`. Raises UnknownName.
    """
    if country not in record.countries:
        raise UnknownName(f"“{country}” is no country of the record.", "Give a code such as PK.")
    by_theme: dict[str, list[str]] = {}
    for name, network in sorted(record.networks.items()):
        if network.themes and _leads_abroad(record, network) and entry_points(record, country, name).doors:
            for theme in network.themes:
                by_theme.setdefault(theme, []).append(name)
    only = [_only(record, country, theme, routes[0]) for theme, routes in by_theme.items() if len(routes) == 1]
    held = Counter(one["network"]["id"] for one in only)
    order = sorted(only, key=lambda one: (-held[one["network"]["id"]], one["network"]["id"], one["theme"]))
    return {"country": {"id": country, "name": record.country_name(country)}, "only": order}


def _only(record: Record, country: str, theme: str, name: str) -> OnlyRoute:
    network, points = record.networks[name], entry_points(record, country, name)
    door = points.doors[0]
    return {
        "theme": theme,
        "network": {"id": name, "name": network.name},
        "entry_point": named_body(record, door.body),
        "basis": points.basis or "country only",
        "secretariat": named_body(record, network.secretariat) if network.secretariat in record.organizations else None,
        "claims": list(dict.fromkeys(door.claims)),
    }


@lru_cache(maxsize=4)
def known_ends(record: Record) -> KnownEndsAnswer:
    """Return the international networks whose end is recorded, the latest first, with who loses the only route."""
    dated = [one for one in record.networks.values() if one.end_year and one.scope != "national"]
    order = sorted(dated, key=lambda one: one.id)
    ends: list[KnownEnd] = [
        {"id": one.id, "name": one.name, "ends": one.end_year, "loses": fragility(record, f"network:{one.id}")["loses"]}
        for one in sorted(order, key=lambda one: one.end_year, reverse=True)
    ]
    return {"ends": ends}
