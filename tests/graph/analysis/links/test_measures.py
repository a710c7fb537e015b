"""The textbook measures have their published values."""

from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.links.key_players import fragmentation, key_players
from graph.analysis.links.measures import (
    articulation_points,
    betweenness,
    constraint,
    cores,
    effective_size,
    external_internal,
    gould_fernandez,
    participation,
    two_mode,
)

COLUMNS = ("w_I", "w_O", "b_IO", "b_OI", "b_O", "t")


def burts_example() -> "nx.Graph[Any]":
    """The seven contacts of the analytictech page on structural holes."""
    pairs = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")
    return nx.Graph([tuple(pair) for pair in pairs])


def test_krackhardts_kite() -> None:
    raw = [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0]
    found = betweenness(nx.krackhardt_kite_graph())
    assert [(found[node] or 0) * 36 for node in range(10)] == pytest.approx(raw, abs=5e-5)


def test_the_medici() -> None:
    found = betweenness(nx.florentine_families_graph())
    assert found["Medici"] == pytest.approx(0.521978, abs=5e-7)
    assert (found["Medici"] or 0) * 91 == pytest.approx(47.5)


def test_burt() -> None:
    graph = burts_example()
    bound = {"G": 0.4003, "A": 0.5955, "B": 0.6427, "D": 0.7847, "E": 0.7309, "F": 0.7309, "C": 1}
    assert constraint(graph) == pytest.approx(bound, abs=5e-5)
    sizes = effective_size(graph)
    assert [round(sizes[node] or 0, 2) for node in "GAC"] == [4.67, 2.5, 1]
    # networkx issue 8087: above 1 is right in a triangle.
    assert set(constraint(nx.complete_graph(3)).values()) == {1.125}
    assert [value for _, value in sorted(constraint(nx.path_graph(4)).items())] == [1, 0.5, 0.5, 1]


def test_in_a_two_mode_graph_the_constraint_only_counts_contacts() -> None:
    graph = nx.davis_southern_women_graph()
    found = constraint(graph)
    assert all(found[node] == pytest.approx(1 / graph.degree[node]) for node in graph)


def test_davis_southern_women_by_both_modes() -> None:
    # Borgatti and Everett, Social Networks 19 (1997).
    graph = nx.davis_southern_women_graph()
    found = two_mode(graph, graph.graph["bottom"])
    assert [round(found[name]["E8"], 4) for name in ("degree", "closeness", "betweenness")] == [0.7778, 0.8462, 0.2438]
    assert round(found["betweenness"]["Nora Fayette"], 4) == 0.1135
    assert round(found["betweenness"]["Evelyn Jefferson"], 4) == 0.0966


def test_what_is_not_defined_is_none() -> None:
    pair, alone = nx.path_graph(2), nx.empty_graph(1)
    assert betweenness(pair) == {0: None, 1: None}
    assert constraint(alone) == effective_size(alone) == {0: None}
    with_one_apart = nx.Graph([(0, 1)])
    with_one_apart.add_node(2)
    assert constraint(with_one_apart)[2] is None
    assert effective_size(with_one_apart)[2] is None


def test_cores_and_articulation_points() -> None:
    kite = nx.krackhardt_kite_graph()
    assert articulation_points(kite) == {7, 8}
    assert cores(kite)[3] == 3
    assert cores(kite)[9] == 1


@pytest.mark.parametrize(
    ("groups", "role"),
    [("aaa", "w_I"), ("aba", "w_O"), ("aab", "b_IO"), ("abb", "b_OI"), ("abc", "b_O")],
)
def test_the_five_roles_of_gould_and_fernandez(groups: str, role: str) -> None:
    # Sociological Methodology 19 (1989), figure 1; columns as in R's sna.
    way = nx.DiGraph([(0, 1), (1, 2)])
    of = dict(enumerate(groups))
    found = gould_fernandez(way, of)
    assert found[1] == dict.fromkeys(COLUMNS, 0) | {role: 1, "t": 1}
    assert found[0] == found[2] == dict.fromkeys(COLUMNS, 0)
    way.add_edge(0, 2)
    assert gould_fernandez(way, of)[1]["t"] == 0


