"""What has been decided of the pairs of a screening: contacts said by both sides, none, and not applicable."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from graph.analysis.gaps.decisions import As
from graph.analysis.gaps.screening import Pair, Screening
from graph.record import Record

MEANS: dict[str, As] = {"none": "none", "not-applicable": "not-applicable"}


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """A decision on two services: what, on which day (empty: not known), by which source, in which change."""

    a: str
    b: str
    says: As
    on: str
    source: str
    claim: str
    batch: str


def decided_pairs(seen: Screening, by_hand: Collection[str] = ()) -> list[DecidedPair]:
    """Return what was decided of the pairs of a screening, the newest first, then by ids.

    A contact is a decision where it was said at a workshop, or was written by one of the batches `by_hand`.
    """
    record, services = seen.record, seen.block.services
    found = [_decided(record, services, pair, MEANS[one.says], one.row) for pair, one in seen.decisions.items()]
    found += [_decided(record, services, pair, "contact", row) for pair, row in _contacts(seen, by_hand)]
    by_id = sorted(found, key=lambda one: (one.a, one.b, one.claim))
    return sorted(by_id, key=lambda one: one.on, reverse=True)


def confirmed_none(seen: Screening) -> int:
    """Return of how many expected pairs without contact or problem on record both sides say that they have none."""
    return sum(bool(seen.expected[pair]) and seen.status(pair) == "not known" for pair in seen.denied)


def _contacts(seen: Screening, by_hand: Collection[str]) -> Iterator[tuple[Pair, int]]:
    record, ties, of = seen.record, seen.coordination.ties, seen.block.service_of
    workshops = {record.number[source.address] for source in record.sources.values() if source.kind == "workshop"}
    for row, a, b in zip(ties.rows.tolist(), of[ties.a].tolist(), of[ties.b].tolist(), strict=True):
        said = int(record.claims.source[row]) in workshops or record.batch_of(row) in by_hand
        if said and a != b and not record.claims.absent[row]:
            yield (min(a, b), max(a, b)), row


def _decided(record: Record, services: tuple[str, ...], pair: Pair, says: As, row: int) -> DecidedPair:
    claim = record.claim(row)
    on = claim.since or record.sources[claim.source].published or ""
    a, b = (services[place] for place in pair)
    return DecidedPair(a, b, says, on, claim.source, claim.id, record.batch_of(row))
