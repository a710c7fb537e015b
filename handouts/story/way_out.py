"""The way out of the country through networks: from its customs, or a body that was chosen, to somebody abroad."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from graph.analysis.bodies.customs import customs_service
from graph.analysis.country.notices import notice
from graph.analysis.levels.cross_border import cross_border
from graph.analysis.networks.members import countries_of_networks
from graph.analysis.routes.routes import routes
from graph.answers import RoutesAnswer
from graph.record import Record
from graph.words import joined
from handouts.story.choosing import middle_of
from handouts.story.slide import Asked, Column, Entry, Slide
from layout.routes.routes import routes_scene

MOST_ROUTES, TRIED, MOST_QUESTIONS = 3, 6, 2
LEAST = 3  # letters of a word of a country that says something
RESTS_ON = "Recorded and presumed seats stand apart, word by word. A network opens a door: it is no contact yet."


def way_out(asked: Asked) -> Slide:
    """Return the shortest ways to the body asked for, else to the customs of a neighbour without a recorded contact."""
    record = asked.record
    answer = first_answer(asked)
    if answer is None:
        who = Column("To begin with", (Entry("In which networks does anybody in this room sit?"),))
        says = "No way through networks is recorded yet. There may well be one."
        return Slide("Which way leads abroad?", says, columns=(who,))
    drawn = routes_scene(answer, record, "projector").scene
    scene = replace(drawn, boxes=tuple(box for box in drawn.boxes if box.shape != "action"))
    entries = tuple(_questions(record, answer)) if answer["routes"] else ()
    rests_on = " ".join([RESTS_ON, *_notices(record, answer)])
    return Slide(_title(record, answer), rests_on, scene, columns=(Column("", entries),) if entries else ())


def _notices(record: Record, answer: RoutesAnswer) -> Iterator[str]:
    """Yield what stands wherever the record of a country is older than a change of its authorities."""
    for end in (answer["from"], answer["to"]):
        body = record.organizations.get(end["id"].removeprefix("organization:"))
        if body and (said := notice(record, body.country)):
            yield said


def first_answer(asked: Asked) -> RoutesAnswer | None:
    """Return the routes to the body asked for, or to the one of the first bodies abroad to which the way is easiest."""
    record, start = asked.record, customs_service(asked.record, asked.country)
    start = start or middle_of(record, asked.country, asked.theme)
    if not start:
        return None
    if asked.target:
        return routes(record, start, asked.target, k=MOST_ROUTES, theme=asked.theme)
    targets = islice(dict.fromkeys(_targets(record, asked.country)), TRIED)
    found = [routes(record, start, target, k=MOST_ROUTES, theme=asked.theme) for target in targets]
    found = [answer for answer in found if answer["routes"] and answer["routes"][0]["steps"]]
    return min(found, key=lambda answer: answer["routes"][0]["cost"], default=None)


def _targets(record: Record, country: str) -> Iterator[str]:
    """Yield customs of neighbours with whom no contact is found, then those of whoever shares most networks.

    Whose record is older than a change of authorities is told of only where a reader asks for it.
    """
    for gap in cross_border(record, country)["gaps"]:
        other = next(side["id"] for side in (gap["a"], gap["b"]) if _country(record, side["id"]) != country)
        if not gap["kind"].startswith("problem reported") and not notice(record, _country(record, other)):
            yield other
    shared = {
        other: sum(country in inside and other in inside for inside in countries_of_networks(record).values())
        for other in record.countries
        if other != country and not notice(record, other)
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
    seats = [step[end]["basis"] for step in first["steps"] for end in ("entry", "exit")]
    perhaps = "" if all(basis == "recorded" for basis in seats) else "perhaps "
    return f"From {start} to {target}: {perhaps}by {joined(networks) or 'a contact at home'}"


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
