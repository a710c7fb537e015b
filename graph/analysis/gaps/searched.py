"""What was searched for a contact: which sources speak of one side, of the other, and of both."""

from dataclasses import dataclass

import numpy as np

from graph.analysis.contacts.contacts import rows_about
from graph.analysis.gaps.screening import Pair, Screening


@dataclass(frozen=True, slots=True)
class SourcesRead:
    """Ids of sources: those that speak of both sides, and those of the first and of the second side alone."""

    both: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]


def sources_read(seen: Screening, pair: Pair) -> SourcesRead:
    """Return the sources that speak of either service of a pair, each once, the newest first."""
    one, other = (_sources(seen, place) for place in pair)
    return SourcesRead(*(_newest_first(seen, ids) for ids in (one & other, one - other, other - one)))


def _sources(seen: Screening, place: int) -> set[str]:
    numbers = np.unique(seen.record.claims.source[rows_about(seen, [place])]).tolist()
    return {seen.record.addresses[number].partition(":")[2] for number in numbers}


def _newest_first(seen: Screening, ids: set[str]) -> tuple[str, ...]:
    by_id = sorted(ids)
    return tuple(sorted(by_id, key=lambda source: seen.record.sources[source].published or "", reverse=True))
