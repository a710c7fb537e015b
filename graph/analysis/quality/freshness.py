"""When the record was last held against its sources, by country and by source: counts, never a mark."""

from collections import Counter
from functools import lru_cache

import numpy as np

from graph import dates
from graph.answers.quality import Fresh, SourceUsed
from graph.columns import NONE
from graph.record import Record


@lru_cache(maxsize=4)
def freshness(record: Record) -> tuple[Fresh, ...]:
    """Return for each country of the focus its living bodies, claims about them, and when these were read; by name."""
    codes = sorted(record.countries, key=record.country_name)
    return tuple(_fresh(record, code) for code in codes)


def _fresh(record: Record, code: str) -> Fresh:
    claims = record.claims
    bodies = record.bodies.get(code, ())
    numbers = [record.number[f"organization:{body}"] for body in bodies]
    about = np.isin(claims.a, numbers) | np.isin(claims.b, numbers)
    named = set(claims.a[about].tolist()) | set(claims.b[about].tolist())
    read = claims.read_on[about & (claims.read_on > 0)]
    return {
        "country": {"id": code, "name": record.country_name(code)},
        "bodies": len(bodies),
        "without_claims": sum(number not in named for number in numbers),
        "claims": int(about.sum()),
        "never_read": int(about.sum()) - len(read),
        "oldest": dates.text(int(read.min())) if len(read) else "",
        "newest": dates.text(int(read.max())) if len(read) else "",
    }


@lru_cache(maxsize=4)
def sources_used(record: Record) -> tuple[SourceUsed, ...]:
    """Return every source with what rests on it, the most used first."""
    claims = record.claims
    resting = Counter(claims.source[claims.source != NONE].tolist())
    groups = (record.countries, record.organizations, record.networks, record.sites, record.events, record.activities)
    nodes = Counter(source for group in groups for node in group.values() for source in node.sources)
    order = np.argsort(claims.source, kind="stable")
    begins = np.searchsorted(claims.source[order], np.arange(len(record.addresses) + 1))
    found = []
    for source in record.sources.values():
        number = record.number[f"source:{source.id}"]
        days = claims.read_on[order[begins[number] : begins[number + 1]]]
        days = days[days > 0]
        used: SourceUsed = {
            "id": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "kind": source.kind,
            "url": source.url,
            "published": source.published,
            "claims": resting[number],
            "nodes": nodes[source.id],
            "oldest": dates.text(int(days.min())) if len(days) else "",
            "newest": dates.text(int(days.max())) if len(days) else "",
        }
        found.append(used)
    return tuple(sorted(found, key=lambda used: (-used["claims"] - used["nodes"], used["id"])))
