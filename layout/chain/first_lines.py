"""The first lines of the list of gaps: what the map of a country shows before anything else."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph import dates
from graph.analysis.gaps.gap_kinds import Trace
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.line import Line
from graph.analysis.gaps.screening import Pair, Screening

FIRST_GAPS, FIRST_PROBLEMS = 3, 3
WORDS = {
    "planned only": "planned",
    "one-sided": "one-sided",
    "only a light contact": "light contact",
    "lapsed": "lapsed?",
    "only through one body": "via one body",
    "only in one committee": "one committee",
    "only in a large forum": "large forum",
}


@dataclass(frozen=True, slots=True)
class FirstLine:
    """A line of the list: its number among the first of the map, and the pairs of services without a contact in it."""

    number: int
    is_problem: bool
    pairs: frozenset[tuple[str, str]]

    @property
    def services(self) -> frozenset[str]:
        """The services at both ends."""
        return frozenset(service for pair in self.pairs for service in pair)


def first_lines(seen: Screening, problems: bool) -> tuple[FirstLine, ...]:
    """Return the first problems, if asked for, and the first gaps, in the order of the list."""
    found = lines(seen)
    reported = [line for line in found if line.pair in seen.problems][: FIRST_PROBLEMS * problems]
    gaps = [line for line in found if line.pair not in seen.problems][:FIRST_GAPS]
    return tuple(
        FirstLine(number, line.pair in seen.problems, frozenset(_services(seen, pair) for pair in _open(seen, line)))
        for number, line in enumerate([*reported, *gaps], 1)
    )


def _open(seen: Screening, line: Line) -> list[Pair]:
    """The pairs of a line without a contact; of a problem, and of a site with its many bodies, the one named."""
    if line.pair in seen.problems or line.site:
        return [line.pair]
    return [pair for pair in line.pairs if not seen.found[pair] and pair not in seen.problems]


def _services(seen: Screening, pair: Pair) -> tuple[str, str]:
    return seen.block.services[min(pair)], seen.block.services[max(pair)]


def word_of(seen: Screening, traces: Sequence[Trace]) -> str:
    """Return the word on a gap line: "GAP?" where of a pair nothing is recorded, else what comes nearest to contact."""
    kinds = {trace.kind for trace in traces}
    if "no recorded contact" in kinds:
        return "GAP?"
    if len(kinds) > 1:
        return "slight"
    (kind,) = kinds
    if kind in WORDS:
        return WORDS[kind]
    year = _last_year(seen, traces)
    word = "met" if kind == "only met at an event" else "once" if len(traces[0].rows) == 1 else "last"
    return f"{word}, {year}" if year else word


def _last_year(seen: Screening, traces: Sequence[Trace]) -> str:
    """The year of the last occasion."""
    if traces[0].named:
        return max(seen.record.events[trace.named].start[:4] for trace in traces)
    return dates.text(max(seen.heard(trace.rows[0]) for trace in traces))[:4]
