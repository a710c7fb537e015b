"""What the page says of a set of networks: how good it is, who stays out, and which sets are as good."""

from itertools import accumulate

from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.cover_solver import SoFar
from graph.analysis.reach.reach_plan import Plan
from graph.analysis.routes.route_graph import is_world_wide
from graph.record import Record
from graph.words import joined
from views.parts import words

MOST_NAMED = 6
MANY = 8  # more than anybody works with at once


def headline(plan: Plan) -> str:
    """Return how many networks reach how many: "5 networks reach all 25." """
    answer, all_of = plan.answer, len(plan.targets)
    reached, size = all_of - len(answer["unreached"]), len(answer["networks"])
    if not reached and not size:
        return f"No network that may be taken reaches any of the {all_of}." if all_of > 1 else "No network reaches it."
    whom = f"all {all_of}" if reached == all_of and all_of > 1 else f"{reached} of {all_of}"
    whom = "it" if all_of == 1 and reached else whom
    verb = "reaches" if size == 1 else "reach"
    return f"{words.count(size, 'network')} {verb} {whom}."


def first_few(plan: Plan) -> str:
    """Return how few of many networks reach half of all that the set reaches; nothing where these are few."""
    adds = [len(network["adds"]) for network in plan.answer["networks"]]
    if len(adds) <= MANY:
        return ""
    so_many = list(accumulate(adds))
    few = next(place for place, reached in enumerate(so_many, 1) if 2 * reached >= so_many[-1])
    return f"The first {few} of these {len(adds)} networks reach {so_many[few - 1]}, each of the others few more."


def smaller_share(plan: Plan) -> int:
    """Return half of what can be reached as a share of all in percent, in steps that the condition knows."""
    reached = len(plan.targets) - len(plan.answer["unreached"])
    return max(10, 5 * round(10 * reached / len(plan.targets)))


def how_good(plan: Plan, was_stopped: bool) -> str:
    """Return whether the set is proven to be the smallest, or what is known of any smaller one."""
    answer = plan.answer
    equal = all(cost == 1 for cost in plan.cost.values())
    least = "smaller" if equal else "cheaper"
    if not answer["networks"]:
        return ""
    short = plan.falls_short()
    first = "".join(f"{said} " for said in (*short, "" if equal else f"The set costs {answer['cost']:g}.") if said)
    if answer["proven"]:
        return f"{first}Proven: no {least} set {'reaches as many' if short else 'does'}."
    why = "Stopped" if was_stopped else "Time was up"
    unit = " networks" if equal else ""
    return f"{first}{why}: this is the best set so far, and none can do with less than {answer['bound']:g}{unit}."


def so_far(known: SoFar | None) -> str:
    """Return how far a search is."""
    if known is None:
        return "Searching …"
    if known.bound >= known.cost:
        return f"Least cost found: {known.cost:g}. Choosing among the sets as good …"
    return f"Best set so far costs {known.cost:g}; none can cost less than {known.bound:g}."


def unreached(plan: Plan) -> list[tuple[str, str]]:
    """Return why some stay out, with their names, the reason of most first."""
    by_reason: dict[str, list[str]] = {}
    is_one_country = len({plan.record.organizations[target].country for target in plan.targets}) == 1
    for one in plan.answer["unreached"]:
        who = plan.record.organizations[one["id"]]
        by_reason.setdefault(one["why"], []).append(who.shown if is_one_country else body(plan.record, one["id"]))
    order = sorted(by_reason.items(), key=lambda found: (-len(found[1]), found[0]))
    return [(_first(names), f"{why}.") for why, names in order]


def _first(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return f"{'; '.join(names[:MOST_NAMED])} and {more} more" if more > 0 else "; ".join(names)


def body(record: Record, name: str) -> str:
    """Return a body by its short name with its country."""
    who = record.organizations[name]
    country = record.country_name(who.country)
    return who.shown if country in who.shown or who.country == "INT" else f"{who.shown}, {country}"


def swap(plan: Plan, place: int) -> str:
    """Return in what a set differs from the first one: "RILO instead of SASEC"."""
    first, other = (set(plan.answer["optima"][number]) for number in (0, place))

    def named(networks: set[str]) -> str:
        return joined(sorted(plan.record.networks[network].shown for network in networks))

    if first == other:
        return "The set with fewest silent and national networks and presumed seats."
    new, left = named(other - first), named(first - other)
    return f"{new} instead of {left}." if new and left else f"With {new}." if new else f"Without {left}."


def to_ask(plan: Plan) -> list[str]:
    """Return what to ask before relying on a set: networks that may not run, and how many seats are presumed."""
    said = []
    adds = [one for network in plan.answer["networks"] for one in network["adds"]]
    presumed = sum(one["basis"] != "recorded" for one in adds)
    if presumed:
        seats = words.count(len(adds), "seat")
        some = "The seat is" if len(adds) == 1 else f"{presumed} of {seats} {'is' if presumed == 1 else 'are'}"
        said.append(f"{some} presumed by the kind of body (○): ask each country who sits there.")
    for network in plan.answer["networks"]:
        state, name = state_of(plan.record, network["id"]), plan.record.networks[network["id"]].shown
        if state.status == "silent":
            said.append(f"Does {name} still run? Last heard of {words.day(state.last_heard, 'on a day not recorded')}.")
        elif state.status == "active" and not state.last_heard:
            said.append(f"When did {name} last meet? No date is recorded.")
    return said


def at_home(plan: Plan) -> list[str]:
    """Return by whom at home one comes into which network of the set."""
    names, networks = plan.record.organizations, plan.record.networks
    into: dict[tuple[str, str], list[str]] = {}
    for way in plan.contacts_at_home():
        into.setdefault((way.body, way.seat.body), []).append(networks[way.seat.network].shown)
    return [
        f"Begin down the corridor: {names[one].shown} is in contact with {names[other].shown}, "
        f"which sits in {joined(found)}."
        for (one, other), found in into.items()
    ]


def everybody(plan: Plan) -> str:
    """Return whom the networks that everybody is in would reach, where they are left out; empty if there are none."""
    record = plan.record
    names = {name for ways in plan.ways.values() for name in ways}
    wide = {name for name in names - set(plan.networks) if record.is_running(name) and is_world_wide(record, name)}
    if plan.wish.world_wide or not wide:
        return ""
    counts = {name: sum(name in ways for ways in plan.ways.values()) for name in wide - plan.wish.never}
    order = sorted(counts, key=lambda name: (-counts[name], name))[:3]
    said = [f"{record.networks[name].shown} ({counts[name]})" for name in order]
    return f"World-wide, and left out: {joined(said)}." if said else ""
