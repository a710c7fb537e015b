"""Expected contacts of which nothing is known, and the presumed mandates on which they rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.analysis.gaps.line import Line
from graph.analysis.gaps.reasons import Ground, bases_of, grounds_of, rows_of
from graph.analysis.gaps.screening import Pair, Screening

# A kind of body that has a theme for its own (customs and customs fraud) need not be asked whether it has.
ITS_OWN = 0.9


@dataclass(frozen=True, slots=True)
class OpenContact:
    """Two services that ought to be in contact, the address of what on, and the claims on why.

    `pairs` is how many pairs of sisters they stand for.
    """

    bodies: tuple[str, str]
    subject: str
    pairs: int
    claims: list[str]


@dataclass(frozen=True, slots=True)
class PresumedMandate:
    """What bodies, one or several provincial sisters, are presumed to answer for, and how many gaps rest on it."""

    bodies: tuple[str, ...]
    themes: tuple[str, ...]
    gaps: int


def open_contacts(seen: Screening, gaps: Sequence[Line]) -> list[OpenContact]:
    """Return, of the lines of the gaps, those without any trace of contact, the most severe first."""
    found = []
    for line in gaps:
        if line.trace.kind == "no recorded contact":
            grounds = list(grounds_of(seen, line.pair))
            rows = [row for ground in grounds for row in rows_of(seen, ground)]
            bodies, count = _customs_first(seen, line.pair), len(_open_pairs(seen, line))
            found.append(OpenContact(bodies, _subject(grounds), count, seen.record.claim_ids(dict.fromkeys(rows))))
    return found


def _subject(grounds: Sequence[Ground]) -> str:
    """Return the address of the theme or site that is the first reason, empty where there is none."""
    if not grounds:
        return ""
    first = grounds[0]
    return f"{'theme' if first.kind == 'subject' else 'site'}:{first.id}"


def _open_pairs(seen: Screening, line: Line) -> list[Pair]:
    return [pair for pair in line.pairs if seen.status(pair) == "not known"]


def _customs_first(seen: Screening, pair: Pair) -> tuple[str, str]:
    """Return the two services in the order in which one asks: customs first, as in the gaps."""
    first, second = sorted(pair, key=lambda place: (seen.block.service(place).kind != "customs", place))
    return seen.block.services[first], seen.block.services[second]


def presumed_mandates(seen: Screening, gaps: Sequence[Line]) -> list[PresumedMandate]:
    """Return the presumed mandates that are the first reason of gaps, one line a body or kind of provincial sister."""
    resting: dict[str, set[Line]] = {}
    bodies: dict[str, dict[str, None]] = {}
    themes: dict[str, dict[str, None]] = {}
    for line in gaps:
        for pair in _open_pairs(seen, line):
            for body, theme in _presumed(seen, next(iter(grounds_of(seen, pair)), None)):
                key = seen.block.houses.services[seen.block.houses.of[body]].sisters or body
                resting.setdefault(key, set()).add(line)
                bodies.setdefault(key, {})[body] = None
                themes.setdefault(key, {})[theme] = None
    found = [PresumedMandate(tuple(sorted(bodies[key])), tuple(themes[key]), len(resting[key])) for key in resting]
    return sorted(found, key=lambda one: (-one.gaps, one.bodies))


def _presumed(seen: Screening, ground: Ground | None) -> Iterator[tuple[str, str]]:
    if ground is None or ground.kind != "subject":
        return
    bases, held = bases_of(seen, ground), seen.block.mandates
    for body, basis in ((ground.a, bases["a"]), (ground.b, bases["b"])):
        if basis == "coded" and held.coded[held.place[body], held.subject[ground.id]] < ITS_OWN:
            yield body, ground.id
