"""Which of the many ways are shown, and what would help where there is none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from graph.analysis.names.groups import Group
from graph.analysis.networks.members import members
from graph.analysis.routes.route_ends import Entrance
from graph.analysis.routes.route_graph import Search, Trail, is_world_wide, search_between, trails
from graph.record import Record

MOST_LOOKED_AT = 300  # Ways that a search with a condition looks through before it gives up.
MOST_FALLBACKS = 2
WORTH_FOLLOWING = 2.75  # What a way may cost more than the shortest one: about one more network and its bridge.
MOST_NETWORKS = (2, 3)  # Nobody follows a third introduction where two do, nor a fourth at all.
MOST_INTRODUCTIONS = 3  # Networks and contacts at home, where two networks do not lead there.
USUAL = 5  # Whoever asks for more ways than these wants to see the long ones as well.
SAME = 1e-9


def shortest(search: Search, k: int, via: frozenset[str]) -> list[Trail]:
    """Return up to k ways, the shortest first; those through world-wide networks last, but the shortest of them stays.

    Only a detour (`_is_detour`) comes after a cheaper way through a world-wide network: whom everybody knows is asked
    before two strangers are. Ways that cost much more than the shortest one are left out, unless a network or body
    was asked for, or more than the usual number of ways.
    """
    search = _bound(search, via)
    whole = bool(via) or k > USUAL
    world_wide = {name for name in search.factors if is_world_wide(search.record, name)} - via
    everything = _first(search, k, via)
    fallback = [trail for trail in everything if world_wide & set(trail.networks)]
    if not fallback:
        return _shared_first(everything)
    others = [trail for trail in _first(search.without(world_wide), k, via) if whole or _keeps_up(trail, everything)]
    others = _shared_first(others)
    straight, detours = _apart(search.record, others)
    known, unknown = _apart(search.record, fallback[: MOST_FALLBACKS if k <= USUAL else k])
    kept = (straight + detours)[: max(k - 1, 1)]
    rest = sorted(kept[len(straight) :] + known, key=lambda trail: trail.cost)
    return (kept[: len(straight)] + rest + unknown)[:k]


def _shared_first(found: list[Trail]) -> list[Trail]:
    """Before all others the networks in which both ends sit themselves: no introduction is shorter than none."""
    return sorted(found, key=lambda trail: len(trail.networks) > 1 or trail.contacts_at_home > 0)


def _apart(record: Record, found: list[Trail]) -> tuple[list[Trail], list[Trail]]:
    """Straight ways, and detours."""
    detours = [trail for trail in found if _is_detour(record, trail)]
    return [trail for trail in found if trail not in detours], detours


def _is_detour(record: Record, trail: Trail) -> bool:
    """Whether a way needs a contact at both ends, or two networks between bodies of one kind."""
    kinds = {record.organizations[entrance.body].kind for entrance in (trail.start, trail.end)}
    return trail.contacts_at_home > 1 or (len(trail.networks) > 1 and len(kinds) == 1)


def _keeps_up(trail: Trail, found: list[Trail]) -> bool:
    """Whether a way is not much dearer than the shortest one, nor takes more introductions than any of them."""
    most = max(MOST_NETWORKS[0], *(len(other.networks) for other in found), 0)
    return trail.cost <= found[0].cost + WORTH_FOLLOWING and len(trail.networks) <= most


def _first(search: Search, k: int, via: frozenset[str]) -> list[Trail]:
    """The k shortest ways that pass all that is wanted; of equal ones those with the surest and smallest circles."""
    found: list[Trail] = []
    for most in MOST_NETWORKS:
        if found and (k <= USUAL or len(found) >= k):
            break
        found = list(_through(search, k, via, most))
    return sorted(found, key=lambda trail: _order(search.record, trail))[:k]


def _through(search: Search, k: int, via: frozenset[str], most: int) -> Iterator[Trail]:
    """The shortest ways through at most so many networks: k, and those that cost as much as the last of them."""
    whole, costs = bool(via) or k > USUAL, list[float]()
    for trail in islice(trails(search, most), MOST_LOOKED_AT):
        beyond = len(costs) >= k and trail.cost > costs[k - 1] + SAME
        too_long = costs and not whole and trail.cost > costs[0] + WORTH_FOLLOWING
        if beyond or too_long or len(costs) >= 4 * k:
            return
        if _passes(trail, via) and (whole or _is_short(trail)):
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


def _passes(trail: Trail, via: frozenset[str]) -> bool:
    return via <= set(trail.networks) | trail.bodies


def _is_short(trail: Trail) -> bool:
    """Whether two networks lead there, or no more introductions than anybody follows."""
    return len(trail.networks) <= 2 or len(trail.networks) + trail.contacts_at_home <= MOST_INTRODUCTIONS


def would_help(search: Search, here: Group, there: Group, via: frozenset[str] = frozenset()) -> str | None:
    """Return which contact at home, not recorded yet, would open a route by all that is wanted, as a sentence.

    Where no single one would and both ends come into networks, one at each end; None where these would not either.
    """
    both = [("start", "target")] if search.starts and search.ends else []
    for ends in (("start",), ("target",), *both):
        supposed = search_between(search.record, here, there, search.factors, search.means, supposed=ends)
        for trail in trails(_bound(supposed, via), MOST_NETWORKS[0]):
            missing = [entrance for entrance in (trail.start, trail.end) if entrance.is_supposed]
            if missing and _passes(trail, via):
                return _sentence(search.record, missing, trail.networks)
    return None


def _sentence(record: Record, missing: Sequence[Entrance], networks: Iterable[str]) -> str:
    names = " and ".join(record.networks[network].shown for network in networks)
    pairs = [
        f"{record.organizations[entrance.body].shown} and {record.organizations[entrance.seat.body].shown}"
        for entrance in missing
    ]
    if len(pairs) == 1:
        return f"A contact between {pairs[0]} at home would open a route through {names}."
    places = [record.country_name(record.organizations[entrance.body].country) for entrance in missing]
    one, two = (f"between {pair} in {place}" for pair, place in zip(pairs, places, strict=True))
    return f"Two contacts at home, {one} and {two}, would open a route through {names}."
