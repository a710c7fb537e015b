"""Whom the story puts in the middle where nobody chose: the customs, for whom it is told."""

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
    """Return the body to show in the middle: the chosen one if it lives, else the customs, if anybody is around it.

    Where nobody is, it is the body that the first gaps name most among those in contact.
    """
    if is_of(record, chosen, country):
        return chosen
    graph, customs = contact_graph(record), customs_service(record, country) or ""
    if customs in graph and graph.degree(customs):
        return customs
    here = [body for body in record.bodies.get(country, ()) if body in graph and graph.degree(body)]
    sides = (side["id"] for gap in gaps_of(record, country, theme)["gaps"][:8] for side in (gap["a"], gap["b"]))
    named = Counter(service_of(record).get(body, body) for body in sides)
    order = sorted(here, key=lambda body: (-named[body], -graph.degree(body), body))
    return next(iter(order), customs or min(filter(record.is_living, record.bodies.get(country, ())), default=""))


def is_of(record: Record, body: str, country: str) -> bool:
    """Return whether there is such a living body of a country."""
    return body in record.organizations and record.is_living(body) and record.organizations[body].country == country


def around_bodies(record: Record, body: str) -> tuple[str, ...]:
    """Return a body's service, then the services of its country that are in recorded contact with it."""
    graph = contact_graph(record)
    service = service_of(record).get(body, body)
    others = sorted(graph[service]) if service in graph else []
    country = record.organizations[service].country
    return service, *(other for other in others if record.organizations[other].country == country)