def test_a_published_table_of_roles() -> None:
    # The example of R's cograph, whose counts are those of sna::brokerage: four bodies in two groups.
    way = nx.DiGraph(["AB", "AC", "BC", "BD", "CD", "DA"])
    found = gould_fernandez(way, {"A": 1, "B": 1, "C": 2, "D": 2})
    assert [[found[node][column] for column in COLUMNS] for node in "ABCD"] == [
        [0, 1, 0, 1, 0, 2],
        [0, 0, 1, 0, 0, 1],
        [0, 0, 0, 1, 0, 1],
        [0, 1, 1, 0, 0, 2],
    ]


def test_without_direction_each_pair_counts_once() -> None:
    star = nx.Graph([("x", leaf) for leaf in "abcd"])
    groups = {"x": 1, "a": 1, "b": 1, "c": 2, "d": 3}
    assert gould_fernandez(star, groups)["x"] == {"w_I": 1, "w_O": 0, "b_IO": 4, "b_OI": 0, "b_O": 1, "t": 6}


GRAPHS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] != pair[1]), max_size=25)


@given(GRAPHS, st.lists(st.integers(0, 2), min_size=7, max_size=7))
def test_roles_add_up_as_matrices_say(edges: set[tuple[int, int]], groups: list[int]) -> None:
    for graph in (nx.DiGraph(sorted(edges)), nx.Graph(sorted(edges))):
        graph.add_nodes_from(range(7))
        tie = [[graph.has_edge(i, j) for j in range(7)] for i in range(7)]
        found = gould_fernandez(graph, dict(enumerate(groups)))
        for j in range(7):
            ways = [
                (i, k)
                for i in range(7)
                for k in range(7)
                if len({i, j, k}) == 3 and tie[i][j] and tie[j][k] and not tie[i][k]
            ]
            factor = 1 if graph.is_directed() else 2
            same = [(groups[i] == groups[j], groups[j] == groups[k], groups[i] == groups[k]) for i, k in ways]
            assert found[j]["t"] * factor == len(ways)
            assert found[j]["w_I"] * factor == same.count((True, True, True))
            assert found[j]["w_O"] * factor == same.count((False, False, True))
            assert found[j]["b_O"] * factor == same.count((False, False, False))
            # Without direction each way of one of the two kinds is also one of the other, turned round.
            assert found[j]["b_IO"] == same.count((True, False, False))
            assert found[j]["b_OI"] == (same.count((False, True, False)) if graph.is_directed() else 0)


def test_one_after_the_other_is_wrong_on_the_kite() -> None:
    kite = nx.krackhardt_kite_graph()
    assert key_players(kite, 1).nodes == (7,)
    both = key_players(kite, 2)
    assert (both.nodes, both.exhaustive) == ((5, 6), True)
    assert both.fragmentation == pytest.approx(1 - 26 / 56)
    assert fragmentation(kite, frozenset({7, 3})) < both.fragmentation


@given(GRAPHS, st.integers(1, 3))
def test_key_players_are_those_of_brute_force(edges: set[tuple[int, int]], size: int) -> None:
    graph = nx.Graph(sorted(edges))
    graph.add_nodes_from(range(7))
    value = {some: fragmentation(graph, frozenset(some)) for some in combinations(range(7), size)}
    found = key_players(graph, size)
    assert found.fragmentation == pytest.approx(max(value.values()))
    assert found.nodes == next(some for some in value if value[some] >= max(value.values()) - 1e-9)
    searched = key_players(graph, size, most_sets=0)
    assert not searched.exhaustive
    assert searched.fragmentation <= found.fragmentation + 1e-9
    assert searched == key_players(graph, size, most_sets=0)


def test_the_search_from_many_starts_finds_the_best_on_the_kite() -> None:
    searched = key_players(nx.krackhardt_kite_graph(), 2, most_sets=0)
    assert (searched.nodes, searched.exhaustive) == ((5, 6), False)


