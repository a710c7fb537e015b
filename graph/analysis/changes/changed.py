"""What changed between two readings of the record, in the words of a reader: contacts, bodies, duties, numbers.

what_changed(before, after, "PK", "hazardous-waste")        two records, for example without and with a workshop
what_changed(*readings(batches, since, date), "PK")         since a day, or after a change set
"""

from collections.abc import Collection, Iterable, Sequence

from graph.analysis.bodies.services import service_of
from graph.analysis.contacts.contacts import counts
from graph.analysis.gaps.screening import screen
from graph.analysis.names.named import named
from graph.analysis.sentences import sentence_of
from graph.answers import Contacts, LineChanged, Numbers, PairChanged, WhatChangedAnswer
from graph.columns import KINDS
from graph.history import Batch, Heading
from graph.model import Claim, Thing
from graph.record import Record, record_of, rows_of_claims

LINES = ("responsibility", "membership", "presence", "seat", "participation")
DENIED = "confirmed-none"
NOTHING: Contacts = {"expected": 0, "found": 0, "problems": 0, "sources_read": 0}


def what_changed(
    before: Record,
    after: Record,
    country: str = "",
    theme: str = "",
    *,
    history: Iterable[Heading] = (),
    hidden: Collection[str] = (),
) -> WhatChangedAnswer:
    """Return what the later reading says and the earlier did not.

    With a country only what touches a body of it. A contact is new where no source had recorded one between the two
    services, else it is confirmed; what was said and taken back in between is in neither. `hidden` are claims that are
    not to be told: they are counted and nothing else. `history` gives the reasons.
    """
    told = [row for row in _new(before, after) if not country or country in _countries(after, row)]
    rows = [row for row in told if after.claim_id(row) not in hidden]
    ties = [row for row in rows if _kind(after, row) == "tie" and not after.claims.absent[row]]
    known = _in_contact(before)
    denials = [row for row in rows if _kind(after, row) == "decision" and after.claim(row).role == DENIED]
    return {
        "country": named(after, f"country:{country}") if country else None,
        "theme": theme or None,
        "added": _pairs(after, [row for row in ties if _services(after, row) not in known]),
        "confirmed": _pairs(after, [row for row in ties if _services(after, row) in known]),
        "denied": _pairs(after, denials),
        "bodies": [
            {**named(after, body.address), "claims": []}
            for body in after.organizations.values()
            if body.id not in before.organizations and (not country or body.country == country)
        ],
        "lines": [_line(after, row) for row in rows if _kind(after, row) in LINES],
        "withdrawn": sum(not country or country in _countries(before, row) for row in _new(after, before)),
        "left_out": len(told) - len(rows),
        "before": _numbers(before, country, theme),
        "after": _numbers(after, country, theme),
        "reasons": [f"{one.reason} ({one.author}, {one.at[:10]})" for one in history],
    }


def readings(batches: Iterable[Batch], since: str, date: str) -> tuple[Record, Record]:
    """Return the record before and with the change sets from a day on, or after one of them, both read on a date."""
    standing: dict[str, tuple[Thing, str]] = {}
    begun, before = False, None
    for batch in batches:
        if not begun and batch.at >= since and not _is_id(since):
            begun, before = True, _record(standing, date)
        for change in batch.changes:
            if change.after is None:
                standing.pop(change.address, None)
            else:
                standing[change.address] = (change.after, batch.id)
        if not begun and batch.id == since:
            begun, before = True, _record(standing, date)
    after = _record(standing, date)
    return before or after, after


def _is_id(since: str) -> bool:
    return len(since) > len("2026-11-25")


def _record(standing: dict[str, tuple[Thing, str]], date: str) -> Record:
    nodes = [thing for thing, _ in standing.values() if not isinstance(thing, Claim)]
    claims = [(thing, batch) for thing, batch in standing.values() if isinstance(thing, Claim)]
    return record_of(len(standing), nodes, rows_of_claims(claims), date)


def _new(before: Record, after: Record) -> list[int]:
    """Return the rows of the claims that the earlier reading does not hold."""
    return [row for row in range(len(after.claims)) if before.row_of_claim(after.claim_id(row)) is None]


def _kind(record: Record, row: int) -> str:
    return str(KINDS[record.claims.kind[row]])


def _countries(record: Record, row: int) -> set[str]:
    claim = record.claim(row)
    found = set()
    for end in (claim.a, claim.b):
        kind, _, name = end.partition(":")
        if kind == "organization" and name in record.organizations:
            found.add(record.organizations[name].country)
        elif kind == "country":
            found.add(name)
    return found


def _services(record: Record, row: int) -> frozenset[str]:
    claim = record.claim(row)
    ends = (end.partition(":")[2] for end in (claim.a, claim.b))
    return frozenset(service_of(record, end) if end in record.organizations else end for end in ends)


def _in_contact(record: Record) -> set[frozenset[str]]:
    """Return the pairs of services between which a contact is recorded."""
    rows = record.rows("tie").tolist()
    return {_services(record, row) for row in rows if not record.claims.absent[row]}


def _pairs(record: Record, rows: Sequence[int]) -> list[PairChanged]:
    """Return pairs in the order of their first claims, the claims of one pair together."""
    found: dict[frozenset[str], list[int]] = {}
    for row in rows:
        claim = record.claim(row)
        found.setdefault(frozenset((claim.a, claim.b)), []).append(row)
    return [_pair(record, several) for several in found.values()]


def _pair(record: Record, rows: Sequence[int]) -> PairChanged:
    first = record.claim(rows[0])
    sentences = dict.fromkeys(sentence_of(record, row) for row in rows)
    return {
        "a": named(record, first.a),
        "b": named(record, first.b),
        "sentence": "; ".join(sentences),
        "claims": record.claim_ids(rows),
    }


def _line(record: Record, row: int) -> LineChanged:
    return {
        **named(record, record.claim(row).a),
        "claims": [record.claim_id(row)],
        "sentence": sentence_of(record, row),
    }


def _numbers(record: Record, country: str, theme: str) -> Numbers:
    """Return a reading in numbers: of the country asked for, else of everything."""
    bodies = record.bodies.get(country, ()) if country else tuple(record.organizations)
    rows = [row for row in range(len(record.claims)) if not country or country in _countries(record, row)]
    return {
        "bodies": sum(record.is_living(body) for body in bodies),
        "claims": len(rows),
        "sources": len({int(record.claims.source[row]) for row in rows}),
        "contacts": counts(screen(record, country, theme)) if country else NOTHING,
    }
