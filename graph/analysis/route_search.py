"""Which of the many ways are shown, and what would help where there is none."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from graph.analysis.groups import Group
from graph.analysis.members import members
from graph.analysis.route_graph import Search, Trail, is_world_wide, search_between, trails
from graph.record import Record

MOST_LOOKED_AT = 300  # Ways that a search with a condition looks through before it gives up.
MOST_FALLBACKS = 2
WORTH_FOLLOWING = 2.75  # What a way may cost more than the shortest one: about one more network and its bridge.
MOST_NETWORKS = (2, 3, 6)  # Nobody follows a third introduction where two do; more only for lack of anything shorter.
USUAL = 5  # Whoever asks for more ways than these wants to see the long ones as well.
ENOUGH = 3  # Where only more networks than these lead there, the best way is answer enough.
SAME = 1e-9


def shortest(search: Search, k: int, via: frozenset[str]) -> list[Trail]:
    """Return up to k ways, the shortest first; those through world-wide networks last, but the shortest of them stays.

    Ways that cost much more than the shortest one are left out, unless a network or body was asked for, or more than
    the usual number of ways.
    """
    search = _bound(search, via)
    whole = bool(via) or k > USUAL
    world_wide = {name for name in search.factors if is_world_wide(search.record, name)} - via
    everything = _first(search, k, via)
    fallback = [trail for trail in everything if world_wide & set(trail.networks)]
    if not fallback:
        return everything
    others = [trail for trail in _first(search.without(world_wide), k, via) if whole or _keeps_up(trail, everything)]
    return (others[: max(k - 1, 1)] + fallback[: MOST_FALLBACKS if k <= USUAL else k])[:k]


def _keeps_up(trail: Trail, found: list[Trail]) -> bool:
    """Whether a way is not much dearer than the shortest one, nor takes more introductions than any of them."""
    most = max(MOST_NETWORKS[0], *(len(other.networks) for other in found), 0)
    return trail.cost <= found[0].cost + WORTH_FOLLOWING and len(trail.networks) <= most


def _first(search: Search, k: int, via: frozenset[str]) -> list[Trail]:
    """The k shortest ways that pass all that is wanted; of equal ones those with the surest and smallest circles."""
    found: list[Trail] = []
    for most in MOST_NETWORKS:
        if found and (k <= USUAL or len(found) >= k or most > ENOUGH):
            break
        found = list(_through(search, k, via, most))
    return sorted(found, key=lambda trail: _order(search.record, trail))[:k]


def _through(search: Search, k: int, via: frozenset[str], most: int) -> Iterator[Trail]:
    """The shortest ways through at most so many networks: k, and those that cost as much as the last of them."""
    costs: list[float] = []
    for trail in islice(trails(search, most), MOST_LOOKED_AT):
        beyond = len(costs) >= k and trail.cost > costs[k - 1] + SAME
        too_long = costs and not via and k <= USUAL and trail.cost > costs[0] + WORTH_FOLLOWING
        if beyond or too_long or len(costs) >= 4 * k or (costs and most > ENOUGH):
            return
        if via <= set(trail.networks) | trail.bodies:
            costs.append(trail.cost)
            yield trail


def _order(record: Record, trail: Trail) -> tuple[float, int, int, tuple[str, ...]]:
    presumed = (trail.start.seat.basis == "presumed") + (trail.end.seat.basis == "presumed")
    circle = sum(len(members(record)[network]) for network in trail.networks)
    return round(trail.cost, 6), presumed, circle, trail.networks


def _bound(search: Search, via: frozenset[str]) -> Search:
    """Let a search begin or end in the wanted networks in which it can."""
    starts = {name: ways for name, ways in search.starts.items() if name in via}
    ends = {name: ways for name, ways in search.ends.items() if name in via and name not in search.starts}
    return replace(search, starts=starts or search.starts, ends=ends or search.ends)


def would_help(search: Search, here: Group, there: Group) -> str | None:
    """Return which contact at home would open a route, as a sentence, or None where no single one would."""
    record = search.record
    for end in ("start", "target"):
        supposed = search_between(record, here, there, search.factors, search.means, supposed=end)
        trail = next(trails(supposed, MOST_NETWORKS[0]), None)
        if trail is not None:
            entrance = trail.start if end == "start" else trail.end
            return _sentence(record, entrance.body, entrance.seat.body, trail.networks)
    return None


def _sentence(record: Record, body: str, other: str, networks: Iterable[str]) -> str:
    names = " and ".join(record.networks[network].shown for network in networks)
    one, two = (record.organizations[name].shown for name in (body, other))
    return f"A contact between {one} and {two} at home would open a route through {names}."
