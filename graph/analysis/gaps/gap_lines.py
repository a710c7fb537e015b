"""The lines of the list of gaps, in order; what one sentence can say of several pairs is one line.

Provincial sisters fold (Customs and the wildlife departments of five provinces), so do the pairs whose only reason is
one site that they share, and so do a ministry and its units where they are asked one question (`one_question.py`).
"""

from collections.abc import Iterable

from graph.analysis.gaps.gap_kinds import trace_of
from graph.analysis.gaps.line import Line
from graph.analysis.gaps.one_question import one_question
from graph.analysis.gaps.reasons import band, grounds_of
from graph.analysis.gaps.screening import Pair, Screening

Side = tuple[str, str]


def lines(seen: Screening) -> list[Line]:
    """Return the lines of a screening in their order: open problems, then by severity, then by ids.

    A problem, and what both sides denied, is a line of its own, whatever the need; an expected pair is one if it is
    not found.
    """
    folds: dict[tuple[Side, Side], list[Pair]] = {}
    for pair in seen.expected_pairs:
        folds.setdefault(_only_site(seen, pair) or sides_of(seen, pair), []).append(pair)
    denied = [pair for pair in seen.denied if pair not in seen.problems and seen.need.first[pair] > 0]
    found = [_of_its_own(seen, pair) for pair in (*seen.problems, *denied)]
    for sides, pairs in folds.items():
        found += _folded(seen, sides, pairs)
    return one_question(seen, sorted(found, key=lambda line: _order(seen, line)))


def _order(seen: Screening, line: Line) -> tuple[bool, float, tuple[str, str]]:
    i, j = line.pair
    names = seen.block.services[i], seen.block.services[j]
    return line.trace.kind != "problem reported", -round(float(seen.severity[i, j]), 9), names


def _fitness(seen: Screening, line: Line) -> tuple[bool, str, float, tuple[str, str]]:
    """Which pair speaks best for a fold: one with nothing recorded, with the surest mandates, of the most need."""
    return line.trace.kind != "no recorded contact", band(seen, line.pair), *_order(seen, line)[1:]


def _of_its_own(seen: Screening, pair: Pair) -> Line:
    return Line(pair, trace_of(seen, pair), pairs=(pair,))


def sides_of(seen: Screening, pair: Pair) -> tuple[Side, Side]:
    """Return what each side folds into: its provincial sisters, or itself alone."""
    sides = [_side(seen, place) for place in pair]
    return min(sides), max(sides)


def _side(seen: Screening, place: int) -> Side:
    service = seen.block.service(place)
    return ("sisters", service.sisters) if service.sisters else ("service", service.id)


def _only_site(seen: Screening, pair: Pair) -> tuple[Side, Side] | None:
    """Return the site that is the only reason of a pair, as both sides of a fold."""
    _, at = seen.block.presence
    first, second = (at[seen.block.service_of == place].any(axis=0) for place in pair)
    if seen.theme or not (first & second).any():
        return None
    reasons = [(ground.kind, ground.id) for ground in grounds_of(seen, pair)]
    return (reasons[0], reasons[0]) if len(reasons) == 1 and reasons[0][0] == "site" else None


def _folded(seen: Screening, sides: tuple[Side, Side], pairs: list[Pair]) -> Iterable[Line]:
    """Yield the line of a fold, if a pair in it is not known to be in contact."""
    own = {*seen.problems, *seen.denied}
    open_pairs = [pair for pair in pairs if not seen.found[pair] and pair not in own]
    if not open_pairs:
        return
    traces = {pair: trace_of(seen, pair) for pair in open_pairs}
    widest = min(open_pairs, key=lambda pair: _fitness(seen, Line(pair, traces[pair])))
    names = dict(reversed(sides)) if len(pairs) > 1 else {}
    yield Line(
        pair=widest,
        trace=traces[widest],
        sister=names.get("sisters", ""),
        site=names.get("site", ""),
        pairs=tuple(pairs),
        found=sum(seen.status(pair) == "found" for pair in pairs),
        problems=sum(seen.status(pair) == "problem" for pair in pairs),
        traces=sum(trace.kind != "no recorded contact" for trace in traces.values()),
    )
