"""Routes from one body to another in a file, with what is on record of every step."""

from collections.abc import Iterator
from dataclasses import replace

from graph.answers import RoutesAnswer
from graph.record import Record
from handouts.map_file.country import HOW
from handouts.map_file.evidence import Evidence
from handouts.map_file.page import MapFile, html
from layout.routes.routes import RoutesMap, routes_scene


def routes_file(record: Record, answer: RoutesAnswer) -> str:
    """Return the page of the routes of an answer, at most five."""
    drawn = _without_questions(routes_scene(answer, record))
    evidence = Evidence(record)
    start, target = answer["from"]["name"], answer["to"]["name"]
    evidence.part("", f"{start} to {target}", (HOW,))
    for line in drawn.scene.lines:
        a, b = (_title(record, drawn, end) for end in line.ends)
        evidence.part(line.id, f"{a} and {b}", (line.name,), drawn.claims.get(line.id, ()))
    search = tuple(sorted(set(_search(record, evidence, drawn))))
    return html(MapFile("Who Else? Connect", f"From {start} to {target}.", record.date, drawn.scene, evidence, search))


def _without_questions(drawn: RoutesMap) -> RoutesMap:
    """Leave out "not through", to which a file has no answer."""
    boxes = tuple(box for box in drawn.scene.boxes if box.shape != "action")
    return replace(drawn, scene=replace(drawn.scene, boxes=boxes))


def _search(record: Record, evidence: Evidence, drawn: RoutesMap) -> Iterator[tuple[str, str, str]]:
    for box in drawn.scene.boxes:
        address = _address(record, drawn.stops.get(box.id, ""))
        if address:
            facts = evidence.things[evidence.thing(address)]
            evidence.part(box.id, facts["title"], facts["facts"], facts["claims"])
            yield facts["title"], box.id, address


def _title(record: Record, drawn: RoutesMap, box: str) -> str:
    address = _address(record, drawn.stops.get(box, ""))
    _, _, name = address.partition(":")
    node = record.organizations.get(name) if address.startswith("organization:") else record.networks.get(name)
    return node.shown if node else next((one.name for one in drawn.scene.boxes if one.id == box), box)


def _address(record: Record, stop: str) -> str:
    """Return the address of a stop; a group has none."""
    if stop in record.number:
        return stop
    if stop in record.organizations:
        return f"organization:{stop}"
    return f"network:{stop}" if stop in record.networks else ""
