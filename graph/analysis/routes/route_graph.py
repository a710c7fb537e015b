"""The graph in which routes are searched: networks one can pass, between two ends."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import combinations, islice, pairwise
from typing import Any

import networkx as nx

from graph.analysis.names.groups import Group
from graph.analysis.networks.members import countries_of
from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.different_bodies import different_bodies
from graph.analysis.routes.overlap_graph import Bridge, overlaps
from graph.analysis.routes.paths import shortest_paths
from graph.analysis.routes.route_ends import Entrance, Entrances, Means, entrances
from graph.record import Record
from graph.rules import rules

START, TARGET = "start", "target"
MOST_PATHS = 200  # Paths looked at, those with a network that could be skipped included.
MANY = 20  # Countries in the focus from which on a network of all of them says no more than a world-wide one.
OTHER_THEME = 1.25  # A network that works on something else: its people know each other, the subject is new to them.


@dataclass(frozen=True, slots=True)
class Trail:
    """One way through networks: how one gets in, who bridges each pair of networks, how one gets out."""

    cost: float
    networks: tuple[str, ...]
    start: Entrance
    bridges: tuple[Bridge, ...]
    end: Entrance

    @property
    def bodies(self) -> frozenset[str]:
        """Everybody on the way."""
        carriers = (bridge.body for bridge in self.bridges)
        return frozenset((self.start.body, self.start.seat.body, *carriers, self.end.seat.body, self.end.body))

    @property
    def serving(self) -> tuple[str, ...]:
        """Who speaks in the networks, in the order of the way."""
        return self.start.seat.body, *(bridge.body for bridge in self.bridges), self.end.seat.body

    @property
    def contacts_at_home(self) -> int:
        """How many of the two ends need a contact at home."""
        return (self.start.contact is not None) + (self.end.contact is not None)

    @property
    def stands_still(self) -> bool:
        """Whether one and the same body would enter a network and leave it: it meets nobody there."""
        return any(one == other for one, other in pairwise(self.serving))


@dataclass(frozen=True, slots=True)
class Search:
    """What a search may use: the networks with the factor of each, the ways in at both ends, and whom to avoid."""

    record: Record
    factors: Mapping[str, float]
    starts: Entrances
    ends: Entrances
    means: Means

    def without(self, networks: Iterable[str]) -> "Search":
        """Return the same search that passes by some networks."""
        left = set(networks)
        factors = {network: factor for network, factor in self.factors.items() if network not in left}
        return Search(self.record, factors, self.starts, self.ends, self.means)

    def bridges(self, network: str, other: str) -> Iterator[Bridge]:
        """Yield the bridges from one network to another that are not avoided, the best first."""
        both = {self.record.networks[name].scope for name in (network, other)}
        if both == {"national"} and not self.means.domestic:
            return  # One mechanism at home is help, from one to the next is a detour.
        for bridge in overlaps(self.record).get(network, {}).get(other, ()):
            if bridge.body not in self.means.avoid:
                yield bridge

    def bridge(self, network: str, other: str) -> Bridge | None:
        """Return the best bridge from one network to another that is not avoided."""
        return next(self.bridges(network, other), None)


def network_factors(record: Record, countries: Collection[str], theme: str, include_ended: bool) -> dict[str, float]:
    """Return network id -> factor of every network that a route between countries (with INT) may pass.

    National mechanisms only of these countries, and nothing else between two bodies of one country; ended networks
    only on request, at the price of silent ones; those not yet begun never.
    """
    domestic = is_domestic(countries)
    found = {}
    for network in record.networks.values():
        national = network.scope == "national"
        away = network.country not in countries if national else domestic
        status = state_of(record, network.id).status
        if not (away or not record.has_begun(network) or (status == "ended" and not include_ended)):
            found[network.id] = _factor(record, network.id, status, theme)
    return found


def is_domestic(countries: Collection[str]) -> bool:
    """Return whether a route stays in one country."""
    return len(countries) == 1 and "INT" not in countries


def _factor(record: Record, network_id: str, status: str, theme: str) -> float:
    network, costs = record.networks[network_id], rules().costs
    factor = 1.0 if status == "active" else costs["silent network"].factor
    if is_world_wide(record, network_id):
        factor *= costs["world-wide membership"].factor
    if theme and network.themes and theme not in network.themes:
        factor *= OTHER_THEME
    return factor


def is_world_wide(record: Record, network_id: str) -> bool:
    """Return whether everybody is in a network: the world, or (from twenty on) every country of the record's focus."""
    if record.networks[network_id].scope == "global":
        return True
    countries = countries_of(record, network_id)
    return len(record.countries) >= MANY and countries >= set(record.countries)


def search_between(
    record: Record,
    here: Group,
    there: Group,
    factors: Mapping[str, float],
    means: Means,
    supposed: Collection[str] = (),
) -> Search:
    """Return the search from one end to the other; `supposed` names the ends for which any contact at home will do."""

    def ways(end: str, group: Group, other: Group) -> Entrances:
        # Who stands at one end is no contact on the way from the other.
        own = replace(means, avoid=means.avoid.union(other.bodies), supposed=end in supposed)
        found = entrances(record, group, own)
        return {network: way for network, way in found.items() if network in factors}

    return Search(record, factors, ways(START, here, there), ways(TARGET, there, here), means)


