"""Hand in hand and the next step in plain loops: the yardsticks of bench/levels.py."""

from collections.abc import Iterable, Sequence

from bench.reference import Country, need
from graph.rules import rules

EXPECTED, MOST = 0.4, 5
Places = tuple[int, int]
Rows = Sequence[Sequence[float]]


def heard(land: Country, sits: str, themes: Iterable[str]) -> list[str]:
    """Return the services that should hear from a network in which one service sits: recorded first, then by need."""
    about = {wider for theme in themes for wider in rules().within(theme, "")}
    found = []
    for service in sorted(land.houses.services):
        value = need(land, sits, service, about) if _apart(land, sits, service) else 0.0
        if value >= EXPECTED:
            found.append((-round(value, 9) - _is_recorded(land, service, about), service))
    return [service for _, service in sorted(found)[:MOST]]


def _apart(land: Country, one: str, other: str) -> bool:
    of, known = land.houses.of, land.houses.services
    above = {of[head] for head in known[one].heads}
    return one != other and other not in above and one not in {of[head] for head in known[other].heads}


def _is_recorded(land: Country, service: str, about: Iterable[str]) -> bool:
    held = [land.recorded[body] for body in land.houses.services[service].bodies if land.mandates[body]]
    return any(theme in themes for themes in held for theme in about)


def one_more_seat(severity: Rows, pairs: Sequence[Places], tables: Sequence[set[int]], who: int, at: int) -> float:
    """Return what a seat would close: all open pairs of a country are looked through with it and without."""

    def closed(seats: Sequence[set[int]]) -> float:
        return sum(severity[i][j] for i, j in pairs if seats[i] & seats[j])

    after = [seats | {at} if place == who else seats for place, seats in enumerate(tables)]
    return closed(after) - closed(tables)
