"""The shortest loopless paths of a graph, one after the other."""

from collections.abc import Hashable, Iterator
from itertools import pairwise
from typing import Any

import networkx as nx


def shortest_paths(graph: "nx.DiGraph[Any]", start: Hashable, end: Hashable) -> Iterator[tuple[float, list[Any]]]:
    """Yield (cost, nodes) of the loopless paths from start to end by the edges' `cost`, the shortest first.

    Yen (Management Science 17, 1971), as networkx has it; nothing where there is no path.
    """
    if start not in graph or end not in graph:
        return
    try:
        for path in nx.shortest_simple_paths(graph, start, end, weight="cost"):
            yield sum(graph.edges[edge]["cost"] for edge in pairwise(path)), path
    except nx.NetworkXNoPath:
        return
