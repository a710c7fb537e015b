"""The networks that reach a group, as text: a network a paragraph, with whom it adds."""

from commands.screen import indented, paragraph
from commands.show.parts import titled
from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.reach_plan import Plan
from graph.analysis.routes.route_graph import is_world_wide
from graph.answers import OneMore, Reached, ReachNetwork
from graph.words import count


def reach(plan: Plan, width: int) -> list[str]:
    """Return how good the set is, its networks, who stays out, and what one more would buy."""
    answer = plan.answer
    lines = paragraph(_opening(plan), width)
    for place, network in enumerate(answer["networks"], 1):
        lines += ["", *_network(plan, place, network, width)]
    everywhere = [net["name"] for net in answer["networks"] if is_world_wide(plan.record, net["id"])]
    if everywhere:
        note = f"Everybody is in {' and '.join(everywhere)}, so that says little: --no-world-wide does without."
        lines += ["", *paragraph(note, width)]
    lines += titled(
        "BEGIN DOWN THE CORRIDOR", [line for text in _at_home(plan) for line in paragraph(text, width, "  ")]
    )
    links = [f"{one['from']['name']} - {one['by']['name']} - {one['to']['name']}" for one in plan.links()]
    lines += titled("WHO LINKS THEM", [line for link in links for line in paragraph(link, width, "  ")])
    lines += titled("NOT REACHED", _unreached(plan, width))
    lines += titled("ONE MORE NETWORK", [line for one in plan.one_more() for line in _one_more(one, width)])
    if len(answer["optima"]) > 1:
        sets = [", ".join(ids) for ids in answer["optima"]]
        lines += titled("SETS OF EQUAL COST", [line for ids in sets for line in paragraph(ids, width, "  ")])
    return lines


def _at_home(plan: Plan) -> list[str]:
    """By whom at home one comes into which network of the set."""
    names = plan.record.organizations
    return [
        f"{names[way.body].name} is in contact with {names[way.seat.body].name}, which sits in "
        f"{plan.record.networks[way.seat.network].name}"
        for way in plan.contacts_at_home()
    ]


def _opening(plan: Plan) -> str:
    answer = plan.answer
    reached = len(plan.targets) - len(answer["unreached"])
    size = len(answer["networks"])
    verb = "reaches" if size == 1 else "reach"
    found = f"{count(size, 'network')} at cost {answer['cost']:g} {verb} {reached} of {len(plan.targets)}."
    if not size:
        return f"No network reaches any of the {len(plan.targets)}."
    sure = "No set costs less." if answer["proven"] else f"Not proven: no set costs less than {answer['bound']:g}."
    return " ".join((found, *plan.falls_short(), sure))


def _network(plan: Plan, place: int, network: ReachNetwork, width: int) -> list[str]:
    state = state_of(plan.record, network["id"])
    heard = f", last heard of {state.last_heard}" if state.last_heard else ", no date recorded"
    adds = "; ".join(_reached(one) for one in network["adds"]) or "nobody new"
    lines = paragraph(f"{place}. {network['name']} ({network['id']}; {state.status}{heard})", width, "   ")
    return lines + indented(f"adds {len(network['adds'])}: {adds}", width)


def _reached(one: Reached) -> str:
    return f"{one['id']}{' [presumed]' if one['basis'] == 'presumed' else ''}"


def _unreached(plan: Plan, width: int) -> list[str]:
    by_reason: dict[str, list[str]] = {}
    for one in plan.answer["unreached"]:
        by_reason.setdefault(one["why"], []).append(one["id"])
    return [line for why, ids in by_reason.items() for line in paragraph(f"{', '.join(ids)}: {why}", width, "  ")]


def _one_more(one: OneMore, width: int) -> list[str]:
    adds = f"reaches {len(one['adds'])} more" if one["adds"] else ""
    second = f"is a second way to {len(one['second'])} that hang on one network" if one["second"] else ""
    return paragraph(
        f"{one['name']} ({one['id']}): {' and '.join(part for part in (adds, second) if part)}", width, "  "
    )
