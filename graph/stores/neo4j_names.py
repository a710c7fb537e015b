"""What the record is called in Neo4j: labels, types of relationships, edges from attributes, all from closed lists."""

from dataclasses import dataclass

from graph import vocabulary
from graph.model import THINGS, Claim

# A label for every kind of node; a seat that a network has is a node too, because it may be without a holder.
LABELS = {kind: kind.capitalize() for kind in (*vocabulary.NODE_KINDS, "function", "pillar", "seat")}

# Nodes that stand in no table of the record: they are words of the vocabulary.
WORDS = {
    "theme": vocabulary.THEMES,
    "agreement": vocabulary.AGREEMENTS,
    "function": vocabulary.FUNCTIONS,
    "pillar": vocabulary.PILLARS,
}
KEPT = tuple(kind for kind in THINGS if kind != Claim.node)  # the kinds of node that the record keeps

PROBLEM = "REPORTED_PROBLEM_WITH"  # a type of its own, so that no picture shows a problem as a tie
HAS_SEAT, HELD_BY = "HAS_SEAT", "HELD_BY"

_AFTER = {"tie": "", "membership": "_OF", "responsibility": "_FOR", "participation": "_AT", "assessment": "_ON"}
_NOT_BY_RULE = {
    ("presence", ""): "PRESENT_AT",
    ("membership", "observer"): "OBSERVER_IN",
    ("membership", "participant"): "PARTICIPANT_IN",
    ("responsibility", "party"): "PARTY_TO",
    ("decision", "confirmed-none"): "CONFIRMED_NO_CONTACT_WITH",
    ("decision", "not-applicable"): "CONTACT_NOT_APPLICABLE_TO",
    ("assessment", "goal"): "HAS_GOAL_ON",
}


def _type(kind: str, role: str) -> str:
    return _NOT_BY_RULE.get((kind, role)) or role.upper().replace("-", "_") + _AFTER[kind]


# The type of the relationship that a claim is, by its kind and role; seats are nodes.
TYPES = {
    (kind, role): _type(kind, role)
    for kind, says in vocabulary.CLAIM_KINDS.items()
    if kind != "seat"
    for role in says.sentences
}
CLAIM_TYPES = (*TYPES.values(), PROBLEM)


@dataclass(frozen=True, slots=True)
class Coded:
    """An edge made from an attribute: which field of which kind names nodes of which kind."""

    kind: str
    field: str
    type: str
    target: str


CODED = (
    Coded("country", "neighbours", "NEIGHBOUR_OF", "country"),
    Coded("organization", "country", "IN_COUNTRY", "country"),
    Coded("organization", "parent", "PART_OF", "organization"),
    Coded("organization", "succeeded_by", "SUCCEEDED_BY", "organization"),
    Coded("organization", "functions", "HAS_FUNCTION", "function"),
    Coded("network", "country", "IN_COUNTRY", "country"),
    Coded("network", "themes", "ABOUT", "theme"),
    Coded("network", "secretariat", "HAS_SECRETARIAT", "organization"),
    Coded("network", "pillars", "UNDER_PILLAR", "pillar"),
    Coded("site", "country", "IN_COUNTRY", "country"),
    Coded("site", "neighbour", "FACES", "country"),
    Coded("site", "same_as", "SAME_AS", "site"),
    Coded("event", "network", "EVENT_OF", "network"),
    Coded("event", "host", "HOSTED_BY", "organization"),
    Coded("event", "country", "IN_COUNTRY", "country"),
    Coded("activity", "network", "ACTIVITY_OF", "network"),
    Coded("activity", "pillar", "UNDER_PILLAR", "pillar"),
    *(Coded(kind, "sources", "RESTS_ON", "source") for kind in KEPT if kind != "source"),
)
CODED_TYPES = tuple(dict.fromkeys(edge.type for edge in CODED))


def type_of(claim: Claim) -> str:
    """Return the type of the relationship that a claim is."""
    return PROBLEM if claim.status == "absent" else TYPES[claim.kind, claim.role]


def ends(address: str) -> tuple[str, str]:
    """Return the label and the id of an address."""
    kind, _, name = address.partition(":")
    return LABELS[kind], name
