"""Whom the story puts in the middle where nobody chose: the body in most of the first gaps, else the customs."""

from collections import Counter
from functools import lru_cache

from graph.analysis.bodies.customs import customs_service
from graph.analysis.contacts.contact_graph import contact_graph, service_of
from graph.analysis.gaps.gaps import gaps
from graph.answers import GapsAnswer
from graph.record import Record

ALL_GAPS = 400


@lru_cache(maxsize=16)
def gaps_of(record: Record, country: str, theme: str) -> GapsAnswer:
    """Return all gaps of a country, the heaviest first, reckoned once."""
    return gaps(record, country, theme, top=ALL_GAPS)


def middle_of(record: Record, country: str, theme: str, chosen: str = "") -> str:
    """Return the body to show in the middle: the chosen one if it lives, else the one that the first gaps name most."""
    if chosen in record.organizations and record.is_living(chosen):
        return chosen
    graph, of = contact_graph(record), service_of(record)
    sides = (side["id"] for gap in gaps_of(record, country, theme)["gaps"][:8] for side in (gap["a"], gap["b"]))
    named = Counter(of[body] for body in sides if body in of)

    def worth(body: str) -> tuple[int, int, str]:
        return -named[body], -graph.degree(body) if body in graph else 0, body

    known = [body for body in named if body in graph and graph.degree(body)]
    if known:
        return min(known, key=worth)
    here = [body for body in record.bodies.get(country, ()) if body in graph and graph.degree(body)]
    return customs_service(record, country) or min(here or list(record.bodies.get(country, ())), key=worth, default="")


def around_bodies(record: Record, body: str) -> tuple[str, ...]:
    """Return a body's service, then the services of its country that are in recorded contact with it."""
    graph = contact_graph(record)
    service = service_of(record).get(body, body)
    others = sorted(graph[service]) if service in graph else []
    country = record.organizations[service].country
    return service, *(other for other in others if record.organizations[other].country == country)
