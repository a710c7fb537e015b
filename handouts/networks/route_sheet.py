"""The route sheet: from A to B through networks, step by step, with the evidence and what to ask first."""

from dataclasses import replace

from graph.analysis.claims import claims
from graph.analysis.routes.route_evidence import confirmations, evidence, takes
from graph.analysis.routes.route_words import route_in_words, route_title
from graph.analysis.routes.routes import routes
from graph.answers import ClaimShown, EntryPoint, Named, Route, RoutesAnswer
from graph.record import Record
from handouts.drawing.picture import picture
from handouts.networks.factsheet import table
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Form, Paper, Part, made
from layout.drawn.scene import Scene
from layout.routes.routes import WHY_NONE, routes_scene

WIDE = 1046.0
MOST = 3


def route_sheet(record: Record, start: str, target: str, theme: str = "", form: Form = "pdf", k: int = MOST) -> bytes:
    """Return the ways from one body or group to another, at most `k`. Raises UnknownName."""
    return made(paper(record, routes(record, start, target, k=k, theme=theme), theme), form)


def paper(record: Record, answer: RoutesAnswer, theme: str = "") -> Paper:
    """Return the sheet of an answer, on as many pages as it takes."""
    start, target = (_end(record, answer["from"]), _end(record, answer["to"]))
    title = f"From {start} to {target}"
    foot = f"Who Else? {title}. {words.known_on(record)}"
    found = answer["routes"]
    under = f"{words.count(len(found), 'way')} through networks{f', on {words.subject(theme)}' if theme else ''}"
    body = tag(
        "div",
        head(title, under if found else "No way is recorded", foot, words.known_on(record)),
        picture(_scene(record, answer), WIDE, f"Routes: {title}") if found else _none(answer),
        *(_route(record, route, number) for number, route in enumerate(found, 1)),
        tag("p", _signs(), class_="small foot-line"),
        class_="sheet routes",
    )
    return Paper(title, (Part(body, "a4-level"),), foot)


def _scene(record: Record, answer: RoutesAnswer) -> Scene:
    """Return the drawing of the routes without what can only be clicked; no lane is the chosen one."""
    scene = routes_scene(answer, record, chosen=-1).scene
    return replace(scene, boxes=tuple(box for box in scene.boxes if box.shape != "action"))


def _end(record: Record, end: Named) -> str:
    body = end["id"].removeprefix("organization:")
    if body not in record.organizations:
        return end["name"]
    node = record.organizations[body]
    return f"{node.name}, {record.country_name(node.country)}" if node.country != "INT" else node.name


def _signs() -> str:
    return (
        f"{words.RECORDED} a source says so. {words.PRESUMED} presumed from the kind of body: please confirm. Short, "
        "longer and fallback compare the ways of this sheet; a fallback is a network in which nearly everybody sits."
    )


def _none(answer: RoutesAnswer) -> Markup:
    said = [WHY_NONE.get(answer["why_none"] or "", "No way is recorded."), answer["would_help"] or ""]
    return tag("p", " ".join(one for one in said if one))


def _route(record: Record, route: Route, number: int) -> Markup:
    ask = confirmations(record, route)
    return tag(
        "div",
        tag("h2", f"{number}. {route_title(record, route)}"),
        tag("p", route_in_words(record, route)),
        tag("p", f"It takes {takes(record, route)}.", class_="small") if route["steps"] else "",
        tag("ol", *(tag("li", step) for step in _steps(record, route))),
        tag("p", tag("b", "Ask first: "), " ".join(ask)) if ask else "",
        _evidence(record, route),
    )


def _steps(record: Record, route: Route) -> list[str]:
    """Return the steps in the order in which they are gone, each with its basis."""
    home = {at: [tie for tie in route["home"] if tie["at"] == at] for at in ("start", "end")}
    steps = [_contact(record, tie["tie"]["a"]["id"], tie["tie"]["b"]["id"]) for tie in home["start"]]
    for step in route["steps"]:
        network = record.networks[step["network"]["id"]].shown
        state = f" ({step['status']}{_heard(step['last_heard'])})" if step["status"] != "active" else ""
        steps.append(f"{_point(record, step['entry'])} has a seat in {network}{state}")
        steps.append(f"In {network} it meets {_point(record, step['exit'])}")
    return steps + [_contact(record, tie["tie"]["a"]["id"], tie["tie"]["b"]["id"]) for tie in home["end"]]


def _heard(last_heard: str | None) -> str:
    return f", last heard of in {last_heard[:4]}" if last_heard else ""


def _contact(record: Record, a: str, b: str) -> str:
    return f"{words.RECORDED} {words.short(record, a)} and {words.short(record, b)} are in contact"


def _point(record: Record, point: EntryPoint) -> str:
    node = record.organizations.get(point["id"])
    country = f" ({record.country_name(node.country)})" if node and node.country != "INT" else ""
    return f"{words.SIGNS[point['basis']]} {words.short(record, point['id'], point['name'])}{country}"


def _evidence(record: Record, route: Route) -> Markup:
    steps = dict(evidence(record, route))
    found = claims(record, steps)["claims"] if steps else []
    if not found:
        return tag("p", "Every step of this route is presumed.", class_="small")
    said: dict[tuple[str, str], list[str]] = {}
    for one in found:
        said.setdefault((steps[one["id"]], f"{words.opened(one['sentence'])}."), []).append(_source(one))
    rows = [(step, sentence, "; ".join(dict.fromkeys(sources))) for (step, sentence), sources in said.items()]
    return table((("Step", "when"), ("What the source says", ""), ("Source", "from")), rows)


def _source(claim: ClaimShown) -> str:
    source = claim["source"]
    return f"{source['publisher'] or source['title']}, {words.day(source['published'])}"
