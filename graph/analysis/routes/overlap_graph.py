"""Networks that share somebody who can carry a message from one to the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from graph.analysis.bodies.kinds import INTERNATIONAL
from graph.analysis.networks.seats import Seat, seats
from graph.analysis.who_else.coverage import OTHER_CRIME
from graph.model import Network
from graph.record import Record
from graph.vocabulary import THEMES

CONVENERS = frozenset({"secretariat", "lead"})


@dataclass(frozen=True, slots=True)
class Bridge:
    """The body that links a network to the next one best, its seats in both, and how many could."""

    out: Seat
    into: Seat
    count: int

    @property
    def body(self) -> str:
        """The body that carries the message."""
        return self.out.body


@lru_cache(maxsize=4)
def overlaps(record: Record) -> Mapping[str, Mapping[str, tuple[Bridge, ...]]]:
    """Return network -> network -> everybody who bridges them, the nearest to both tables first.

    Bridges are secretariats, leads and international bodies that sit in both; between a national mechanism and
    another network also the bodies of its country. Not donors; never a country; nobody between two international
    networks that have no subject in common: a message about waste gets lost among those who fight money laundering.
    """
    pairs: dict[str, dict[str, list[tuple[Seat, Seat]]]] = {}
    for body, places in sorted(seats(record).items()):
        for one, other in _carried(record, body, places):
            pairs.setdefault(one.network, {}).setdefault(other.network, []).append((one, other))
            pairs.setdefault(other.network, {}).setdefault(one.network, []).append((other, one))
    return {network: {other: _ranked(found) for other, found in near.items()} for network, near in pairs.items()}


def _ranked(found: list[tuple[Seat, Seat]]) -> tuple[Bridge, ...]:
    def order(pair: tuple[Seat, Seat]) -> tuple[float, int, str]:
        out, into = pair
        conveners = (out.role in CONVENERS) + (into.role in CONVENERS)
        return out.factor + into.factor, -conveners, out.body

    return tuple(Bridge(out, into, len(found)) for out, into in sorted(found, key=order))


def _carried(record: Record, body: str, places: Mapping[str, Seat]) -> Iterator[tuple[Seat, Seat]]:
    """The pairs of networks between which one body may carry a message."""
    organization = record.organizations[body]
    international = organization.kind in INTERNATIONAL and organization.country == "INT"
    held = [seat for _, seat in sorted(places.items()) if seat.role != "donor"]
    for one, other in combinations(held, 2):
        if not _share_a_subject(record.networks[one.network], record.networks[other.network]):
            continue
        at_home = organization.country in (record.networks[one.network].country, record.networks[other.network].country)
        if international or at_home or one.role in CONVENERS or other.role in CONVENERS:
            yield one, other


def _share_a_subject(one: Network, other: Network) -> bool:
    """Whether two networks may have something to tell each other; a mechanism at home hands on whatever it gets."""
    if "national" in (one.scope, other.scope) or not (one.themes and other.themes):
        return True
    return not _subjects(one).isdisjoint(_subjects(other))


def _subjects(network: Network) -> frozenset[str]:
    # Environmental crime, the widest subject, holds all that are of the environment.
    wide = set(THEMES) - OTHER_CRIME if "environmental-crime" in network.themes else set[str]()
    return frozenset(network.themes) | wide
