"""The treaty desks: who answers for each of the agreements, as eight cells."""

from collections.abc import Sequence

from graph import vocabulary
from graph.answers import TreatyDesk
from graph.record import Record
from graph.rules import rules
from graph.words import NOBODY
from handouts.paper import words
from handouts.paper.markup import Markup, tag
from layout.drawn.text import wrap
from layout.words import SHORT_AGREEMENTS

IN_A_ROW, MOST_NAMED = 4, 2
CELL, SIZE = 157.0, 11.2  # of a cell: room for words and their letters, in pixels


def desks(record: Record, treaties: Sequence[TreatyDesk], theme: str) -> Markup:
    """Return a row of cells, the agreement of the theme with a heavy border, desks that nobody holds dotted."""
    cells = []
    for agreement in vocabulary.AGREEMENTS:
        own = any(row.subject == agreement and row.within == theme and row.factor == 1 for row in rules().subjects)
        held = _held(record, treaties, agreement)
        kinds = " ".join(kind for kind, is_so in (("own", own), ("none", held[0] != words.RECORDED)) if is_so)
        name = tag("b", SHORT_AGREEMENTS[agreement])
        cells.append(tag("td", name, tag("br"), held, class_=kinds or None))
    rows = [tag("tr", *cells[start : start + IN_A_ROW]) for start in range(0, len(cells), IN_A_ROW)]
    return tag("table", *rows, class_="desks")


def more_lines(record: Record, treaties: Sequence[TreatyDesk]) -> int:
    """Return how many lines the rows of cells take beyond the one for an agreement and the one for a body."""
    taken = [len(wrap(_held(record, treaties, agreement), CELL, SIZE)) for agreement in vocabulary.AGREEMENTS]
    return sum(max(taken[start : start + IN_A_ROW]) - 1 for start in range(0, len(taken), IN_A_ROW))


def _held(record: Record, treaties: Sequence[TreatyDesk], agreement: str) -> str:
    found = [desk for desk in treaties if desk["agreement"] == agreement]
    bodies = dict.fromkeys(body["id"] for desk in found for body in desk["organizations"])
    names = [words.short(record, body) for body in bodies]
    return f"{words.RECORDED} {words.some(names, MOST_NAMED)}" if names else NOBODY[_status(found)]


def _status(found: Sequence[TreatyDesk]) -> str:
    return found[0]["status"] if found else "unknown"


def claims_of(treaties: Sequence[TreatyDesk]) -> list[str]:
    """Return the claims behind the desks."""
    return [claim for desk in treaties for claim in desk["claims"]]
