"""What is recorded between bodies, in plain Python: contacts by kind and age, and tables that both sit at."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from graph import dates
from graph.analysis.bodies.kinds import AT_THE_EDGE
from graph.analysis.contacts.mechanisms import stated_members
from graph.model import Claim
from graph.record import Record
from graph.rules import rules

Pair = tuple[str, str]

ENDED = 0.2


@dataclass(frozen=True)
class Facts:
    """The claims of a record as objects, made before any clock runs."""

    record: Record
    claims: Mapping[str, tuple[Claim, ...]]

    @cached_property
    def begun(self) -> Mapping[str, list[Claim]]:
        """The claims known by the date, by kind."""
        return {kind: [c for c in claims if self.began(c) <= self.record.day] for kind, claims in self.claims.items()}

    @cached_property
    def in_force(self) -> Mapping[str, list[Claim]]:
        """The claims that count on the date, by kind."""
        return {kind: [claim for claim in claims if not self.is_over(claim)] for kind, claims in self.begun.items()}

    def began(self, claim: Claim) -> int:
        """Return the newest date that speaks for the beginning of a claim, 0 where none does."""
        return dates.number(claim.since) or dates.number(self.record.sources[claim.source].published)

    def is_over(self, claim: Claim) -> bool:
        """Return whether a claim had ended before the date."""
        return bool(claim.until) and dates.last_day(dates.number(claim.until)) < self.record.day

    def naming(self, kind: str, bodies: Iterable[str]) -> Mapping[str, list[Claim]]:
        """Return the claims in force of a kind by the body that they speak of."""
        found: dict[str, list[Claim]] = {body: [] for body in bodies}
        for claim in self.in_force.get(kind, ()):
            body = claim.a.partition(":")[2]
            if claim.a.startswith("organization:") and body in found:
                found[body].append(claim)
        return found


def facts_of(record: Record) -> Facts:
    """Return the claims of a record as objects by kind."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for row in range(len(record.claims)):
        claim = record.claim(row)
        found[claim.kind].append(claim)
    for kind in ("tie", "membership", "responsibility", "presence", "participation"):
        found.setdefault(kind, [])
    return Facts(record, {kind: tuple(claims) for kind, claims in found.items()})


def pair_of(a: str, b: str) -> Pair:
    """Return two ids in order."""
    return (a, b) if a < b else (b, a)


def contact(facts: Facts, of: Mapping[str, str]) -> dict[Pair, float]:
    """Return for pairs of bodies the product over kinds of contact of (1 - strength x age), the strongest of a kind."""
    best: dict[tuple[str, str, str], float] = defaultdict(float)
    for claim in facts.begun["tie"]:
        a, b = claim.a.partition(":")[2], claim.b.partition(":")[2]
        bodies = claim.a.startswith("organization:") and claim.b.startswith("organization:")
        if bodies and a in of and b in of and a != b:
            key = (*pair_of(a, b), claim.role)
            best[key] = max(best[key], _value(facts, claim))
    missing: dict[Pair, float] = {}
    for (a, b, _), value in best.items():
        missing[a, b] = missing.get((a, b), 1.0) * (1 - value)
    return missing


def _value(facts: Facts, claim: Claim) -> float:
    rule = rules().strengths.get(claim.role)
    return (rule.strength if rule else 0.0) * _age(facts, claim)


def _age(facts: Facts, claim: Claim) -> float:
    if claim.status == "absent" or claim.standing == "planned":
        return 0.0
    day, until = facts.record.day, dates.number(claim.until)
    heard = facts.began(claim)
    if claim.standing == "standing":
        if facts.is_over(claim):
            return 0.0
        return 1.0 if heard and dates.last_day(heard) >= day - 50000 else 0.5
    heard = max(heard, until if until <= day else 0)
    return 0.4 * min(1.0, max(0.0, 1 - (day // 10000 - heard // 10000) / 5)) if heard else 0.1


def tables(facts: Facts, of: Mapping[str, str], to: Mapping[str, str]) -> dict[Pair, float]:
    """Return for pairs (of bodies, or of what bodies count for) the product over shared mechanisms of (1 - contact)."""
    seats: dict[str, list[Claim]] = defaultdict(list)
    for claim in facts.in_force["membership"]:
        seats[claim.b].append(claim)
    missing: dict[Pair, float] = defaultdict(lambda: 1.0)
    for address, claims in seats.items():
        weights: dict[str, float] = {}
        here = [c for c in claims if c.a.startswith("organization:") and c.a.partition(":")[2] in of]
        for claim in here:
            who = to[claim.a.partition(":")[2]]
            weights[who] = max(weights.get(who, 0.0), 0.5 if claim.role in AT_THE_EDGE else 1.0)
        if len({claim.a for claim in here}) > 1:
            _share(facts, address, len({claim.a for claim in claims}), weights, missing)
    return missing


def _share(facts: Facts, address: str, recorded: int, weights: Mapping[str, float], missing: dict[Pair, float]) -> None:
    network = facts.record.networks[address.partition(":")[2]]
    members = max(recorded, stated_members(network.note))
    small = network.scope == "national" and members <= 15
    running = 1.0 if facts.record.is_running(network.id) else ENDED
    for a, b in combinations(sorted(weights), 2):
        both = weights[a] * weights[b]
        value = 0.8 * min(1.0, 6 / (members - 1)) * both if small else 1 - math.exp(-both / (members - 1))
        missing[a, b] *= 1 - running * value
