"""What the page says of a route besides the words of its analysis: what to ask, and the evidence step by step."""

from collections.abc import Sequence
from itertools import pairwise

from graph.analysis.routes.overlap_graph import overlaps
from graph.analysis.routes.route_words import length_in_words, route_in_words, route_title
from graph.answers import EntryPoint, Route
from graph.record import Record
from views.parts import words

MOST_NAMED = 4


def headline(record: Record, route: Route) -> tuple[str, str]:
    """Return what a route is called, and how one goes it in a sentence or two."""
    said = route_in_words(record, route)
    return (f"{route_title(record, route)}.", said) if route["steps"] else (said, "")


def takes(record: Record, route: Route) -> str:
    """Return what a route takes, by which it is longer than another: `one network, both seats presumed`."""
    points = [point for step in route["steps"] for point in (step["entry"], step["exit"])]
    presumed = sum(point["basis"] == "presumed" for point in points)
    seats = {0: "", 1: ", a seat presumed", 2: ", both seats presumed"} if len(points) == 2 else {0: ""}
    heard = [step["last_heard"][:4] for step in route["steps"] if step["status"] == "silent" and step["last_heard"]]
    since = f", last heard of in {heard[0]}" if heard else ""
    consists = length_in_words(record, route).partition(": ")[2]
    return f"{consists}{seats.get(presumed, f', {presumed} seats presumed')}{since}"


def confirmations(record: Record, route: Route) -> list[str]:
    """Return what to ask before relying on a route: every seat that is only presumed."""
    asked: dict[str, None] = {}
    for step in route["steps"]:
        network = record.networks[step["network"]["id"]].shown
        for point in (step["entry"], step["exit"]):
            if point["basis"] == "presumed":
                asked[
                    f"Does {_short(record, point['id'])} hold the seat of {_country(record, point)} in {network}?"
                ] = None
        if step["status"] == "silent":
            asked[
                f"Does {network} still run? Last heard of {words.day(step['last_heard'], 'a date not recorded')}."
            ] = None
    return list(asked)


def evidence(record: Record, route: Route) -> list[tuple[str, str]]:
    """Return the claims of a route in its order, each with the step that it stands for; no claim twice."""
    found: dict[str, str] = {}
    for at in ("start", "end"):
        if at == "end":
            for step in route["steps"]:
                network = record.networks[step["network"]["id"]].shown
                for point in (step["entry"], step["exit"]):
                    for claim in point["claims"]:
                        found.setdefault(claim, f"{network}: {_short(record, point['id'])}")
        for home in route["home"]:
            if home["at"] == at:
                found.update(
                    {claim: "at home" if at == "start" else "there" for claim in home["claims"] if claim not in found}
                )
    return list(found.items())


def other_carriers(record: Record, route: Route, avoid: Sequence[str]) -> list[str]:
    """Return who else sits in two networks that follow each other: `ADB, UNODC between CAREC and SASEC`."""
    found = []
    for step, following in pairwise(route["steps"]):
        one, other = step["network"]["id"], following["network"]["id"]
        bridges = overlaps(record).get(one, {}).get(other, ())
        names = [_short(record, bridge.body) for bridge in bridges if bridge.body not in (step["exit"]["id"], *avoid)]
        if names:
            more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
            between = f"{record.networks[one].shown} and {record.networks[other].shown}"
            found.append(f"{', '.join(names[:MOST_NAMED])}{more} between {between}")
    return found


def _short(record: Record, body: str) -> str:
    return record.organizations[body].shown if body in record.organizations else body


def _country(record: Record, point: EntryPoint) -> str:
    who = record.organizations.get(point["id"])
    return record.country_name(who.country) if who else "its country"
