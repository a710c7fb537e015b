"""Lines that ask one and the same question are one line: a ministry and its units, or the bodies of provinces.

Where Customs ought to talk with a directorate and with the ministry above it, about one theme, nobody asks twice; nor
about the forestry, fisheries and wildlife departments of one province.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.analysis.gaps.line import Line
from graph.analysis.gaps.reasons import band, grounds_of
from graph.analysis.gaps.screening import Pair, Screening

APART = ("problem reported", "problem reported, contact recorded since", "confirmed: none")
Question = tuple[int, str]


def one_question(seen: Screening, ordered: Iterable[Line]) -> list[Line]:
    """Return lines in their order, those about one theme with one body joined to the first of them.

    A line is joined where its other body stands in one line of command with that of the first, or both are of
    provinces; a line of provincial sisters only to one of the same sisters. Problems, and what both sides denied, stay
    lines of their own.
    """
    kept: list[Line] = []
    asked: dict[Question, list[int]] = {}
    for line in ordered:
        at = _first(seen, line, kept, asked)
        if at is not None:
            kept[at] = _joined(seen, kept[at], line)
        else:
            for _, question in _questions(seen, line):
                asked.setdefault(question, []).append(len(kept))
            kept.append(line)
    return kept


def _questions(seen: Screening, line: Line) -> list[tuple[int, Question]]:
    """For each side of a line: it, and the question that the other side is asked."""
    first = next(iter(grounds_of(seen, line.pair)), None)
    if line.trace.kind in APART or line.site or first is None or first.kind == "site":
        return []
    return [(near, (other, first.id)) for near, other in (line.pair, line.pair[::-1])]


def _first(seen: Screening, line: Line, kept: list[Line], asked: Mapping[Question, list[int]]) -> int | None:
    """The first line that asks the same of the same body, on behalf of one that stands with the other side."""
    for near, question in _questions(seen, line):
        for place in asked.get(question, ()):
            same = line.sister in ("", kept[place].sister)
            if same and _stand_together(seen, near, _other(kept[place].pair, question[0])):
                return place
    return None


def _other(pair: Pair, side: int) -> int:
    return pair[0] if pair[1] == side else pair[1]


def _stand_together(seen: Screening, one: int, two: int) -> bool:
    levels = {seen.block.service(place).level for place in (one, two)}
    return bool(seen.block.line_of_command[one, two]) or levels == {"provincial"}


def _joined(seen: Screening, first: Line, line: Line) -> Line:
    """Both as one line, led by the first, or by the body above where neither weighs more."""
    one, two = (
        next(iter(set(mine) - set(yours))) for mine, yours in ((first.pair, line.pair), (line.pair, first.pair))
    )
    leads = first.sister == "" and _is_above(seen, two, one) and _equal(seen, first, line)
    lead, other = (line, one) if leads else (first, two)
    joined = replace(lead, pairs=(*first.pairs, *line.pairs), also=(*first.also, other))
    if line.sister:
        return joined  # what is counted of sisters is counted with the body that the line names
    return replace(
        joined,
        found=first.found + line.found,
        problems=first.problems + line.problems,
        traces=first.traces + line.traces,
    )


def _is_above(seen: Screening, one: int, two: int) -> bool:
    return seen.block.services[one] in seen.block.service(two).heads


def _equal(seen: Screening, one: Line, two: Line) -> bool:
    sure = [(band(seen, line.pair), round(float(seen.severity[line.pair]), 9)) for line in (one, two)]
    return one.trace.kind == two.trace.kind and sure[0] == sure[1]
