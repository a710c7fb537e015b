"""How the two ends of a route come into networks: by a seat of their own house, or one contact at home away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.analysis.bodies.services import Services, services
from graph.analysis.names.groups import Group
from graph.analysis.networks.seats import Seat, seats
from graph.analysis.routes.home_ties import home_ties, is_door
from graph.record import Record
from graph.rules import rules


@dataclass(frozen=True, slots=True)
class Entrance:
    """One way of one body into a network: by its own or its house's seat, or by a contact with whoever holds one.

    `contact` holds the rows of that contact, none where it is only supposed; it is None for a seat of one's own.
    """

    body: str
    seat: Seat
    contact: tuple[int, ...] | None = None

    @property
    def cost(self) -> float:
        """What the way to the seat costs: nothing for one's own."""
        return 0.0 if self.contact is None else rules().costs["tie at home"].factor

    @property
    def is_supposed(self) -> bool:
        """Whether it rests on a contact that is not recorded."""
        return self.contact == ()


Entrances = Mapping[str, tuple[Entrance, ...]]


@dataclass(frozen=True, slots=True)
class Means:
    """What the ends of a route may use: whom to avoid; whether both ends are in one country; whether a contact with
    every body of the country is supposed, to find out which one would help."""

    avoid: frozenset[str] = frozenset()
    domestic: bool = False
    supposed: bool = False


def entrances(record: Record, group: Group, means: Means) -> Entrances:
    """Return network id -> the ways in of which none is worse than another, the cheapest to the seat first.

    A contact at home leads into a national mechanism only on the way to a body of the same country.
    """
    found: dict[str, list[Entrance]] = {}
    for body in group.bodies:
        for way in _of_body(record, body, means):
            national = record.networks[way.seat.network].scope == "national"
            roundabout = national and way.contact is not None and not means.domestic
            if not roundabout and means.avoid.isdisjoint((way.seat.body, way.seat.network)):
                found.setdefault(way.seat.network, []).append(way)
    return {network: _best(ways) for network, ways in sorted(found.items())}


def _of_body(record: Record, body: str, means: Means) -> Iterator[Entrance]:
    for seat in seats(record).get(body, {}).values():
        yield Entrance(body, seat)
    for other in house(record, body):
        for seat in seats(record).get(other, {}).values():
            # That the two are one house is the editors' coding: the seat is recorded, that it serves is presumed.
            yield Entrance(body, replace(seat, basis="presumed"))
    for other, rows in _neighbours(record, body, means).items():
        for seat in seats(record).get(other, {}).values():
            yield Entrance(body, seat, rows)


@lru_cache(maxsize=4)
def _services(record: Record) -> Mapping[str, Services]:
    return {country: services(record, country) for country in record.bodies}


def house(record: Record, body: str) -> tuple[str, ...]:
    """Return the other national bodies of the same service."""
    houses = _services(record)[record.organizations[body].country]
    service = houses.services[houses.of[body]]
    bodies = [record.organizations[other] for other in service.bodies if other != body]
    return tuple(other.id for other in bodies if other.country != "INT" and other.level in ("", "national"))


def _neighbours(record: Record, body: str, means: Means) -> Mapping[str, tuple[int, ...]]:
    country = record.organizations[body].country
    if means.supposed and country != "INT":
        doors = [other for other in record.bodies[country] if other != body and is_door(record, other, country)]
        return dict.fromkeys(doors, ()) | dict(home_ties(record, body))
    return home_ties(record, body)


def _best(ways: list[Entrance]) -> tuple[Entrance, ...]:
    """Drop every way that another one beats both in the way to the seat and in the seat."""
    kept: list[Entrance] = []
    for way in sorted(ways, key=lambda way: (way.cost, way.seat.factor, way.seat.body != way.body, way.seat.body)):
        if all(way.seat.factor < better.seat.factor for better in kept):
            kept.append(way)
    return tuple(kept)