def test_what_is_nothing_does_not_fall_apart() -> None:
    assert fragmentation(nx.Graph()) == 0
    assert fragmentation(nx.empty_graph(3)) == 1
    assert key_players(nx.path_graph(2), 5).nodes == (0, 1)


def of_all(graph: "nx.Graph[Any]", groups: Mapping[Any, Hashable]) -> float:
    """The E-I index of the whole graph: that of each node, weighted by its contacts."""
    weighted = (float(value or 0) * graph.degree[node] for node, value in external_internal(graph, groups).items())
    return float(sum(weighted) / (2 * graph.number_of_edges()))


def test_external_and_internal_contacts() -> None:
    # Zachary's club fell into two: 11 of its 78 friendships lay between the halves (Zachary 1977).
    club = nx.karate_club_graph()
    halves = nx.get_node_attributes(club, "club")
    assert of_all(club, halves) == pytest.approx((11 - 67) / 78)
    # White's kinship positions by gender (Freeman 1978): R's netseg prints -0.1818182; 9 ties across, 13 within.
    within = [("a", f"w{place}") for place in range(13)]
    across = [("a", f"x{place}") for place in range(9)]
    kin = nx.Graph([*within, *across])
    groups = {node: node.startswith("x") for node in kin}
    assert of_all(kin, groups) == pytest.approx(-0.1818182, abs=5e-8)
    found = external_internal(nx.path_graph(4), {0: "a", 1: "a", 2: "b", 3: "c"})
    assert found == {0: -1.0, 1: 0.0, 2: 1.0, 3: 1.0}


def test_participation_is_even_or_all_in_one_group() -> None:
    # Guimera and Amaral (2005): 0 for one group, 1 - 1/m for contacts spread evenly over m.
    for groups in range(1, 6):
        star = nx.Graph([("x", (group, place)) for group in range(groups) for place in range(3)])
        of = {node: node[0] for node in star if node != "x"} | {"x": 0}
        assert participation(star, of)["x"] == pytest.approx(1 - 1 / groups)
    # R's cograph prints such shares for its students: 0.625 is 1/2, 1/4, 1/4.
    three = nx.Graph([("x", leaf) for leaf in "abcd"])
    assert participation(three, {"x": 1, "a": 1, "b": 1, "c": 2, "d": 3})["x"] == pytest.approx(0.625)


@given(GRAPHS, st.lists(st.integers(0, 2), min_size=7, max_size=7))
def test_outside_and_within_add_up(edges: set[tuple[int, int]], groups: list[int]) -> None:
    graph = nx.Graph(sorted(edges))
    graph.add_nodes_from(range(7))
    of = dict(enumerate(groups))
    spread, outside = participation(graph, of), external_internal(graph, of)
    for node in graph:
        shares = [sum(of[other] == group for other in graph[node]) for group in range(3)]
        degree = sum(shares)
        if not degree:
            assert spread[node] is outside[node] is None
            continue
        assert spread[node] == pytest.approx(1 - sum((share / degree) ** 2 for share in shares))
        assert outside[node] == pytest.approx(1 - 2 * shares[of[node]] / degree)


def test_a_contact_with_oneself_counts_nowhere() -> None:
    plain, looped = burts_example(), burts_example()
    looped.add_edge("G", "G")
    groups = {node: node in "AB" for node in plain}
    for measure in (constraint, effective_size, cores, betweenness):
        assert measure(looped) == measure(plain), measure.__name__
    for by_group in (participation, external_internal, gould_fernandez):
        assert by_group(looped, groups) == by_group(plain, groups)


def test_weights_of_contacts_change_no_measure() -> None:
    # A contact is recorded or not; how often it was recorded says how much was read.
    plain, heavy = burts_example(), burts_example()
    nx.set_edge_attributes(heavy, 5.0, "weight")
    heavy.edges["A", "B"]["weight"] = 0.1
    for measure in (constraint, effective_size, betweenness, cores):
        assert measure(heavy) == measure(plain)
