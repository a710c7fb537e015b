"""The line of sources at the end of a page."""

from collections import Counter
from collections.abc import Iterable

from graph.record import Record
from handouts.paper import words


def sources_of(record: Record, claims: Iterable[str]) -> list[str]:
    """Return the ids of the sources in which claims were read, each once, in the order of the claims."""
    rows = (record.row_of_claim(claim) for claim in dict.fromkeys(claims))
    found = (record.addresses[record.claims.source[row]].partition(":")[2] for row in rows if row is not None)
    return list(dict.fromkeys(found))


def publishers(record: Record, sources: Iterable[str], most: int) -> str:
    """Return who published sources, those of most sources first, and how many more there are."""
    names = Counter(record.sources[source].publisher or record.sources[source].title for source in sources)
    return words.some([name for name, _ in sorted(names.items(), key=lambda one: (-one[1], one[0]))], most)


def last_read(record: Record, claims: Iterable[str]) -> str:
    """Return the last day on which an editor held one of the claims against its source, or nothing."""
    rows = (record.row_of_claim(claim) for claim in claims)
    return max((record.claim(row).read_on for row in rows if row is not None), default="")
