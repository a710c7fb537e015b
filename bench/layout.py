"""The chain map of each country, against a spring layout of the same boxes and lines."""

import networkx as nx

from bench.clock import best, best_of, cold, slowest
from bench.line import Line
from bench.scale import PROMISED_CLICK, Scale
from bench.seed import focus, seed
from graph.analysis.gaps.screening import screen
from graph.record import Record
from layout.chain.chain import chain
from layout.chain.plan import ChainMap

SPRING = "networkx.spring_layout of the same boxes and lines: overlaps, no columns"


def measure(scale: Scale) -> list[Line]:
    """Return the time to lay out Pakistan and the slowest country, with all themes and with one."""
    _, last = slowest(seed(), focus(scale), _drawn)
    lines = [
        _line(scale, country, theme) for country in dict.fromkeys(("PK", last)) for theme in ("", "hazardous-waste")
    ]
    first, _ = best_of(scale.times, lambda: cold(seed()), lambda record: _drawn(record, last))
    return [*lines, Line(f"chain map: {last}, gaps reckoned for it, first click", first, promise=PROMISED_CLICK)]


def _drawn(record: Record, country: str) -> ChainMap:
    return chain(record, country, "")


def _line(scale: Scale, country: str, theme: str) -> Line:
    kept = cold(seed())
    seen = screen(kept, country, theme)
    ours, drawn = best(scale.times, lambda: chain(kept, country, theme, screening=seen))
    graph = _graph(drawn)
    yardstick, _ = best(scale.times, lambda: nx.spring_layout(graph, seed=1))
    what = f"chain map: {country}, {theme or 'all themes'}"
    return Line(f"{what}, {len(graph)} boxes", ours, yardstick, SPRING, PROMISED_CLICK)


def _graph(drawn: ChainMap) -> "nx.Graph[str]":
    graph = nx.Graph()
    graph.add_nodes_from(box.id for box in drawn.scene.boxes)
    graph.add_edges_from((line.a, line.b) for line in drawn.lines.values())
    return graph
