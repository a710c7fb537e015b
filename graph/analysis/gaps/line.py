"""One line of the list of gaps."""

from dataclasses import dataclass

from graph.analysis.gaps.gap_kinds import Trace
from graph.analysis.gaps.screening import Pair


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list: the pair it names, and the expected pairs that it stands for.

    `sister` is the kind of the sisters and `site` the site that all its pairs share and nothing else; both are empty
    for a line that stands for its own pair only. `also` are the places of bodies that the same question concerns
    (`one_question.py`).
    """

    pair: Pair
    trace: Trace
    sister: str = ""
    site: str = ""
    pairs: tuple[Pair, ...] = ()
    found: int = 0
    problems: int = 0
    traces: int = 0
    also: tuple[int, ...] = ()
