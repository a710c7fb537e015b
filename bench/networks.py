"""Networking with networks: ten routes, the smallest set of networks, and how far apart all countries are."""

import random
from functools import partial

import networkx as nx
import numpy as np
from scipy.sparse import csr_array

from bench.clock import best, cold
from bench.line import Line
from bench.routes import PAIRS, two_mode
from bench.scale import Scale
from bench.seed import seed
from graph.analysis.reach.cover import Cover
from graph.analysis.reach.cover_solver import Solved, solve
from graph.analysis.reach.reach import never as go_on
from graph.analysis.reach.reach import nobody, plan_reach
from graph.analysis.routes.country_reach import Steps, Ties, steps_between, ties_of
from graph.analysis.routes.routes import routes

PROMISED_ROUTES, PROMISED_COVER, PROMISED_TIMES = 0.02, 1.0, 1000.0
WANTED = 10
NETWORKS, TARGETS, SEATS = 60, 375, 4.5  # the size of the seed's regional part; networks that a body sits in
TIES_A_BODY, ABROAD = 45, 0.05
EXTRAPOLATED = 2  # countries from which networkx is measured; the others cost the same


def measure(scale: Scale) -> list[Line]:
    """Return the times of ten routes, of two covers, and of all pairs of countries."""
    return [*_ten_routes(scale), *_covers(scale), *_countries(scale)]


def _ten_routes(scale: Scale) -> list[Line]:
    record, graph = cold(seed()), two_mode(seed())
    lines = []
    for start, target in PAIRS:
        ask = partial(routes, record, f"organization:{start}", f"organization:{target}", WANTED)
        ask()  # what rests on the record alone is kept after the first question
        ours, answer = best(scale.times, ask)
        found = {tuple(step["network"]["id"] for step in route["steps"]) for route in answer["routes"]}
        assert len(found) == len(answer["routes"]), "a sequence of networks comes twice"
        yardstick, sequences = best(1, partial(_sequences, graph, start, target))
        against = (
            f"networkx.shortest_simple_paths: {sequences} sequences in its first {WANTED} paths; ours {len(found)}"
        )
        lines.append(Line(f"{WANTED} routes: {start} to {target}", ours, yardstick, against, PROMISED_ROUTES))
    return lines


def _sequences(graph: "nx.Graph[str]", start: str, target: str) -> int:
    paths = nx.shortest_simple_paths(graph, f"organization:{start}", f"organization:{target}")
    first = [path for path, _ in zip(paths, range(WANTED), strict=False)]
    return len({tuple(node for node in path if node.startswith("network:")) for path in first})


def _covers(scale: Scale) -> list[Line]:
    sets, cover = made_up_cover()
    yardstick, greedy = best(1, partial(_greedy, sets))
    ours, solved = best(scale.times, partial(_solved, cover))
    assert solved.proven
    assert solved.cost <= greedy
    against = f"greedy in plain Python: {greedy} networks, no proof; ours {solved.cost:.0f}, proven"
    lines = [Line(f"cover: {NETWORKS} networks, {TARGETS} targets, proven", ours, yardstick, against, PROMISED_COVER)]
    record = cold(seed())
    plan_reach(record, ["kind:customs"])
    again, plan = best(scale.times, lambda: plan_reach(record, ["kind:customs", "kind:police", "kind:wildlife"]))
    assert plan.solved.proven
    return [*lines, Line("reach: customs, police and wildlife of the seed", again, promise=PROMISED_COVER)]


def made_up_cover() -> tuple[list[set[int]], Cover]:
    """Return networks of very different sizes that reach targets at random, each target at least one."""
    draw = random.Random(1)
    weight = [1 / (1 + place) ** 0.5 for place in range(NETWORKS)]
    sets: list[set[int]] = [set() for _ in range(NETWORKS)]
    for target in range(TARGETS):
        for place in draw.choices(range(NETWORKS), weight, k=max(1, round(draw.gauss(SEATS, 1.5)))):
            sets[place].add(target)
    matrix = np.array([[target in reached for reached in sets] for target in range(TARGETS)], float)
    return sets, Cover(csr_array(matrix), np.ones(NETWORKS), np.ones(NETWORKS), TARGETS)


def _solved(cover: Cover) -> Solved:
    return solve(cover, 60.0, go_on, nobody)


def _greedy(sets: list[set[int]]) -> int:
    left, count = set(range(TARGETS)), 0
    while left:
        left -= max(sets, key=lambda reached: len(reached & left))
        count += 1
    return count


def _countries(scale: Scale) -> list[Line]:
    countries, bodies = scale.countries, scale.bodies
    a, b, country = made_up_ties(countries, bodies)
    index, ties = best(scale.times, lambda: ties_of(a, b, country, countries))
    ours, steps = best(scale.times, lambda: steps_between(ties))
    graph = nx.Graph(zip(a.tolist(), b.tolist(), strict=True))
    graph.add_nodes_from(range(countries * bodies))
    few = min(EXTRAPOLATED, countries)
    taken, found = best(1, lambda: [_distances(graph, place, ties) for place in range(few)])
    assert (steps[:few] == np.array(found)).all(), "not every pair is as far apart as networkx says"
    yardstick = taken / few * countries
    against = f"networkx.multi_source_dijkstra_path_length from {few} of them; grouping the ties: {index * 1e3:.0f} ms"
    what = f"countries: all {countries} x {countries} pairs, {len(a):,} ties"
    return [Line(what, ours, yardstick, against, yardstick / PROMISED_TIMES)]


def made_up_ties(countries: int, bodies: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the ends of ties between bodies, most of them in one country, and the country of each body."""
    draw = np.random.default_rng(1)
    size = countries * bodies
    a = draw.integers(0, size, size * TIES_A_BODY)
    home = a // bodies * bodies + draw.integers(0, bodies, len(a))
    b = np.where(draw.random(len(a)) < ABROAD, draw.integers(0, size, len(a)), home)
    return a[a != b], b[a != b], np.repeat(np.arange(countries), bodies)


def _distances(graph: "nx.Graph[int]", place: int, ties: Ties) -> Steps:
    own = set(np.flatnonzero(ties.country == place).tolist())
    far = nx.multi_source_dijkstra_path_length(graph, own, weight=None)
    found = np.full(ties.countries, -1, np.int16)
    for node, steps in far.items():
        there = ties.country[node]
        found[there] = steps if found[there] < 0 else min(found[there], steps)
    return found
