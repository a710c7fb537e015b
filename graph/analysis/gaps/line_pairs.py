"""The pairs of services for which one line of the list stands, and of which nothing is known yet."""

from functools import lru_cache

from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.line import Line
from graph.analysis.gaps.screening import Pair, Screening


def open_pairs(seen: Screening, pair: Pair) -> list[Pair]:
    """Return the pairs of the line that is named by a pair: itself first, then those that are not found in contact."""
    own = min(pair), max(pair)
    line = next((line for line in _lines(seen) if line.pair == own), None)
    others = [one for one in line.pairs if one != own and seen.status(one) == "not known"] if line else []
    return [own, *others]


def named_by(seen: Screening, pair: Pair) -> Pair | None:
    """Return the pair that names the line in which a pair stands, if it stands in one."""
    own = min(pair), max(pair)
    return next((line.pair for line in _lines(seen) if own in (line.pair, *line.pairs)), None)


@lru_cache(maxsize=8)
def _lines(seen: Screening) -> list[Line]:
    return lines(seen)


def place_of(seen: Screening, a: str, b: str) -> Pair:
    """Return the place of two services in a screening."""
    return seen.block.service_place[a], seen.block.service_place[b]
