"""The drawing of routes: start and target as tall boxes, between them a lane for each way through networks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.answers import RoutesAnswer
from graph.record import Record
from layout.drawn.lettering import letters
from layout.drawn.scene import Scene, Text, Zone
from layout.drawn.text import wrap
from layout.routes.route_lanes import Drawing, draw_lane
from layout.routes.route_plan import end_of, lanes_of
from layout.routes.route_stops import SHEETS, Sheet, tall
from layout.sheet import Size

MOST_LANES = 10
WHY_NONE = {
    "same organization": "Start and target are one body, or one is part of the other.",
    "no memberships recorded": "No membership is recorded for one of the two, so no way through networks is known.",
    "no connection": "No way through networks is recorded.",
}


@dataclass(frozen=True, slots=True)
class RoutesMap:
    """The scene and what stands behind its parts.

    `lanes` gives the place of the route in the answer by the id of its area, `stops` the body or network by the id
    of its box, `claims` the claims by the id of a line, `avoid` the network by the id of its "not through".
    """

    scene: Scene
    lanes: Mapping[str, int]
    stops: Mapping[str, str]
    claims: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, str]


def routes_scene(answer: RoutesAnswer, record: Record, size: Size = "desk", chosen: int = 0) -> RoutesMap:
    """Draw the routes of an answer, at most ten; `chosen` is the place of the route whose evidence is shown."""
    sheet, drawing, foot = SHEETS[size], Drawing(), 0.0
    lanes = lanes_of(record, answer)[:MOST_LANES]
    for place, lane in enumerate(lanes):
        foot = draw_lane(drawing, lane, place, foot + (sheet.apart if place else 0), place == chosen, sheet)
    if not lanes:
        foot = _draw_none(drawing, answer, sheet)
    start = end_of(record, answer["from"]["id"], answer["from"]["name"])
    target = end_of(record, answer["to"]["id"], answer["to"]["name"])
    ends = [tall("start", start, 0, foot, sheet), tall("target", target, sheet.width - sheet.tall, foot, sheet)]
    height = max(box.h for box in ends)
    scene = Scene(
        id="routes",
        width=sheet.width,
        height=height + letters(sheet.projector).note_step + 12,
        boxes=(*(replace(box, h=height) for box in ends), *drawing.boxes),
        lines=tuple(drawing.lines),
        zones=tuple(drawing.zones),
        texts=tuple(drawing.texts),
        projector=sheet.projector,
    )
    places = {f"lane:{place}": place for place in range(len(lanes))}
    stops = {"start": start.id, "target": target.id, **drawing.stops}
    return RoutesMap(scene, places, stops, drawing.claims, drawing.avoid)


def _draw_none(drawing: Drawing, answer: RoutesAnswer, sheet: Sheet) -> float:
    """Say why there is no route and what would help, and return the foot."""
    sizes = letters(sheet.projector)
    said = [WHY_NONE.get(answer["why_none"] or "", "No way is recorded."), answer["would_help"] or ""]
    lines = [line for words in said if words for line in wrap(words, sheet.lane - 40, sizes.name + 2)]
    foot = 60 + len(lines) * (sizes.name_step + 6)
    drawing.zones.append(Zone(sheet.left, 0, sheet.lane, foot, "lane"))
    for place, line in enumerate(lines):
        drawing.texts.append(Text(sheet.left + 20, 44 + place * (sizes.name_step + 6), line, sizes.name + 2))
    return foot
