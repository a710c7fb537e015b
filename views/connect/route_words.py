"""What the page calls a route, in large letters, and how one goes it."""

from graph.analysis.routes.route_words import route_in_words, route_title
from graph.answers import Route
from graph.record import Record


def headline(record: Record, route: Route) -> tuple[str, str]:
    """Return what a route is called, and how one goes it in a sentence or two."""
    said = route_in_words(record, route)
    return (f"{route_title(record, route)}.", said) if route["steps"] else (said, "")
