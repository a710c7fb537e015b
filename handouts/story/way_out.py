"""The way out of the country through networks: from its customs, or a body that was chosen, to somebody abroad."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from graph.analysis.bodies.customs import customs_service
from graph.analysis.levels.cross_border import cross_border
from graph.analysis.networks.members import countries_of_networks
from graph.analysis.routes.routes import routes
from graph.answers import RoutesAnswer
from graph.record import Record
from handouts.story.choosing import middle_of
from handouts.story.slide import Asked, Entry, Slide
from layout.routes import routes_scene

MOST_ROUTES, TRIED, MOST_QUESTIONS = 3, 3, 2
LEAST = 3  # letters of a word of a country that says something
RESTS_ON = "Recorded and presumed seats stand apart, word by word. A network opens a door: it is no contact yet."


def way_out(asked: Asked) -> Slide:
    """Return the shortest ways to the body asked for, else to the customs of a neighbour without a recorded contact."""
    record = asked.record
    answer = first_answer(asked)
    if answer is None:
        return Slide("Which way leads abroad?", "No way through networks is recorded yet. There may well be one.")
    drawn = routes_scene(answer, record, "projector").scene
    scene = replace(drawn, boxes=tuple(box for box in drawn.boxes if box.shape != "action"))
    return Slide(_title(record, answer), RESTS_ON, scene, tuple(_questions(record, answer)))


def first_answer(asked: Asked) -> RoutesAnswer | None:
    """Return the routes to the body asked for, or to the first body abroad to which there is one."""
    start = customs_service(asked.record, asked.country) or middle_of(asked.record, asked.country, asked.theme)
    return next(_answers(asked, start), None)


def _answers(asked: Asked, start: str) -> Iterator[RoutesAnswer]:
    """Yield the routes to the target asked for, or to each of the first targets that is reached through a network."""
    if not start:
        return
    targets = iter([asked.target]) if asked.target else _targets(asked.record, asked.country)
    for target in islice(targets, TRIED):
        answer = routes(asked.record, start, target, k=MOST_ROUTES, theme=asked.theme)
        if asked.target or (answer["routes"] and answer["routes"][0]["steps"]):
            yield answer


def _targets(record: Record, country: str) -> Iterator[str]:
    """Yield customs of neighbours with whom no contact is found, then those of whoever shares most networks."""
    for gap in cross_border(record, country)["gaps"]:
        if not gap["kind"].startswith("problem reported"):
            yield next(side["id"] for side in (gap["a"], gap["b"]) if _country(record, side["id"]) != country)
    shared = {
        other: sum(country in inside and other in inside for inside in countries_of_networks(record).values())
        for other in record.countries
        if other != country
    }
    for other in sorted(shared, key=lambda one: (-shared[one], one)):
        if customs := customs_service(record, other):
            yield customs


def _country(record: Record, body: str) -> str:
    return record.organizations[body].country


def _title(record: Record, answer: RoutesAnswer) -> str:
    start = _shown(record, answer["from"]["id"], answer["from"]["name"])
    target = _shown(record, answer["to"]["id"], answer["to"]["name"])
    if not answer["routes"]:
        return f"From {start} to {target}: no way through networks is recorded"
    first = answer["routes"][0]
    networks = [record.networks[step["network"]["id"]].shown for step in first["steps"]]
    by = " and ".join(networks) or "a contact at home"
    return f"From {start} to {target}: by {by}"


def _shown(record: Record, address: str, name: str) -> str:
    """Return the short name of a body with its country, unless the name says it already."""
    body = record.organizations.get(address.removeprefix("organization:"))
    if body is None:
        return name
    country = record.country_name(body.country)
    told = body.country == "INT" or any(word[:4] in body.shown for word in country.split() if len(word) > LEAST)
    return body.shown if told else f"{body.shown} ({country})"


def _questions(record: Record, answer: RoutesAnswer) -> Iterator[Entry]:
    """Yield what the room can confirm of the first route: who sits where a seat is only presumed."""
    points = [
        (step, step[end]) for route in answer["routes"][:1] for step in route["steps"] for end in ("entry", "exit")
    ]
    asked = [(step["network"]["id"], point["id"]) for step, point in points if point["basis"] != "recorded"]
    for network, body in list(dict.fromkeys(asked))[:MOST_QUESTIONS]:
        name = _shown(record, body, body)
        yield Entry(f"Does {name} sit in {record.networks[network].shown}?", "please confirm")
