"""Services that no need can be reckoned for, and why."""

from graph.analysis.bodies.kinds import NO_PARTY
from graph.analysis.bodies.party import GENERIC
from graph.analysis.gaps.screening import Screening
from graph.answers import Unjudged

GROUP = "a group of bodies, not a single one"
SILENT = "no source read says what it answers for or at which site it works"


def unjudged(seen: Screening) -> list[Unjudged]:
    """Return the services of a country with no subject and no site, and the groups that are no single body.

    Bodies of a kind that is never party to a needed pair (donors, committees, research) are not in it.
    """
    grounds, block = seen.need.grounds, seen.block
    held = block.mandates.recorded if grounds.recorded_only else block.mandates.weight
    judged = (held[block.mandate_rows] > 0).any(axis=1) | block.presence[1].any(axis=1)
    known = {int(place) for place in block.service_of[judged]}
    found: list[Unjudged] = []
    for place, service in enumerate(block.services):
        organization = seen.record.organizations[service]
        if organization.kind in NO_PARTY:
            continue
        why = GROUP if GENERIC in organization.note else "" if place in known else SILENT
        if why:
            found.append({"id": service, "name": organization.name, "why": why})
    return found
