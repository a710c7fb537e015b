"""The worst lines of many countries: their blocks are reckoned several at once, since one by one each is too small."""

from collections.abc import Iterator, Sequence

import numpy as np

from graph.analysis.bodies.block import Block, Places, blocks
from graph.analysis.bodies.by_country import living, rows_in
from graph.analysis.contacts.contact_values import ties_of
from graph.analysis.contacts.coordination import FOUND, one_ministry, recorded
from graph.analysis.contacts.mechanisms import tables_of
from graph.analysis.contacts.shared import all_missing
from graph.analysis.gaps.need import EXPECTED, Grounds, strongest_reasons
from graph.analysis.gaps.screening import ROUNDING, screening_of
from graph.analysis.gaps.two_strongest import Values, need_of
from graph.record import Record

AT_ONCE = 100_000  # pairs of bodies that are reckoned at once, unless one country has more
Worst = tuple[float, str, str]
Open = tuple[Values, Places, Places]


def worst(record: Record, countries: Sequence[str], top: int) -> list[Worst]:
    """Return the pairs of services with most severity where a contact is expected and none is found, of countries.

    Each with its severity, the largest first, and of equal ones in the order of ids.
    """
    found: list[Worst] = []
    for part in _parts(record, countries):
        found = sorted([*found, *_lines(blocks(record, part), top)])[:top]
    return [(-severity, one, other) for severity, one, other in found]


def _lines(bodies: Block, top: int) -> Iterator[Worst]:
    """Yield the most severe pairs of a part, and what equals the last of them, the severity with a minus."""
    severity, one, other = _screened(bodies) if len(bodies.rows("decision")) else open_pairs(bodies)
    least = np.partition(severity, -top)[-top] if len(severity) > top else 0.0
    for place in np.flatnonzero(severity >= least).tolist():
        yield -float(severity[place]), bodies.services[one[place]], bodies.services[other[place]]


def _parts(record: Record, countries: Sequence[str]) -> Iterator[list[str]]:
    """Yield the countries that are reckoned at once; one in which something was decided is a part by itself."""
    part, pairs = list[str](), 0
    for country in countries:
        decided = len(rows_in(record, "decision", country)) > 0
        more = AT_ONCE if decided else len(living(record).get(country, ())) ** 2
        if part and pairs + more > AT_ONCE:
            yield part
            part, pairs = [], 0
        part.append(country)
        pairs += more
    if part:
        yield part


def open_pairs(bodies: Block) -> Open:
    """Return the pairs of services of which contact is expected and not found, as far as nothing was decided.

    Their severity, and their places, the lower first.
    """
    square, strongest = bodies.squares, strongest_reasons(Grounds(bodies))
    need, every = need_of(strongest.first, strongest.second), np.arange(len(bodies.services))
    for one, other in ((every, every), bodies.lines):
        need[square.place(one, other)] = 0
    missing = all_missing(recorded(bodies, ties_of(bodies), tables_of(bodies)), square)
    severity, ministry = need * missing, one_ministry(bodies)
    severity[square.place(ministry.one, ministry.other)] *= ministry.missing
    places = np.flatnonzero((need >= EXPECTED) & (1 - missing < FOUND - ROUNDING))
    return severity[places], *square.pair(places)


def _screened(bodies: Block) -> Open:
    """Return the same of one country, by what was decided too."""
    seen = screening_of(bodies)
    one, other = np.nonzero(seen.expected & ~seen.found)
    return seen.severity[one, other], one, other
