"""Routes through networks as text: a line a step."""

from commands.screen import indented, paragraph
from graph.answers import EntryPoint, HomeTie, Route, RoutesAnswer, Step


def routes(answer: RoutesAnswer, width: int) -> list[str]:
    """Return the routes, shortest first, or why there is none and what would help."""
    lines = paragraph(f"From {answer['from']['name']} to {answer['to']['name']}", width)
    for place, route in enumerate(answer["routes"], 1):
        lines += ["", f"{place}. cost {route['cost']:.2f}"]
        lines += [line for text in _steps(route) for line in indented(text, width)]
    if answer["why_none"]:
        lines += ["", *paragraph(f"No route: {answer['why_none']}.", width)]
    if answer["would_help"]:
        lines += ["", *paragraph(answer["would_help"], width)]
    return lines


def _steps(route: Route) -> list[str]:
    before = [_home(home) for home in route["home"] if home["at"] == "start"]
    after = [_home(home) for home in route["home"] if home["at"] == "end"]
    return [*before, *(_step(step) for step in route["steps"]), *after]


def _home(home: HomeTie) -> str:
    return f"at home: {home['tie']['a']['name']} is in contact with {home['tie']['b']['name']}"


def _step(step: Step) -> str:
    heard = f", last heard of {step['last_heard']}" if step["last_heard"] else ""
    network = f"{step['network']['name']} ({step['status']}{heard})"
    return f"{network}: in by {_entry(step['entry'])}, out by {_entry(step['exit'])}"


def _entry(entry: EntryPoint) -> str:
    please = ", please confirm" if entry["basis"] == "presumed" else ""
    return f"{entry['name']} [{entry['basis']}{please}]"
