"""A body that the record lacks, as a change to apply: from a name that matched nothing, or for a role nobody fills.

batch = new_body(record, "Marine Police", country="PK", kind="police", source="dawn-2026", at=now())
store.apply(batch)        undone by store.undo(batch.id)
"""

import hashlib
import re
import unicodedata

from graph.analysis.names.names import matches
from graph.analysis.names.spelling import folded
from graph.analysis.who_else.new_duty import Duty, source_to_add
from graph.errors import InputError, UnknownName
from graph.history import Batch, Change
from graph.model import Organization, Source
from graph.record import Record

LONGEST_ID = 40


def new_body(
    record: Record,
    name: str,
    *,
    country: str,
    kind: str,
    source: str | Source,
    at: str,
    parent: str = "",
    acronym: str = "",
    level: str = "national",
    area: str = "",
    duty: Duty | None = None,
    author: str = "",
    reason: str = "",
) -> Batch:
    """Return the change that adds one body with its source, which is one of the record or is added with it.

    `country` is a code (ISO 3166-1 alpha-2, or INT), `parent` the id of the body above, `duty` what it answers for by
    the same source, `at` the time (UTC, ISO 8601). Raises InputError for what is on record already or not well said,
    UnknownName for a source or parent that is not.
    """
    _refuse_double(record, name, country)
    added = source_to_add(record, source)
    _refuse_unknown(record, parent)
    body = Organization(
        id=_free_id(record, country, acronym or name),
        name=name.strip(),
        acronym=acronym.strip(),
        country=country,
        level="" if country == "INT" else level,
        area=area,
        kind=kind,
        parent=parent,
        sources=(source.id if isinstance(source, Source) else source,),
    )
    things = (*added, body, *([duty.held_by(body.id, body.sources[0], at)] if duty else []))
    changes = tuple(Change(None, one) for one in things)
    return Batch(author or "not named", at, reason or f"{body.name} was missing", changes)


def body_of(batch: Batch) -> Organization:
    """Return the body that a change of `new_body` adds."""
    return next(change.after for change in batch.changes if isinstance(change.after, Organization))


def _refuse_unknown(record: Record, parent: str) -> None:
    if parent and parent not in record.organizations:
        raise UnknownName(f"There is no body {parent} in the record.", "Look for it with `whoelse find`.")


def _refuse_double(record: Record, name: str, country: str) -> None:
    """Refuse a name that a living body of the country has already, in whatever spelling."""
    same = [
        match.thing.id
        for match in matches(record, name, country, ("organization",))
        if match.tier == 0 and match.by != "id" and record.is_living(match.thing.id)
    ]
    if same:
        known = record.organizations[same[0]]
        raise InputError(f"{known.name} is on record already, as {known.id}.", "Use that one, or give the full name.")


def _free_id(record: Record, country: str, name: str) -> str:
    """Return an id that nothing has: country and name in plain letters, or a hash of a name in another script."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    if not words:
        words = "body-" + hashlib.sha256(folded(name).encode()).hexdigest()[:8]
    first = f"{country.casefold()}-{words}"
    number, wanted = 1, first
    while wanted in record.organizations:
        number += 1
        wanted = f"{first}-{number}"
    return wanted
