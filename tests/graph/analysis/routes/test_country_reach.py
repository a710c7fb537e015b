"""How far apart countries are by contacts is what a search from every country finds."""

from itertools import combinations, pairwise

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.routes.country_reach import APART, chain_between, country_reach, steps_between, ties_of
from graph.record import Record

NODES = 12
TIES = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)).filter(lambda tie: tie[0] != tie[1]))


@given(ties=TIES, country=st.lists(st.sampled_from([0, 1, 2, 3, 63, 64, 69]), min_size=NODES, max_size=NODES))
def test_all_pairs_are_as_far_apart_as_networkx_says(ties: list[tuple[int, int]], country: list[int]) -> None:
    ends = np.array(ties, np.intp).reshape(-1, 2)
    found = steps_between(ties_of(ends[:, 0], ends[:, 1], np.array(country), 70))
    graph = nx.Graph(ties)
    graph.add_nodes_from(range(NODES))
    for one in set(country):
        own = {node for node in range(NODES) if country[node] == one}
        far = nx.multi_source_dijkstra_path_length(graph, own, weight=None)
        for other in set(country) - {one}:
            steps = [far[node] for node in range(NODES) if country[node] == other and node in far]
            assert found[one, other] == min(steps, default=APART)
    assert (found == found.T).all()
    assert (np.diag(found) == 0).all()


def test_without_ties_all_are_apart() -> None:
    none = np.empty(0, np.intp)
    assert steps_between(ties_of(none, none, np.array([0, 1]), 3)).tolist() == [[0, -1, -1], [-1, 0, -1], [-1, -1, 0]]


def test_on_the_seed(seed: Record) -> None:
    found = country_reach(seed)
    place = {code: number for number, code in enumerate(found.countries)}
    # Pakistan has recorded contacts with bodies of India and Iran, none with any of the Maldives.
    assert [int(found.steps[place["PK"], place[code]]) for code in ("PK", "IN", "IR", "MV")] == [0, 1, 1, -1]


def test_a_chain_is_as_long_as_its_countries_are_apart_and_each_claim_leads_on(seed: Record) -> None:
    found = country_reach(seed)
    for one, other in combinations(found.countries, 2):
        steps = int(found.steps[found.countries.index(one), found.countries.index(other)])
        chain = [seed.claim(row) for row in chain_between(seed, one, other)]
        assert len(chain) == max(steps, 0)
        ends = [{tie.a.partition(":")[2], tie.b.partition(":")[2]} for tie in chain]
        assert all(here & there for here, there in pairwise(ends))
        if chain:
            assert one in {seed.organizations[body].country for body in ends[0]}
            assert other in {seed.organizations[body].country for body in ends[-1]}
