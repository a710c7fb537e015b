"""The shortest loopless paths of a graph, one after the other."""

from collections.abc import Hashable, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import Any

import networkx as nx


def shortest_paths(graph: "nx.DiGraph[Any]", start: Hashable, end: Hashable) -> Iterator[tuple[float, list[Any]]]:
    """Yield (cost, nodes) of the loopless paths from start to end by the edges' `cost`, the shortest first.

    What Yen's algorithm yields (Management Science 17, 1971), found by extending always the path that can end at least
    cost (A* with the exact distances to the end). On graphs without circles, as those of routes, nothing is extended in
    vain: several times as fast as networkx.shortest_simple_paths, with which tests compare it. Nothing where there
    is no path.
    """
    if start not in graph or end not in graph:
        return
    left = nx.single_source_dijkstra_path_length(graph.reverse(copy=False), end, weight="cost")
    order = count(0, -1)  # Of equal ones the newest: that is the one that is nearest to its end.
    waiting: list[tuple[float, int, float, list[Any]]] = (
        [(left[start], next(order), 0.0, [start])] if start in left else []
    )
    while waiting:
        _, _, cost, path = heappop(waiting)
        if path[-1] == end:
            yield cost, path
            continue
        for node, edge in graph[path[-1]].items():
            if node in left and node not in path:
                further = cost + edge["cost"]
                heappush(waiting, (further + left[node], next(order), further, [*path, node]))
