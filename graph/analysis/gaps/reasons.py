"""The reasons why two services ought to coordinate, written out with their claims: only for what is shown."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph import vocabulary
from graph.analysis.bodies.block import Matrix
from graph.analysis.bodies.mandates import THEMES
from graph.analysis.bodies.places import AT_A_HOTSPOT, AT_A_SITE, NEARNESS_AT_A_SITE
from graph.analysis.bodies.presences import own
from graph.analysis.gaps.screening import Pair, Screening
from graph.answers import Band, Basis, BothBases, Reason
from graph.rules import OTHER, rules

SHOWN = 4
LEAST = 0.15
BORDER = frozenset(("customs", "border-guard", "immigration", "port-authority"))


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason of one pair: its strength, and the bodies of the two services that give it."""

    kind: Literal["subject", "site"]
    id: str
    value: float
    a: str
    b: str


def grounds_of(seen: Screening, pair: Pair, most: int = SHOWN) -> list[Ground]:
    """Return the reasons of a pair, strongest first, at most so many besides the sites."""
    about = _themes_of_problem(seen, pair)
    strong = [ground for ground in _subjects(seen, pair) if ground.value >= LEAST or ground.id in about]
    found = sorted(strong, key=lambda ground: (ground.id not in about, -ground.value, ground.id))[:most]
    sites = [] if seen.theme else _sites(seen, pair)
    return sorted([*found, *sites], key=lambda ground: (ground.id not in about, -ground.value))


def _themes_of_problem(seen: Screening, pair: Pair) -> set[str]:
    """The themes of the problem reported for a pair: its reason leads, whatever else the two share."""
    claims = seen.record.claims
    numbers = {int(claims.theme[row]) for row in seen.problems.get((min(pair), max(pair)), ())} - {-1}
    named = {seen.record.addresses[number].partition(":")[2] for number in numbers}
    return {wider for theme in named for wider in rules().within(theme, "")}


def _subjects(seen: Screening, pair: Pair) -> list[Ground]:
    """The themes for which both services answer, of the one that is asked for if one is, in their order.

    Each with its strongest pair of bodies; recorded on both sides before presumed where they are equal.
    """
    grounds, bodies, (a, b) = seen.need.grounds, seen.block.bodies, (seen.block.units(place) for place in pair)
    shared = np.flatnonzero((grounds.mandate[a] > 0).any(axis=0) & (grounds.mandate[b] > 0).any(axis=0))
    themes = [theme for theme in shared.tolist() if seen.theme in ("", THEMES[theme])]
    value = grounds.all_near[a, b] * _both(grounds.counted[:, themes], a, b, np.multiply)
    liked = value + 1e-6 * _both(grounds.is_recorded[:, themes].astype(float), a, b, np.add)
    found = []
    for theme, values, choice in zip(themes, value, liked, strict=True):
        one, other = np.unravel_index(int(choice.argmax()), choice.shape)
        names = bodies[a.start + one], bodies[b.start + other]
        found.append(Ground("subject", THEMES[theme], float(values[one, other]), *names))
    return found


def _both(held: Matrix, a: slice, b: slice, by: np.ufunc) -> Matrix:
    """Return themes x bodies of one x bodies of the other: what both hold, joined."""
    joined: Matrix = by(held[a].T[:, :, None], held[b].T[:, None, :])
    return joined


def _sites(seen: Screening, pair: Pair) -> list[Ground]:
    """The sites at which both services work, each with the two bodies there that stand closest."""
    sites, at = seen.block.presence
    bodies, chain, there = seen.block.bodies, seen.need.grounds.chain, at & seen.block.party[:, None]
    a, b = (seen.block.units(place) for place in pair)
    found = []
    for place in np.flatnonzero(there[a].any(axis=0) & there[b].any(axis=0)).tolist():
        first, second = (units.start + np.flatnonzero(there[units, place]) for units in (a, b))
        weight = AT_A_HOTSPOT if seen.record.sites[sites[place]].kind == "hotspot" else AT_A_SITE
        closeness = chain.closeness(first[:, None], second)
        one, other = np.unravel_index(int(closeness.argmax()), closeness.shape)
        value = weight * max(NEARNESS_AT_A_SITE, float(closeness[one, other]))
        found.append(Ground("site", sites[place], value, bodies[first[one]], bodies[second[other]]))
    return found


