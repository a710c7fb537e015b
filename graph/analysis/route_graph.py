"""The graph in which routes are searched: networks one can pass, between two ends."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, pairwise
from typing import Any

import networkx as nx

from graph.analysis.groups import Group
from graph.analysis.members import countries_of
from graph.analysis.network_state import state_of
from graph.analysis.overlap_graph import Bridge, overlaps
from graph.analysis.paths import shortest_paths
from graph.analysis.route_ends import Entrance, Entrances, Means, entrances
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
    def contacts_at_home(self) -> int:
        """How many of the two ends need a contact at home."""
        return (self.start.contact is not None) + (self.end.contact is not None)

    @property
    def stands_still(self) -> bool:
        """Whether one and the same body would enter a network and leave it: it meets nobody there."""
        into = [self.start.seat.body, *(bridge.body for bridge in self.bridges)]
        out = [*(bridge.body for bridge in self.bridges), self.end.seat.body]
        return any(one == other for one, other in zip(into, out, strict=True))


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

    def bridge(self, network: str, other: str) -> Bridge | None:
        """Return the best bridge from one network to another that is not avoided."""
        both = {self.record.networks[name].scope for name in (network, other)}
        if both == {"national"} and not self.means.domestic:
            return None  # One mechanism at home is help, from one to the next is a detour.
        found = overlaps(self.record).get(network, {}).get(other, ())
        return next((bridge for bridge in found if bridge.body not in self.means.avoid), None)


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
    """Yield ways through distinct sequences of networks, the shortest first, none with a network that it could skip."""
    graph = route_graph(search, most)
    seen: set[tuple[str, ...]] = set()
    for cost, path in islice(shortest_paths(graph, START, TARGET), MOST_PATHS):
        networks = tuple(network for network, _, _ in path[1:-1])
        if networks not in seen and not _can_skip(search, networks):
            links = [graph.edges[edge]["by"] for edge in pairwise(path)]
            trail = Trail(cost, networks, links[0], tuple(links[1:-1]), links[-1])
            if not trail.stands_still:
                seen.add(networks)
                yield trail


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
