"""The record as it was without a workshop: what before and after are compared by."""

from functools import lru_cache

from graph.analysis.workshop.workshop import Workshop
from graph.model import Event, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims


@lru_cache(maxsize=4)
def before(record: Record, workshop: Workshop) -> Record:
    """Return the record without the claims, bodies and sources of a workshop, as known on the same date.

    What the workshop withdrew was its own, so that nothing has to be put back.
    """
    nodes = [node for node in _nodes(record) if not _is_of(workshop, node)]
    known = {node.address for node in nodes}
    claims = (record.claim(row) for row in range(len(record.claims)))
    kept = (
        (claim, record.batch_of(row))
        for row, claim in enumerate(claims)
        if not workshop.is_source(claim.source) and not _is_gone(claim.a, known) and not _is_gone(claim.b, known)
    )
    return record_of(record.revision, nodes, rows_of_claims(kept), record.date)


def _is_of(workshop: Workshop, node: Thing) -> bool:
    """Whether a workshop added a node: one of its sources, a body that rests on one, or the workshop as an event."""
    if isinstance(node, Source):
        return workshop.is_source(node.id)
    if isinstance(node, Organization):
        return any(map(workshop.is_source, node.sources))
    return isinstance(node, Event) and node.id == workshop.id


@lru_cache(maxsize=4)
def without(record: Record, claims: frozenset[str]) -> Record:
    """Return the record without some claims, by their ids: what may stand on the wall where lines are hidden."""
    rows = ((record.claim(row), record.batch_of(row)) for row in range(len(record.claims)))
    kept = ((claim, batch) for claim, batch in rows if claim.id not in claims)
    return record_of(record.revision, _nodes(record), rows_of_claims(kept), record.date)


def _nodes(record: Record) -> list[Thing]:
    return [
        *record.sources.values(),
        *record.countries.values(),
        *record.organizations.values(),
        *record.networks.values(),
        *record.sites.values(),
        *record.events.values(),
        *record.activities.values(),
    ]


def _is_gone(address: str, known: set[str]) -> bool:
    return address.startswith(("organization:", "event:")) and address not in known
