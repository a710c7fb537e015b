"""Who sits where: for every body the networks that it can speak in, and what that rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.analysis.bodies.kinds import AT_THE_EDGE
from graph.analysis.networks.entry_points import entry_points
from graph.analysis.networks.members import countries_of, members
from graph.answers import Entry
from graph.record import Record
from graph.rules import rules


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of one body in one network; `others` are the bodies that may hold it instead ("one of ...")."""

    body: str
    network: str
    basis: Entry
    role: str
    claims: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def factor(self) -> float:
        """How far one is from the table here: dearer where the seat is presumed, or one only looks on."""
        costs = rules().costs
        basis = costs["recorded entry point" if self.basis == "recorded" else "presumed entry point"].factor
        return basis * (costs["observer donor or participant"].factor if self.role in AT_THE_EDGE else 1.0)


@lru_cache(maxsize=4)
def seats(record: Record) -> Mapping[str, Mapping[str, Seat]]:
    """Return body id -> network id -> Seat, ended networks included; a country alone gives no seat."""
    found: dict[str, dict[str, Seat]] = {}
    for network, group in sorted(members(record).items()):
        for address, member in group.items():
            kind, _, name = address.partition(":")
            if kind == "organization" and record.organizations[name].country == "INT" and record.is_living(name):
                claims = tuple(record.claim_ids(member.rows))
                found.setdefault(name, {})[network] = Seat(name, network, "recorded", member.role, claims)
        for country in sorted(countries_of(record, network)):
            point = entry_points(record, country, network)
            for door in point.doors if point.basis else ():
                others = tuple(d.body for d in point.doors if d is not door) if point.basis == "presumed" else ()
                seat = Seat(door.body, network, point.basis or "country only", door.role, door.claims, others)
                found.setdefault(door.body, {})[network] = seat
    return found
