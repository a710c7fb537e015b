"""What stands behind a route: the claims step by step, what it takes, and what to ask before relying on it."""

from graph.analysis.routes.route_words import length_in_words
from graph.answers import EntryPoint, Route
from graph.record import Record


def takes(record: Record, route: Route) -> str:
    """Return what a route takes, by which it is longer than another: `one network, both seats presumed`."""
    points = [point for step in route["steps"] for point in (step["entry"], step["exit"])]
    presumed = sum(point["basis"] == "presumed" for point in points)
    seats = {0: "", 1: ", a seat presumed", 2: ", both seats presumed"} if len(points) == 2 else {}
    heard = [step["last_heard"][:4] for step in route["steps"] if step["status"] == "silent" and step["last_heard"]]
    since = f", last heard of in {heard[0]}" if heard else ""
    consists = length_in_words(record, route).partition(": ")[2]
    return f"{consists}{seats.get(presumed, f', {presumed} seats presumed')}{since}"


def confirmations(record: Record, route: Route) -> list[str]:
    """Return what to ask before relying on a route: every seat that is only presumed, every network long unheard of."""
    asked: dict[str, None] = {}
    for step in route["steps"]:
        network = record.networks[step["network"]["id"]].shown
        for point in (step["entry"], step["exit"]):
            if point["basis"] == "presumed":
                who = f"Does {_short(record, point['id'])} hold the seat of {_country(record, point)}"
                asked[f"{who} in {network}?"] = None
        if step["status"] == "silent":
            heard = (step["last_heard"] or "")[:4]
            asked[f"Does {network} still run? Last heard of {f'in {heard}' if heard else 'on no recorded date'}."] = (
                None
            )
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


def _short(record: Record, body: str) -> str:
    return record.organizations[body].shown if body in record.organizations else body


def _country(record: Record, point: EntryPoint) -> str:
    who = record.organizations.get(point["id"])
    return record.country_name(who.country) if who else "its country"
