"""The claims behind a number or about a thing, each in full: what it says, who says so, when it was read."""

from collections.abc import Iterable

import numpy as np

from graph import vocabulary
from graph.analysis.names.country_names import country_names
from graph.analysis.names.named import named
from graph.analysis.names.names import resolve
from graph.analysis.names.spelling import folded
from graph.analysis.sentences import name_of, sentence_of
from graph.answers import ClaimsAnswer, ClaimShown, ClaimSource
from graph.record import Record

__all__ = ["claims", "name_of", "rows_about", "sentence_of"]


def claims(record: Record, ids: Iterable[str]) -> ClaimsAnswer:
    """Answer `claims`: by id of a claim, or all claims of a thing by its address, id or name, newest first.

    A claim stands once, where it is first asked for. Claims of a thing are those known on the date of the record,
    ended ones too. Raises UnknownName for what is neither.
    """
    rows = dict.fromkeys(row for asked in ids for row in _rows(record, asked))
    return {"claims": [shown_claim(record, row) for row in rows]}


def _rows(record: Record, asked: str) -> list[int]:
    row = record.row_of_claim(asked.strip().removeprefix("claim:"))
    return rows_about(record, _address(record, asked.strip())) if row is None else [row]


def _address(record: Record, asked: str) -> str:
    """Return the address of anything that claims may be about, or that they were read in."""
    if asked in record.number:
        return asked
    word = folded(asked)
    if word in country_names(record):
        return f"country:{country_names(record)[word]}"
    for kind, names in (("agreement", vocabulary.AGREEMENTS), ("theme", vocabulary.THEMES)):
        for name, screen_name in names.items():
            if word in (folded(name), folded(screen_name)):
                return f"{kind}:{name}"
    if asked in record.sources or asked in record.events:
        return f"{'source' if asked in record.sources else 'event'}:{asked}"
    return resolve(record, asked)


def rows_about(record: Record, address: str) -> list[int]:
    """Return the rows of all claims that name a thing, or were read in a source, newest first."""
    if address.startswith("source:"):
        rows = np.flatnonzero(record.claims.source == record.number.get(address, -1))
    else:
        rows = record.rows_of(address)
    known = np.unique(rows[record.begun[rows]])
    newest_first = np.argsort(-record.began[known].astype(np.int64), kind="stable")
    return [int(row) for row in known[newest_first]]


def shown_claim(record: Record, row: int) -> ClaimShown:
    """Return one claim as its sentence and its fields."""
    claim = record.claim(row)
    return {
        "id": record.claim_id(row),
        "kind": claim.kind,
        "sentence": sentence_of(record, row),
        "a": named(record, claim.a),
        "b": named(record, claim.b) if claim.b else None,
        "role": claim.role or None,
        "status": claim.status,
        "standing": claim.standing or None,
        "since": claim.since or None,
        "until": claim.until or None,
        "read_on": claim.read_on or None,
        "note": claim.note or None,
        "source": source_of(record, claim.source),
        "batch": record.batch_of(row),
    }


def source_of(record: Record, source_id: str) -> ClaimSource:
    """Return where a claim was read."""
    source = record.sources[source_id]
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher or None,
        "url": source.url or None,
        "published": source.published or None,
        "kind": source.kind,
    }
