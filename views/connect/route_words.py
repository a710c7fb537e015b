"""What the page calls a route, in large letters, and how one goes it."""

from collections.abc import Sequence
from itertools import pairwise

from graph.analysis.routes.overlap_graph import overlaps
from graph.analysis.routes.route_words import route_in_words, route_title
from graph.answers import Route
from graph.record import Record

MOST_NAMED = 4


def headline(record: Record, route: Route) -> tuple[str, str]:
    """Return what a route is called, and how one goes it in a sentence or two."""
    said = route_in_words(record, route)
    return (f"{route_title(record, route)}.", said) if route["steps"] else (said, "")


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
