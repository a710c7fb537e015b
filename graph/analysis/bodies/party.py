"""Which bodies can be one side of a needed pair."""

from graph.analysis.bodies.kinds import NO_PARTY
from graph.model import Organization

GENERIC = "no single body"  # the editors' words in the note of a group that a slide names as if it were one body


def may_be_party(organization: Organization) -> bool:
    """Return whether a body is of a kind that can be one side of a needed pair."""
    return organization.kind not in NO_PARTY and GENERIC not in organization.note
