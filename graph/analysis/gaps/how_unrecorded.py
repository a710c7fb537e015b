"""How many contacts of a country nobody wrote about, as far as two kinds of source can tell: bounds, never a rank."""

from dataclasses import dataclass

from graph.analysis.gaps.uncertainty import recall_of, unrecorded
from graph.record import Record

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """`recall`: the share of contacts that is recorded, at most.

    `chance`: how likely a pair without a recorded contact is in contact all the same, at least, if every second such
    pair of services is.
    """

    recall: float
    chance: float


def how_unrecorded(record: Record, country: str) -> Unrecorded | None:
    """Return both bounds for a country, None where too few contacts were read in both kinds of source."""
    recall = recall_of(record, country)
    return None if recall is None else Unrecorded(recall, unrecorded(HALF, recall))
