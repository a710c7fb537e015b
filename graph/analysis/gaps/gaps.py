"""Coordination gaps inside a country: who ought to be in contact, and what is recorded of it (docs/method-gaps.md).

gaps(record, "PK", theme="hazardous-waste", top=20)     the answer of `whoelse gaps`
contacts(record, "PK", "hazardous-waste")               the counts alone
screening.screen(record, "PK", "hazardous-waste")       kept for the same record; contacts.works(seen) lists what
                                                        works, problems.problems_abroad(record, "PK") the rest
"""

import numpy as np

from graph.analysis.contacts.closers import closers
from graph.analysis.contacts.contacts import counts, rows_about
from graph.analysis.contacts.nearest import nearest
from graph.analysis.contacts.problems import reported_abroad
from graph.analysis.gaps.gap_kinds import membership_rows, shared_mechanisms
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.gap_words import sentence, sharing_a_site, sisters, to_confirm, together
from graph.analysis.gaps.line import Line
from graph.analysis.gaps.peer_steps import next_step
from graph.analysis.gaps.reasons import Ground, band, citation_of, grounds_of, reason, rows_of
from graph.analysis.gaps.screening import Pair, Screening, screen
from graph.analysis.gaps.unjudged import unjudged
from graph.analysis.gaps.unrecorded import chance
from graph.analysis.names.named import named_body
from graph.answers import Contacts, Decided, Gap, GapsAnswer, Named
from graph.columns import ROLES
from graph.record import Record


def gaps(record: Record, country: str, theme: str = "", recorded_only: bool = False, top: int = 20) -> GapsAnswer:
    """Answer `gaps` at the national level: the first `top` lines, what cannot be judged, and the counts.

    With a theme only its reasons count; `recorded_only` leaves out mandates that are presumed by the kind of body.
    An unknown country has no lines.
    """
    seen = screen(record, country, theme, recorded_only)
    return {
        "level": "national",
        "gaps": [gap_of(seen, line) for line in lines(seen)[:top]],
        "cannot_be_judged": unjudged(seen),
        "contacts": counts(seen),
        "not_applicable": len(seen.set_aside),
        "problems_abroad": reported_abroad(record, country),
    }


def contacts(record: Record, country: str, theme: str = "") -> Contacts:
    """Return how many contacts are expected in a country, found, and reported as a problem, and the sources read."""
    return counts(screen(record, country, theme))


def gap_of(
    seen: Screening,
    line: Line,
    *,
    reader: str = "",
    said: str | None = None,
    step: str | None = None,
    citation: str | None = None,
) -> Gap:
    """Return one line in full; sentence, next step and citation are those of the national level unless given.

    The side of the reader's own country stands first, else customs.
    """
    pair = reading_order(seen, line.pair, reader)
    grounds = grounds_of(seen, pair)
    rows = rows_about(seen, pair)
    return {
        "a": named_body(seen.record, seen.block.services[pair[0]]),
        "b": named_body(seen.record, seen.block.services[pair[1]]),
        "kind": line.trace.kind,
        "band": band(seen, pair),
        "sentence": said or _sentence(seen, line, pair, grounds),
        "reasons": [reason(seen, ground) for ground in grounds],
        "coordination": float(seen.coordination.value[pair]),
        "severity": float(seen.severity[pair]),
        "folded": {
            "pairs": len(line.pairs),
            "tied": sum(seen.status(pair) == "found" for pair in line.pairs),
            "widest": [seen.block.services[place] for place in pair],
        },
        "searched": {"sources": len(np.unique(seen.record.claims.source[rows])), "claims": len(rows)},
        "nearest": nearest(seen, pair),
        "same_ministry": _ministry(seen, pair),
        "next_step": step or _step(seen, pair),
        "citation": citation or citation_of(seen, grounds),
        "decided": decided(seen, line.pair),
        "unrecorded": chance(seen, line.pair),
        "could_close": closers(seen, line.pair),
        "claims": seen.record.claim_ids(_rows_behind(seen, line, grounds)),
    }


def decided(seen: Screening, pair: Pair) -> Decided | None:
    """Return what both sides decided of a pair, and in which change; a contact that was said is one at a workshop."""
    record, decision = seen.record, seen.decisions.get(pair)
    if decision:
        return {"as": decision.says, "batch": record.batch_of(decision.row)}
    said = [row for row in seen.contacts_between(*pair) if record.sources[record.claim(row).source].kind == "workshop"]
    return {"as": "contact", "batch": record.batch_of(said[-1])} if said else None


def reading_order(seen: Screening, pair: Pair, reader: str = "") -> Pair:
    """Return a pair in the order in which it is read: the reader's own country first, then customs."""
    services = seen.block.services

    def far(place: int) -> tuple[bool, bool, int]:
        abroad = bool(reader) and seen.record.organizations[services[place]].country != reader
        return abroad, seen.block.service(place).kind != "customs", place

    i, j = sorted(pair, key=far)
    return i, j


def _sentence(seen: Screening, line: Line, pair: Pair, grounds: list[Ground]) -> str:
    said = sentence(seen, pair, line.trace, grounds)
    ministry = _ministry(seen, pair)
    said += f" Both stand under {ministry['name']}." if ministry else ""
    if line.site:
        said += sharing_a_site(len(line.pairs), line.found, line.traces)
    elif line.sister:
        alike = {place for two in line.pairs for place in two if seen.block.service(place).sisters == line.sister}
        said += sisters(len(alike), line.found, line.problems, line.traces, line.sister)
    return said + together(seen, line.also) + to_confirm(seen, pair)


def _step(seen: Screening, pair: Pair) -> str:
    a, b = (seen.block.services[place] for place in pair)
    stands = {ROLES[seen.record.claims.role[row]] for row in seen.standing_between(*pair)}
    return next_step(seen.record, seen.country, a, b, stands)[0]


def _ministry(seen: Screening, pair: Pair) -> Named | None:
    above, other = (seen.block.service(place).ministry for place in pair)
    return named_body(seen.record, above) if above and above == other else None


def _rows_behind(seen: Screening, line: Line, grounds: list[Ground]) -> list[int]:
    """The claims of the line itself, of all that is recorded between the two, and of its reasons, each once."""
    tables = [mechanism.network for _, mechanism in shared_mechanisms(seen, line.pair)]
    rows = [*line.trace.rows, *seen.rows_between(*line.pair)]
    rows += [row for network in tables for row in membership_rows(seen, line.pair, network)]
    rows += [row for ground in grounds for row in rows_of(seen, ground)]
    return list(dict.fromkeys(rows))
