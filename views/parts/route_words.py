"""A route in words: the headline, what is to be confirmed, and the evidence step by step."""

from collections.abc import Iterator

from graph.answers import EntryPoint, Route
from graph.record import Record
from views.parts import words
from views.parts.safe_text import listed


def headline(record: Record, route: Route) -> tuple[str, str]:
    """Return what to do first in a few words, and through whom in a sentence or two."""
    if not route["steps"]:
        ties = [
            f"{_short(record, home['tie']['a']['id'])} and {_short(record, home['tie']['b']['id'])}"
            for home in route["home"]
        ]
        return "They are in contact already.", f"Recorded: {listed(ties)}."
    start = next((home for home in route["home"] if home["at"] == "start"), None)
    end = next((home for home in route["home"] if home["at"] == "end"), None)
    begin = f"Begin at home, with {_short(record, start['tie']['b']['id'])}." if start else "Begin with your own seat."
    last = (
        f" There, {_short(record, end['tie']['a']['id'])} is in contact with {_short(record, end['tie']['b']['id'])}."
        if end
        else ""
    )
    return begin, f"{' '.join(_meets(record, route))}{last}"


def _meets(record: Record, route: Route) -> Iterator[str]:
    for step in route["steps"]:
        entry, leave = _short(record, step["entry"]["id"]), _short(record, step["exit"]["id"])
        network = record.networks[step["network"]["id"]].shown
        presumed = [_country(record, point) for point in (step["entry"], step["exit"]) if point["basis"] == "presumed"]
        confirm = ("", f" The seat of {presumed[0]} is presumed: please confirm." if presumed else "")
        says = " Both seats are presumed: please confirm." if len(presumed) == 2 else confirm[len(presumed)]
        yield f"{entry} and {leave} both have a seat in {network}{state(step['status'], step['last_heard'])}.{says}"


def state(status: str, last_heard: str | None) -> str:
    """Return what is to be known of a network that does not simply run."""
    if status == "ended":
        return " (ended)"
    if status == "silent":
        return f" (last heard of {last_heard[:4]}: ask whether it still runs)" if last_heard else ""
    return ""


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
                for claim in (*step["entry"]["claims"], *step["exit"]["claims"]):
                    found.setdefault(claim, record.networks[step["network"]["id"]].shown)
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


def cost(route: Route) -> str:
    """Return in words what a route takes: "one contact at home, two networks"."""
    numbers = {1: "one", 2: "two", 3: "three"}
    networks, ties = len(route["steps"]), len(route["home"])
    parts = []
    if ties:
        parts.append(f"{numbers.get(ties, ties)} {'contact' if ties == 1 else 'contacts'} at home")
    if networks:
        parts.append(f"{numbers.get(networks, networks)} {'network' if networks == 1 else 'networks'}")
    return ", ".join(parts)
