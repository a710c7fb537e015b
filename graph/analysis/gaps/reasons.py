"""The reasons why two services ought to coordinate, written out with their claims: only for what is shown."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph import vocabulary
from graph.analysis.bodies.block import Places
from graph.analysis.bodies.mandates import THEMES
from graph.analysis.bodies.places import AT_A_HOTSPOT, AT_A_SITE
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
    a, b = (np.flatnonzero(seen.block.service_of == place) for place in pair)
    among = np.concatenate([a, b])
    about = _themes_of_problem(seen, pair)
    subjects = [_subject(seen, theme, among, len(a)) for theme in _shared_themes(seen, a, b)]
    strong = [ground for ground in subjects if ground.value >= LEAST or ground.id in about]
    found = sorted(strong, key=lambda ground: (ground.id not in about, -ground.value, ground.id))[:most]
    sites = [] if seen.theme else _sites(seen, a, b)
    return sorted([*found, *sites], key=lambda ground: (ground.id not in about, -ground.value))


def _themes_of_problem(seen: Screening, pair: Pair) -> set[str]:
    """The themes of the problem reported for a pair: its reason leads, whatever else the two share."""
    claims = seen.record.claims
    numbers = {int(claims.theme[row]) for row in seen.problems.get((min(pair), max(pair)), ())} - {-1}
    named = {seen.record.addresses[number].partition(":")[2] for number in numbers}
    return {wider for theme in named for wider in rules().within(theme, "")}


def _shared_themes(seen: Screening, a: Places, b: Places) -> list[str]:
    """The themes for which both services answer, of the one that is asked for if one is."""
    mandate = seen.need.grounds.mandate
    both = (mandate[a].max(axis=0) > 0) & (mandate[b].max(axis=0) > 0)
    return [theme for theme, shared in zip(THEMES, both, strict=True) if shared and seen.theme in ("", theme)]


def _subject(seen: Screening, theme: str, among: Places, size: int) -> Ground:
    """The strongest pair of bodies for a theme; recorded on both sides before presumed where they are equal."""
    value = seen.need.grounds.subject(theme, among)[:size, size:]
    recorded = seen.block.mandates.is_recorded[seen.block.mandate_rows[among], THEMES.index(theme)].astype(float)
    liked = value + 1e-6 * (recorded[:size, None] + recorded[None, size:])
    a, b = np.unravel_index(int(liked.argmax()), liked.shape)
    bodies = seen.block.bodies
    return Ground("subject", theme, float(value[a, b]), bodies[among[a]], bodies[among[size + b]])


def _sites(seen: Screening, a: Places, b: Places) -> list[Ground]:
    sites, at = seen.need.grounds.presence
    party, bodies = seen.block.party, seen.block.bodies
    found = []
    for place, site in enumerate(sites):
        first = [int(body) for body in a if at[body, place] and party[body]]
        second = [int(body) for body in b if at[body, place] and party[body]]
        if first and second:
            weight = AT_A_HOTSPOT if seen.record.sites[site].kind == "hotspot" else AT_A_SITE
            closeness = seen.need.grounds.closeness[np.ix_(first, second)]
            one, other = np.unravel_index(int(closeness.argmax()), closeness.shape)
            value = weight * max(0.5, float(closeness[one, other]))
            found.append(Ground("site", site, value, bodies[first[one]], bodies[second[other]]))
    return found


def stages_of(seen: Screening, ground: Ground) -> list[str]:
    """Return the closest pair of stages, the first where none is close; empty where a body has no stage."""
    places = seen.block.place[ground.a], seen.block.place[ground.b]
    value = seen.need.grounds.closeness[places]
    pairs = [
        [a, b]
        for a in _in_order(seen, ground.a)
        for b in _in_order(seen, ground.b)
        if rules().closeness(a, b) == value or value == OTHER
    ]
    return pairs[0] if pairs else []


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
