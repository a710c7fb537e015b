"""The ways through the networks are all there are, the shortest first."""

from itertools import pairwise, permutations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.names.groups import group_of
from graph.analysis.routes.paths import shortest_paths
from graph.analysis.routes.route_ends import Means
from graph.analysis.routes.route_graph import network_factors, search_between, trails
from tests.graph.analysis.routes.routes_toy import HERE, THERE, body, member, network, record


def test_yens_example() -> None:
    graph = nx.DiGraph()
    for edge in ("CD3", "CE2", "DF4", "ED1", "EF2", "EG3", "FG2", "FH1", "GH2"):
        graph.add_edge(edge[0], edge[1], cost=int(edge[2]))
    found = list(shortest_paths(graph, "C", "H"))
    assert [cost for cost, _ in found[:3]] == [5, 7, 8]
    assert found[0][1] == ["C", "E", "F", "H"]
    assert [cost for cost, _ in found] == sorted(cost for cost, _ in found)


EDGES = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(0, 9), max_size=20)


@given(EDGES)
def test_all_paths_come_in_the_order_of_networkx(edges: dict[tuple[int, int], int]) -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from((0, 5))
    for (one, other), cost in edges.items():
        if one != other:
            graph.add_edge(one, other, cost=cost)
    yens = list(nx.shortest_simple_paths(graph, 0, 5, weight="cost")) if nx.has_path(graph, 0, 5) else []
    found = list(shortest_paths(graph, 0, 5))
    assert [cost for cost, _ in found] == [nx.path_weight(graph, path, "cost") for path in yens]
    assert sorted(path for _, path in found) == sorted(yens)


NETS = "abcdef"


GROUPS = st.lists(st.frozensets(st.sampled_from(NETS), min_size=2, max_size=3), max_size=6)


@given(
    start=st.frozensets(st.sampled_from(NETS), min_size=1, max_size=3),
    end=st.frozensets(st.sampled_from(NETS), min_size=1, max_size=3),
    carriers=GROUPS,
    world_wide=st.frozensets(st.sampled_from(NETS)),
    most=st.integers(1, 4),
)
def test_all_ways_are_those_that_brute_force_finds(
    start: frozenset[str],
    end: frozenset[str],
    carriers: list[frozenset[str]],
    world_wide: frozenset[str],
    most: int,
) -> None:
    nets = [network(net, scope="global" if net in world_wide else "regional") for net in NETS]
    seats = [member("pk-here", net) for net in start] + [member("th-there", net) for net in end]
    igos = [body(f"igo-{number}", "INT") for number in range(len(carriers))]
    seats += [member(igo.id, net) for igo, places in zip(igos, carriers, strict=True) for net in places]
    known = record(*nets, *igos, *seats)

    def shared(one: str, other: str) -> int:
        return sum({one, other} <= places for places in carriers)

    def is_way(way: tuple[str, ...]) -> bool:
        ends = [net in start for net in way] == [True] + [False] * (len(way) - 1)
        ends = ends and [net in end for net in way] == [False] * (len(way) - 1) + [True]
        apart = [(way[i], way[j]) for i in range(len(way)) for j in range(i + 2, len(way))]
        return ends and all(shared(*pair) for pair in pairwise(way)) and not any(shared(*pair) for pair in apart)

    def cost(way: tuple[str, ...]) -> float:
        return sum(1.3 if net in world_wide else 1.0 for net in way) + sum(1 / shared(*pair) for pair in pairwise(way))

    ways = [way for length in range(1, most + 1) for way in permutations(NETS, length) if is_way(way)]
    here, there = group_of(known, HERE), group_of(known, THERE)
    factors = network_factors(known, {"PK", "TH"}, "", include_ended=False)
    found = list(trails(search_between(known, here, there, factors, Means()), most))
    assert {trail.networks: round(trail.cost, 6) for trail in found} == {way: round(cost(way), 6) for way in ways}
    assert len(found) == len(ways)
    assert [trail.cost for trail in found] == sorted(trail.cost for trail in found)