def trails(search: Search, most: int) -> Iterator[Trail]:
    """Yield ways through distinct sequences of networks, the shortest first, none with a network that it could skip.

    Where one body would serve twice on a way, others take its place if there are others; that may make the way dearer,
    so it waits for its turn.
    """
    waiting: list[tuple[float, tuple[str, ...], Trail]] = []
    for cost, trail in _shortest(search, most):
        while waiting and waiting[0][0] <= cost:
            yield heappop(waiting)[-1]
        able = with_different_bodies(search, trail)
        if able is not None:
            heappush(waiting, (able.cost, able.networks, able))
    while waiting:
        yield heappop(waiting)[-1]


def _shortest(search: Search, most: int) -> Iterator[tuple[float, Trail]]:
    """Yield each sequence of networks once, by its best bridges."""
    graph = route_graph(search, most)
    seen: set[tuple[str, ...]] = set()
    for cost, path in islice(shortest_paths(graph, START, TARGET), MOST_PATHS):
        networks = tuple(network for network, _, _ in path[1:-1])
        if networks not in seen and not _can_skip(search, networks):
            seen.add(networks)
            links = [graph.edges[edge]["by"] for edge in pairwise(path)]
            yield cost, Trail(cost, networks, links[0], tuple(links[1:-1]), links[-1])


def with_different_bodies(search: Search, trail: Trail) -> Trail | None:
    """Return a way on which nobody serves twice where there is one; None if somebody would enter and leave a network.

    Else the way as it is: one body may serve in two places that lie apart, if there is no other.
    """
    if len(set(trail.serving)) == len(trail.serving):
        return trail
    starts, ends = search.starts[trail.networks[0]], search.ends[trail.networks[-1]]
    hops = [tuple(search.bridges(one, other)) for one, other in pairwise(trail.networks)]
    chosen = different_bodies(
        [
            [(way.seat.body, way.cost + way.seat.factor) for way in starts],
            *([(bridge.body, bridge.out.factor + bridge.into.factor) for bridge in hop] for hop in hops),
            [(way.seat.body, way.cost + way.seat.factor) for way in ends],
        ]
    )
    if chosen is None:
        return None if trail.stands_still else trail
    first, *between, last = chosen
    bridges = tuple(hop[place] for hop, place in zip(hops, between, strict=True))
    start, end = starts[first], ends[last]
    return Trail(_cost(search, trail.networks, start, bridges, end), trail.networks, start, bridges, end)


def _cost(search: Search, networks: Sequence[str], start: Entrance, bridges: Sequence[Bridge], end: Entrance) -> float:
    into = [start.seat, *(bridge.into for bridge in bridges)]
    out = [*(bridge.out for bridge in bridges), end.seat]
    steps = (
        search.factors[network] * max(one.factor, other.factor)
        for network, one, other in zip(networks, into, out, strict=True)
    )
    return sum(steps) + sum(1 / bridge.count for bridge in bridges) + start.cost + end.cost


def route_graph(search: Search, most: int) -> "nx.DiGraph[Any]":
    """Return the graph of a search: two ends, and nodes (network, factor of the seat by which it was entered, place).

    The cost of an edge is that of the network which it leaves, the dearer of its two entry points times the factor of
    the network, and 1 / (number of bridges) to the next; what a contact at home costs is on the first and last edge.
    No edge leads into a network of the start, and none out of a network of the target: those could be skipped.
    A path holds at most `most` networks.
    """
    graph = nx.DiGraph()
    for network, ways in search.starts.items():
        for way in ways if network in search.factors else ():
            graph.add_edge(START, (network, way.seat.factor, 1), cost=way.cost, by=way)
    waiting = list(graph[START]) if graph else []
    while waiting:
        node = waiting.pop()
        network, entered, place = node
        if network in search.ends:
            cost, way = _way_out(search, network, entered, search.ends[network])
            graph.add_edge(node, TARGET, cost=cost, by=way)
            continue
        for other, cost, bridge in _onwards(search, network, entered, place == most - 1) if place < most else ():
            following = (other, bridge.into.factor, place + 1)
            if following not in graph:
                waiting.append(following)
            graph.add_edge(node, following, cost=cost, by=bridge)
    return graph


def _onwards(search: Search, network: str, entered: float, last: bool) -> Iterator[tuple[str, float, Bridge]]:
    for other in overlaps(search.record).get(network, ()):
        is_end = other in search.ends
        at_home = search.record.networks[other].scope == "national" and not search.means.domestic
        dead_end = not is_end and (last or at_home)
        open_to = other in search.factors and other not in search.starts and not dead_end
        bridge = search.bridge(network, other) if open_to else None
        if bridge is not None:
            step = search.factors[network] * max(entered, bridge.out.factor)
            yield other, step + 1 / bridge.count, bridge


def _way_out(search: Search, network: str, entered: float, ways: Sequence[Entrance]) -> tuple[float, Entrance]:
    step = search.factors[network]
    costs = [step * max(entered, way.seat.factor) + way.cost for way in ways]
    best = costs.index(min(costs))
    return costs[best], ways[best]


def _can_skip(search: Search, networks: tuple[str, ...]) -> bool:
    """Whether a network comes twice, or two that are no neighbours share a bridge: what lies between is unnecessary."""
    pairs = ((networks[i], networks[j]) for i, j in combinations(range(len(networks)), 2) if j > i + 1)
    return any(one == other or search.bridge(one, other) is not None for one, other in pairs)
