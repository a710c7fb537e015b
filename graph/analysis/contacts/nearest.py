"""The nearest contact: a third service that is in contact with both sides of a gap."""

from graph.analysis.gaps.screening import Pair, Screening
from graph.answers import Evidenced

SHOWN = 2


def nearest(seen: Screening, pair: Pair) -> list[Evidenced]:
    """Return the two services closest to both sides by recorded contact, with the claims on both contacts."""
    return between(seen, pair)[:SHOWN]


def between(seen: Screening, pair: Pair) -> list[Evidenced]:
    """Return the services with recorded contact to both sides, the closest first, with the claims on both contacts."""
    found = []
    for third in sorted(seen.named_with[pair[0]] & seen.named_with[pair[1]]):
        sides = [seen.contacts_between(place, third) for place in pair]
        if all(sides):
            value = min(float(seen.coordination.value[place, third]) for place in pair)
            found.append((-value, third, [row for rows in sides for row in rows]))
    return [_evidenced(seen, third, rows) for _, third, rows in sorted(found)]


def _evidenced(seen: Screening, third: int, rows: list[int]) -> Evidenced:
    service = seen.block.services[third]
    return {
        "id": service,
        "name": seen.record.organizations[service].name,
        "claims": seen.record.claim_ids(rows),
    }
