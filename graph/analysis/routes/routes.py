"""Networking with networks: how one gets from one body to another, or to the best of a group."""

from collections.abc import Sequence

from graph.analysis.names.groups import Group, group_of
from graph.analysis.routes.route_ends import Means
from graph.analysis.routes.route_graph import Search, is_domestic, network_factors, search_between
from graph.analysis.routes.route_search import USUAL, shortest, would_help
from graph.analysis.routes.route_shapes import WhyNone, answer_of, contact_routes, route_of
from graph.answers import RoutesAnswer
from graph.errors import InputError, UnknownName
from graph.record import Record

LONG = 3  # Networks from which on a contact at home serves better than any route: it is named, with the best route.


def routes(
    record: Record,
    start: str,
    target: str,
    k: int = 5,
    avoid: Sequence[str] = (),
    via: Sequence[str] = (),
    theme: str = "",
    include_ended: bool = False,
) -> RoutesAnswer:
    """Return up to k routes through distinct sequences of networks, contacts already there first, then by cost.

    `start` and `target` are bodies (`organization:pk-customs`), groups (`customs@TH,VN`, `kind:customs`) or countries
    (`country:TH`); `avoid` and `via` networks or bodies. World-wide memberships come last, as the fallback that they
    are, but keep a place among the k where they are short, and come before dearer detours. More than three networks
    are no answer. Costs: rules/costs.csv. Raises UnknownName, and InputError for k < 1.
    """
    if k < 1:
        raise InputError(f"{k} routes were asked for.", "Ask for at least one.")
    here, there = _ends(record, start, target)
    if set(here.bodies) & set(there.bodies):
        return answer_of(here, there, [], "same organization")
    avoided, wanted = _things(record, avoid), _things(record, via)
    search = _search(record, here, there, avoided, theme, include_ended)
    found = [] if wanted else contact_routes(record, here, there, avoided)
    found += [route_of(record, trail) for trail in shortest(search, k, wanted)]
    if found:
        is_long = all(len(route["steps"]) >= LONG for route in found)
        help_at_home = would_help(search, here, there, wanted) if is_long else None
        return answer_of(here, there, found[: 1 if help_at_home and k <= USUAL else k], would_help=help_at_home)
    why: WhyNone = "no connection" if search.starts and search.ends else "no memberships recorded"
    return answer_of(here, there, [], why, would_help(search, here, there, wanted))


def _ends(record: Record, start: str, target: str) -> tuple[Group, Group]:
    """Return the two ends; a group of all countries is without whoever stands at the other end."""
    here, there = group_of(record, start), group_of(record, target)
    here = here.without(there)
    return here, there.without(here)


def routes_to_each(
    record: Record, start: str, target: str, avoid: Sequence[str] = (), theme: str = ""
) -> list[RoutesAnswer]:
    """Return the best route to every body of a group, or why there is none, the shortest first.

    For "how do I get to the customs of these nine countries?", where `routes` names the best of them.
    """
    bodies = group_of(record, target).bodies
    answers = [routes(record, start, f"organization:{body}", 1, avoid, theme=theme) for body in bodies]

    def order(answer: RoutesAnswer) -> tuple[bool, float, str]:
        best = answer["routes"][0]["cost"] if answer["routes"] else 0.0
        return not answer["routes"], best, answer["to"]["id"]

    return sorted(answers, key=order)


def _things(record: Record, asked: Sequence[str]) -> frozenset[str]:
    """The ids of networks and bodies given by id or address."""
    ids = frozenset(address.partition(":")[2] or address for address in asked)
    for unknown in sorted(ids - record.networks.keys() - record.organizations.keys()):
        raise UnknownName(f"No network or body of the record is called “{unknown}”.", "Look it up with `whoelse find`.")
    return ids


def _search(
    record: Record, here: Group, there: Group, avoid: frozenset[str], theme: str, include_ended: bool
) -> Search:
    countries = {record.organizations[body].country for body in (*here.bodies, *there.bodies)}
    factors = network_factors(record, countries, theme, include_ended)
    passable = {network: factor for network, factor in factors.items() if network not in avoid}
    means = Means(avoid, domestic=is_domestic(countries))
    return search_between(record, here, there, passable, means)
