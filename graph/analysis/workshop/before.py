"""The record as it was without a workshop: what before and after are compared by."""

from functools import lru_cache

from graph.analysis.workshop.workshop import Workshop
from graph.record import Record, record_of, rows_of_claims


@lru_cache(maxsize=4)
def before(record: Record, workshop: Workshop) -> Record:
    """Return the record without the claims, bodies and sources of a workshop, as known on the same date.

    What the workshop withdrew was its own, so that nothing has to be put back.
    """
    nodes = [
        *(source for source in record.sources.values() if not workshop.is_source(source.id)),
        *record.countries.values(),
        *(body for body in record.organizations.values() if not any(map(workshop.is_source, body.sources))),
        *record.networks.values(),
        *record.sites.values(),
        *(event for event in record.events.values() if event.id != workshop.id),
        *record.activities.values(),
    ]
    known = {node.address for node in nodes}
    claims = (record.claim(row) for row in range(len(record.claims)))
    kept = (
        (claim, record.batch_of(row))
        for row, claim in enumerate(claims)
        if not workshop.is_source(claim.source) and not _is_gone(claim.a, known) and not _is_gone(claim.b, known)
    )
    return record_of(record.revision, nodes, rows_of_claims(kept), record.date)


def _is_gone(address: str, known: set[str]) -> bool:
    return address.startswith(("organization:", "event:")) and address not in known
