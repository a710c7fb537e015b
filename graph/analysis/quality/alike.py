"""Bodies that may be one: living ones of the same country whose names are nearly the same: a question."""

from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz

from graph.analysis.bodies.services import heads_of
from graph.analysis.names.named import named_body
from graph.analysis.names.spelling import folded
from graph.answers.quality import Alike
from graph.record import Record

# Of 100; "Ministry of Environment" and "Ministry of the Environment" reach it, two provinces' agencies do not.
LIKE_ENOUGH = 92


@lru_cache(maxsize=4)
def alike(record: Record, country: str = "") -> tuple[Alike, ...]:
    """Return pairs of living bodies that may be one, the likeliest first; all countries unless one is given.

    Neither of a pair stands above the other, and both are of one level and area: sisters of two provinces are two.
    """
    codes = [country] if country else sorted(record.bodies)
    found = [pair for code in codes for pair in _of(record, code)]
    return tuple(sorted(found, key=lambda pair: (-pair["likeness"], pair["a"]["id"], pair["b"]["id"])))


def _of(record: Record, country: str) -> list[Alike]:
    bodies = [record.organizations[body] for body in record.bodies.get(country, ())]
    names = {body.id: folded(body.name) for body in bodies}
    pairs: list[Alike] = []
    for one, other in combinations(bodies, 2):
        if (one.level, one.area) != (other.level, other.area):
            continue
        likeness = fuzz.token_sort_ratio(names[one.id], names[other.id], score_cutoff=LIKE_ENOUGH)
        if likeness and not _in_line(record, one.id, other.id):
            a, b = named_body(record, one.id), named_body(record, other.id)
            pairs.append({"a": a, "b": b, "country": country, "likeness": round(likeness)})
    return pairs


def _in_line(record: Record, one: str, other: str) -> bool:
    return other in heads_of(record, one) or one in heads_of(record, other)