def stages_of(seen: Screening, ground: Ground) -> list[str]:
    """Return the closest pair of stages, the first where none is close; empty where a body has no stage."""
    value = closeness_of(seen, ground)
    pairs = [
        [a, b]
        for a in _in_order(seen, ground.a)
        for b in _in_order(seen, ground.b)
        if rules().closeness(a, b) == value or value == OTHER
    ]
    return pairs[0] if pairs else []


def closeness_of(seen: Screening, ground: Ground) -> float:
    """Return how close the two bodies that give a reason stand in the chain."""
    places = (np.array(seen.block.place[body]) for body in (ground.a, ground.b))
    return float(seen.need.grounds.chain.closeness(*places))


def _in_order(seen: Screening, body: str) -> list[str]:
    functions = seen.record.organizations[body].functions
    return [function for function in vocabulary.FUNCTIONS if function in functions]


def bases_of(seen: Screening, ground: Ground) -> BothBases:
    """Return what the mandate of each side rests on; a presence at a site is always recorded.

    What a source says of a service holds for its unit that is named here: a checkpoint of the wildlife department.
    """
    if ground.kind == "site":
        return {"a": "recorded", "b": "recorded"}
    return {"a": _basis(seen, ground.a, ground.id), "b": _basis(seen, ground.b, ground.id)}


def _basis(seen: Screening, body: str, theme: str) -> Basis:
    held = seen.block.mandates
    return "recorded" if "recorded" in (held.basis(one, theme) for one in _with_service(seen, body)) else "coded"


def _with_service(seen: Screening, body: str) -> set[str]:
    return {body, seen.block.houses.of[body]}


def band_of(bases: BothBases) -> Band:
    """Return A for two recorded mandates, B for one, C for none."""
    recorded = (bases["a"] == "recorded") + (bases["b"] == "recorded")
    return "C" if recorded == 0 else "B" if recorded == 1 else "A"


def band(seen: Screening, pair: Pair) -> Band:
    """Return the band of the first reason of a pair, C where there is none."""
    grounds = grounds_of(seen, pair)
    return band_of(bases_of(seen, grounds[0])) if grounds else "C"


def rows_of(seen: Screening, ground: Ground) -> list[int]:
    """Return the rows of the claims behind a reason."""
    if ground.kind == "subject":
        held = seen.block.mandates
        bodies = _with_service(seen, ground.a) | _with_service(seen, ground.b)
        return sorted({s.row for body in bodies for s in held.support(body, ground.id)})
    at = seen.record.number[f"site:{ground.id}"]
    ends = [seen.record.rows_of(f"organization:{body}", "presence") for body in (ground.a, ground.b)]
    rows = np.concatenate([of_body[own(seen.record, of_body)] for of_body in ends])
    return sorted({int(row) for row in rows if seen.record.claims.b[row] == at})


def reason(seen: Screening, ground: Ground) -> Reason:
    """Return a reason as it is answered."""
    return {
        "kind": ground.kind,
        "id": ground.id,
        "stages": stages_of(seen, ground),
        "basis": bases_of(seen, ground),
        "claims": seen.record.claim_ids(rows_of(seen, ground)),
    }


def citation_of(seen: Screening, grounds: list[Ground]) -> str | None:
    """Return the agreement that the first mandates rest on, else the duty of border agencies to cooperate."""
    if not grounds:
        return None
    first = grounds[0]
    if first.kind == "subject":
        held = seen.block.mandates
        support = [s for body in (first.a, first.b) for s in held.support(body, first.id) if s.agreement]
        if support:
            return vocabulary.AGREEMENTS[support[0].agreement]
    at_border = first.kind == "site" or any(_is_border_body(seen, body) for body in (first.a, first.b))
    return "WTO Trade Facilitation Agreement, article 8.1" if at_border else None


def _is_border_body(seen: Screening, body: str) -> bool:
    organization = seen.record.organizations[body]
    return organization.kind in BORDER or "border-control" in organization.functions
