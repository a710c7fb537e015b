"""What comparable countries have on record and this one has not."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from graph import vocabulary
from graph.analysis.bodies.kinds import BESIDE, INTERNATIONAL
from graph.analysis.networks.members import countries_of_networks
from graph.answers import Named, Peer
from graph.record import Record
from graph.rules import rules

# Kinds that every country may do without, or that take many shapes: their absence asks nothing.
NOT_ASKED = (
    INTERNATIONAL
    | BESIDE
    | {
        "anti-corruption",
        "armed-forces",
        "coordination-body",
        "focal-point",
        "ministry",
        "paramilitary",
        "state-intelligence",
    }
)
AT_SEA = frozenset({"coast-guard", "fisheries"})
# What one other country has is an oddity, not a pattern, unless the reader asks for that country.
FEWEST = 2


def peers(record: Record, country: str, theme: str = "", like: Sequence[str] = ()) -> list[Peer]:
    """Return the kinds of body that comparable countries have and this one has not, the most common first.

    Comparable are those that the reader says (`like`), else a neighbour, of the same subregion, or in a network
    together; for a kind at sea only countries with a coast. "Recorded in 9 of 24" is a lower bound: a country where
    none is recorded may have one all the same, so no share is made of it. With a theme only kinds that answer for it
    by the coded mandates.
    """
    chosen = [other for other in like if other != country]
    others, fewest = (chosen, 1) if chosen else (comparable(record, country), FEWEST)
    here = kinds_of(record, country)
    asked = [kind for kind in vocabulary.ORGANIZATION_KINDS if kind not in here and kind not in NOT_ASKED]
    if theme:
        asked = [kind for kind in asked if rules().weight(kind, theme) > 0]
    found = [_peer(record, others, kind) for kind in asked if _is_asked_at_sea(record, country, kind)]
    return sorted(
        (peer for peer in found if peer["recorded_in"] >= fewest), key=lambda peer: (-peer["recorded_in"], peer["kind"])
    )


def _is_asked_at_sea(record: Record, country: str, kind: str) -> bool:
    return kind not in AT_SEA or record.countries[country].coast != "no"


def _peer(record: Record, others: Sequence[str], kind: str) -> Peer:
    asked = [other for other in others if _is_asked_at_sea(record, other, kind)]
    have = [other for other in asked if kind in kinds_of(record, other)]
    examples: list[Named] = []
    for other in have:
        body = kinds_of(record, other)[kind]
        name, country = record.organizations[body].name, record.country_name(other)
        examples.append({"id": body, "name": name if country in name else f"{name} ({country})"})
    return {"kind": kind, "recorded_in": len(have), "of": len(asked), "examples": examples}


def comparable(record: Record, country: str) -> list[str]:
    """Return the countries of the focus to compare with: neighbours, then the subregion, then network fellows."""
    node = record.countries[country]
    shared = {
        other: sum(country in group and other in group for group in countries_of_networks(record).values())
        for other in record.countries
        if other != country
    }

    def near(other: str) -> tuple[bool, bool]:
        return other not in node.neighbours, record.countries[other].subregion != node.subregion

    fellows = [other for other, count in shared.items() if count or near(other) != (True, True)]
    return sorted(fellows, key=lambda other: (*near(other), -shared[other], other))


@lru_cache(maxsize=256)
def kinds_of(record: Record, country: str) -> Mapping[str, str]:
    """Return the living body that stands for each kind recorded in a country: the national one with most claims."""
    found: dict[str, str] = {}
    bodies = [record.organizations[body] for body in record.bodies.get(country, ()) if record.is_living(body)]
    for node in sorted(
        bodies, key=lambda node: (node.level != "national", -len(record.rows_of(node.address)), node.id)
    ):
        found.setdefault(node.kind, node.id)
    return found
