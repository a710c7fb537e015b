"""Routes in words: a headline, a title, and why one is short, longer or a fallback."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from graph.analysis.networks.seats import seats
from graph.analysis.routes.route_graph import is_world_wide
from graph.answers import EntryPoint, Route, Step
from graph.record import Record
from graph.words import joined

Length = Literal["short", "longer", "fallback"]
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
MOST_NAMED = 3


def route_in_words(record: Record, route: Route) -> str:
    """Return a route as the sentences that a project officer would say, with what to confirm and what to ask."""
    if not route["steps"]:
        return _in_contact(record, route)
    sentences = [_beginning(route), _middle(record, route), _end(record, route)]
    sentences += [_please_confirm(record, route["steps"]), *_ask_whether_it_runs(record, route["steps"])]
    return " ".join(sentence for sentence in sentences if sentence)


def route_title(record: Record, route: Route) -> str:
    """Return what a route is called: by whom at home, and by which networks."""
    start = [record.organizations[tie["tie"]["b"]["id"]].shown for tie in route["home"] if tie["at"] == "start"]
    names = start + [record.networks[step["network"]["id"]].shown for step in route["steps"]]
    return f"By {joined(names)}" if route["steps"] else "In contact already"


def length_of(record: Record, route: Route) -> Length:
    """Return short (at most one network), longer, or fallback (a network that everybody is in)."""
    if any(is_world_wide(record, step["network"]["id"]) for step in route["steps"]):
        return "fallback"
    return "short" if len(route["steps"]) < 2 else "longer"


def length_in_words(record: Record, route: Route) -> str:
    """Return how long a route is and what it consists of: `longer: two networks, one contact at home`."""
    parts = []
    contacts, networks = len(route["home"]), len(route["steps"])
    if contacts:
        noun = "contact" if contacts == 1 else "contacts"
        parts.append(f"{NUMBERS[contacts]} {noun}{' at home' if _at_home(record, route) else ''}")
    if networks:
        parts.append(f"{NUMBERS[networks]} network{'s' * (networks > 1)}")
    quiet = Counter(step["status"] for step in route["steps"] if step["status"] != "active")
    parts += [status if count == networks else f"{NUMBERS[count]} {status}" for status, count in sorted(quiet.items())]
    length = length_of(record, route)
    return f"{length}: {', '.join(parts)}{', everybody is a member' * (length == 'fallback')}"


def _at_home(record: Record, route: Route) -> bool:
    pairs = [(tie["tie"]["a"]["id"], tie["tie"]["b"]["id"]) for tie in route["home"]]
    return all(record.organizations[a].country == record.organizations[b].country for a, b in pairs)


def _in_contact(record: Record, route: Route) -> str:
    names = _names(record, [body for tie in route["home"] for body in (tie["tie"]["a"]["id"], tie["tie"]["b"]["id"])])
    first = route["home"][0]["tie"]
    a, b = names[first["a"]["id"]], names[first["b"]["id"]]
    if len(route["home"]) == 1:
        return f"{a} and {b} are in contact already."
    return f"{b} is in contact with both {a} and {names[route['home'][1]['tie']['b']['id']]}."


def _beginning(route: Route) -> str:
    return "Begin down the corridor." if any(tie["at"] == "start" for tie in route["home"]) else ""


def _middle(record: Record, route: Route) -> str:
    steps = route["steps"]
    names = _names(record, [point["id"] for step in steps for point in (step["entry"], step["exit"])])
    networks = [record.networks[step["network"]["id"]].shown for step in steps]
    into, out = names[steps[0]["entry"]["id"]], names[steps[-1]["exit"]["id"]]
    if len(steps) == 1:
        return f"{into} and {out} both have a seat in {networks[0]}."
    bridges = [_bridge(record, step["entry"], names, networks) for step in steps[1:]]
    links = [f"{bridge} links it to {network}" for bridge, network in zip(bridges, networks[1:], strict=True)]
    return f"{into} has a seat in {networks[0]}; {'; '.join(links)}, where {out} has a seat."


def _bridge(record: Record, point: EntryPoint, names: dict[str, str], networks: Sequence[str]) -> str:
    """A bridge by its short name, or by its full one where the network beside it has the same (WCO)."""
    return record.organizations[point["id"]].name if names[point["id"]] in networks else names[point["id"]]


def _end(record: Record, route: Route) -> str:
    for tie in route["home"]:
        if tie["at"] == "end":
            a, b = (record.organizations[tie["tie"][end]["id"]].shown for end in ("a", "b"))
            return f"{a} is in contact with {b}."
    return ""


def _please_confirm(record: Record, steps: Sequence[Step]) -> str:
    points = [(steps[0], steps[0]["entry"]), (steps[-1], steps[-1]["exit"])]
    presumed = [(step, point) for step, point in points if point["basis"] == "presumed"]
    if not presumed:
        return ""
    unsure = [sentence for step, point in presumed if (sentence := _one_of(record, step, point))]
    if len(presumed) == 2:
        return " ".join(["Both seats are presumed: please confirm.", *unsure])
    country = _country(record, presumed[0][1])
    return " ".join([f"The seat of {country} is presumed: please confirm.", *unsure])


def _one_of(record: Record, step: Step, point: EntryPoint) -> str:
    """Where nobody stands out: who may hold the seat instead."""
    seat = seats(record).get(point["id"], {}).get(step["network"]["id"])
    others = [record.organizations[other].shown for other in seat.others] if seat else []
    if not others:
        return ""
    named, more = others[:MOST_NAMED], len(others) - MOST_NAMED
    rest = [f"{NUMBERS[more] if more < len(NUMBERS) else more} more"] if more > 0 else []
    return f"That of {_country(record, point)} may be held by {joined([*named, *rest], 'or')} instead."


def _country(record: Record, point: EntryPoint) -> str:
    return record.country_name(record.organizations[point["id"]].country)


def _ask_whether_it_runs(record: Record, steps: Sequence[Step]) -> list[str]:
    sentences = []
    for step in steps:
        name, heard = record.networks[step["network"]["id"]].shown, (step["last_heard"] or "")[:4]
        if step["status"] == "silent":
            sentences.append(f"{name} was last heard of in {heard}: ask whether it still runs.")
        if step["status"] == "ended":
            sentences.append(f"{name} has ended.")
    return sentences


def _names(record: Record, bodies: Sequence[str]) -> dict[str, str]:
    """The shown names of bodies, with the country where bodies of several countries read alike."""
    shown = {body: record.organizations[body] for body in bodies}
    alike = _alike(record)
    return {
        body: f"{who.shown} ({record.country_name(who.country)})" if who.shown in alike else who.shown
        for body, who in shown.items()
    }


@lru_cache(maxsize=4)
def _alike(record: Record) -> frozenset[str]:
    """The shown names that bodies of several countries have: "Ozone Unit", "Customs & Excise"."""
    names = {(who.shown, who.country) for who in record.organizations.values()}
    return frozenset(name for name, count in Counter(name for name, _ in names).items() if count > 1)
