"""What is said of the customs services of two neighbours, and the lightest step that others across a border use."""

from collections import Counter

from graph import dates
from graph.analysis.gaps.gap_kinds import Trace
from graph.analysis.gaps.gap_words import headline
from graph.analysis.gaps.peer_steps import GENERAL, RENEW, STEPS
from graph.analysis.gaps.screening import Pair, Screening
from graph.columns import ROLES


def sentence(seen: Screening, pair: Pair, trace: Trace) -> str:
    """Return what is recorded between the customs services of two neighbours, in the order of the pair.

    The countries stand in it because half of the services are called "Customs Department".
    """
    names = " and ".join(seen.record.organizations[seen.block.services[place]].name for place in pair)
    countries = " and ".join(_countries(seen, pair))
    return f"{headline(seen, pair, trace)}: {countries} are neighbours, and their customs services are {names}."


def _countries(seen: Screening, pair: Pair) -> list[str]:
    services = (seen.record.organizations[seen.block.services[place]] for place in pair)
    return [seen.record.country_name(service.country) for service in services]


def next_step(seen: Screening, pair: Pair) -> str:
    """Return the commonest light step between the customs services of other neighbours, with the newest example.

    What the two have on record already is not proposed again.
    """
    stands = {ROLES[seen.record.claims.role[row]] for row in seen.standing_between(*pair)}
    light = [
        (ROLES[seen.record.claims.role[row]], row, other)
        for other in seen.expected_pairs
        if other != pair
        for row in seen.standing_between(*other)
        if ROLES[seen.record.claims.role[row]] in STEPS.keys() - stands
    ]
    if not light:
        return RENEW if stands else GENERAL
    uses = Counter(role for role, _, _ in light)
    commonest = min(uses, key=lambda role: (-uses[role], list(STEPS).index(role)))
    _, row, other = max((one for one in light if one[0] == commonest), key=lambda one: (seen.heard(one[1]), -one[1]))
    countries, year = " and ".join(_countries(seen, other)), dates.text(seen.heard(row))[:4]
    return f"{STEPS[commonest]}, as the customs services of {countries} do{f' ({year})' * bool(year)}."
