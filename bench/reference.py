"""The formulas of docs/method-gaps.md once more, in plain Python loops over pairs of bodies.

It is the yardstick for speed and, written apart from graph/analysis, the check that both reckon the same. Shared with
it are only what needs no reckoning: the rules, the dates, and which bodies are units of which service.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from bench.contact import ENDED, Facts, Pair, contact, pair_of, tables
from graph import vocabulary
from graph.analysis.bodies.party import may_be_party
from graph.analysis.bodies.services import Services, services
from graph.model import Claim, Organization
from graph.rules import rules

SISTERS, AT_SEA = 0.3, ("maritime", "fisheries")


@dataclass(frozen=True)
class Country:
    """What the loops run over: living bodies by service, what each answers for, and where each works."""

    facts: Facts
    houses: Services
    bodies: Mapping[str, Organization]
    mandates: Mapping[str, Mapping[str, float]]
    recorded: Mapping[str, frozenset[str]]
    roles: Mapping[str, frozenset[tuple[str, str]]]
    sites: Mapping[str, frozenset[str]]
    coast: Mapping[str, bool]
    near: dict[tuple[frozenset[str], frozenset[str]], float] = field(default_factory=dict)


def severities(facts: Facts, code: str) -> dict[Pair, float]:
    """Return need x (1 - coordination) of every pair of services of a country, by their ids in order."""
    land = country_of(facts, code)
    missing = _coordination(land)
    return {pair: need(land, *pair) * left for pair, left in missing.items()}


def country_of(facts: Facts, code: str) -> Country:
    """Return what the loops run over in a country."""
    record, houses = facts.record, services(facts.record, code)
    bodies = {body: record.organizations[body] for body in houses.of}
    duties = facts.naming("responsibility", bodies)
    sites = {
        body: frozenset(claim.b.partition(":")[2] for claim in claims if not claim.through)
        for body, claims in facts.naming("presence", bodies).items()
    }
    may = {body for body, node in bodies.items() if may_be_party(node)}
    may = {body for body in may if may_be_party(record.organizations[houses.of[body]])}
    return Country(
        facts=facts,
        houses=houses,
        bodies=bodies,
        mandates={body: _mandate(bodies[body], duties[body]) if body in may else {} for body in bodies},
        recorded={body: frozenset(_recorded(bodies[body], duties[body])) for body in bodies},
        roles={body: frozenset(_treaty_roles(duties[body])) for body in bodies},
        sites={body: sites[body] if body in may else frozenset() for body in bodies},
        coast=_coast(facts, code, bodies, sites),
    )


def _treaty_roles(duties: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    return ((claim.b, claim.role) for claim in duties if claim.b.startswith("agreement:"))


def _mandate(body: Organization, duties: Iterable[Claim], *, coded: bool = True) -> dict[str, float]:
    judged, kind = rules(), body.kind
    without = judged.not_held(kind, body.name)
    held: dict[str, float] = defaultdict(float)
    named = [(claim.b.partition(":")[2], 1.0) for claim in duties if claim.status != "absent"]
    by_kind = [(theme, judged.weight(kind, theme)) for theme in vocabulary.THEMES] if coded else []
    for place, (subject, weight) in enumerate((*named, *by_kind)):
        for wider, factor in judged.within(subject, kind).items() if weight else ():
            if wider not in without or (wider == subject and place < len(named)):
                held[wider] = max(held[wider], weight * factor)
    return {theme: weight for theme, weight in held.items() if theme in vocabulary.THEMES}


def _recorded(body: Organization, duties: Iterable[Claim]) -> Iterator[str]:
    """The themes for which a source gives a mandate that weighs no less than what the kind of body suggests."""
    held = _mandate(body, duties)
    for theme, weight in _mandate(body, duties, coded=False).items():
        if weight and weight >= held[theme]:
            yield theme


def _coast(
    facts: Facts, code: str, bodies: Mapping[str, Organization], sites: Mapping[str, frozenset[str]]
) -> dict[str, bool]:
    known = facts.record.countries.get(code)
    if known is not None and known.coast == "no":
        return dict.fromkeys(bodies, False)
    at_port = {body for body in bodies for site in sites[body] if facts.record.sites[site].kind == "seaport"}
    at_port |= {body for body, node in bodies.items() if node.kind in ("port-authority", "coast-guard")}
    seaside = {bodies[body].area for body in at_port} - {""}
    return {body: not seaside or not node.area or node.area in seaside for body, node in bodies.items()}


def need(land: Country, one: str, other: str, about: Collection[str] | None = None) -> float:
    """Return the need of two services: the two strongest reasons, each by its best pair of bodies.

    With themes only theirs count.
    """
    reasons: dict[str, float] = defaultdict(float)
    for a in land.houses.services[one].bodies:
        for b in land.houses.services[other].bodies:
            for why, value in _reasons(land, a, b):
                if about is None or why in about:
                    reasons[why] = max(reasons[why], value)
    first, second = sorted([0.0, 0.0, *reasons.values()])[:-3:-1]
    return 1 - (1 - first) * (1 - second / 2)


def _reasons(land: Country, a: str, b: str) -> Iterator[tuple[str, float]]:
    step = _step(land, a, b)
    place = _place(land, a, b)
    mine, yours = land.mandates[a], land.mandates[b]
    for theme in mine.keys() & yours.keys():
        if theme not in AT_SEA or (land.coast[a] and land.coast[b]):
            yield theme, 0.8 * mine[theme] * yours[theme] * step * place
    shared = land.sites[a] & land.sites[b]
    if shared:
        apart = math.prod(0.3 if land.facts.record.sites[site].kind == "hotspot" else 0.5 for site in shared)
        yield "sites", (1 - apart) * max(step, 0.5)


def _step(land: Country, a: str, b: str) -> float:
    one, other = land.bodies[a], land.bodies[b]
    if one.kind == other.kind or land.roles[a] & land.roles[b]:
        return SISTERS
    key = frozenset(one.functions), frozenset(other.functions)
    if key not in land.near:
        steps = [rules().closeness(f, g) for f in one.functions for g in other.functions]
        land.near[key] = max(steps, default=SISTERS)
    return land.near[key]


def _place(land: Country, a: str, b: str) -> float:
    one, other = land.bodies[a], land.bodies[b]
    if (one.kind == "coast-guard" and not land.coast[b]) or (other.kind == "coast-guard" and not land.coast[a]):
        return 0.0
    return 0.1 if one.area and other.area and one.area != other.area else 1.0


def _coordination(land: Country) -> dict[Pair, float]:
    """1 - coordination of every pair of services, a common ministry included."""
    facts, of = land.facts, land.houses.of
    names = sorted(land.houses.services)
    by_ties = contact(facts, of)
    missing = {pair: 0.7 if _one_ministry(land, *pair) else 1.0 for pair in combinations(names, 2)}
    for (a, b), left in by_ties.items():
        if of[a] != of[b]:
            missing[pair_of(of[a], of[b])] *= left
    for (one, other), left in tables(facts, of, of).items():
        missing[one, other] *= left
    for pair in _at_one_event(land):
        missing[pair] *= 1 - ENDED
    _through_heads(land, by_ties, missing)
    return missing


def _one_ministry(land: Country, one: str, other: str) -> bool:
    mine, yours = (land.houses.services[name].ministry for name in (one, other))
    return bool(mine) and mine == yours


def _at_one_event(land: Country) -> set[Pair]:
    came: dict[str, set[str]] = defaultdict(set)
    for claim in land.facts.begun["participation"]:
        service = land.houses.of.get(claim.a.partition(":")[2])
        if service:
            came[claim.b].add(service)
    return {pair for there in came.values() for pair in combinations(sorted(there), 2)}


def _through_heads(land: Country, by_ties: Mapping[Pair, float], missing: dict[Pair, float]) -> None:
    """A contact of a body above one side only counts 0.7 for each step."""
    itself = {body: body for body in land.bodies}
    at_tables = tables(land.facts, itself, itself)
    for one, service in land.houses.services.items():
        for steps, head in enumerate(service.heads, 1):
            for body, other in land.houses.of.items():
                under = other == land.houses.of[head] or head in land.houses.services[other].heads
                if other != one and not under:
                    pair = pair_of(head, body)
                    direct = 1 - by_ties.get(pair, 1.0) * at_tables.get(pair, 1.0)
                    missing[pair_of(one, other)] *= 1 - 0.7**steps * direct
