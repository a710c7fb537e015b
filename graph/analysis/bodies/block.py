"""A block: the living bodies of one country side by side, in the order of their services.

A need to coordinate exists only inside a block, so nothing here or in what rests on it spans the whole record.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.body_columns import body_columns
from graph.analysis.bodies.by_country import rows_in
from graph.analysis.bodies.mandates import Mandates, mandates
from graph.analysis.bodies.presences import own
from graph.analysis.bodies.services import Service, Services, services, together
from graph.analysis.bodies.squares import Squares, squares
from graph.model import Organization
from graph.record import Record

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Block:
    """The bodies of a country by service, its head first; service i has the bodies from begins[i] to begins[i + 1].

    Several countries stand one after the other, `sizes` services each: pairs are those of one country. Chosen services
    of any countries, each with each, have none in `countries`.
    """

    record: Record
    countries: tuple[str, ...]
    houses: Services
    mandates: Mandates
    bodies: tuple[str, ...]
    services: tuple[str, ...]
    begins: Places
    sizes: tuple[int, ...]

    @property
    def country(self) -> str:
        """The country, empty where it is not one."""
        return self.countries[0] if len(self.countries) == 1 else ""

    @cached_property
    def squares(self) -> Squares:
        """Where pairs of services stand in a flat array."""
        return squares(self.sizes)

    @cached_property
    def body_squares(self) -> Squares:
        """Where pairs of bodies stand in a flat array."""
        return squares(np.bincount(self.group, minlength=len(self.sizes)).tolist())

    @cached_property
    def group(self) -> Places:
        """The group of each body: all are of one, but where several countries stand side by side."""
        return self.squares.group[self.service_of]

    @cached_property
    def organizations(self) -> tuple[Organization, ...]:
        """The bodies themselves."""
        return tuple(self.record.organizations[body] for body in self.bodies)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each body."""
        return {body: place for place, body in enumerate(self.bodies)}

    @cached_property
    def service_place(self) -> Mapping[str, int]:
        """The place of each service."""
        return {service: place for place, service in enumerate(self.services)}

    @cached_property
    def service_of(self) -> Places:
        """The place of the service of each body."""
        sizes = np.diff(np.append(self.begins, len(self.bodies)))
        return np.repeat(np.arange(len(self.services)), sizes)

    @cached_property
    def mandate_rows(self) -> Places:
        """The row of each body in the mandates."""
        place = self.mandates.place
        return np.array([place[body] for body in self.bodies], np.intp)

    @cached_property
    def numbers(self) -> Places:
        """The node number of each body."""
        return self.mandates.numbers[self.mandate_rows]

    @cached_property
    def kinds(self) -> NDArray[np.int16]:
        """The kind of each body, by its number in `KINDS`."""
        return body_columns(self.record).kind[self.numbers]

    @cached_property
    def party(self) -> Mask:
        """Whether each body can be one side of a needed pair: neither it nor its service is of a kind that cannot."""
        may = body_columns(self.record).party[self.numbers]
        return may & may[self.begins[self.service_of]]

    @cached_property
    def place_of_node(self) -> Places:
        """The place of the body at each node number of the record, -1 for everything else."""
        places = np.full(len(self.record.addresses), -1, np.intp)
        places[self.numbers] = np.arange(len(self.bodies))
        return places

    @cached_property
    def at_sites(self) -> tuple[Places, Places]:
        """The node numbers of sites, and who works there: by site, then by body; a joint team is not its members."""
        rows = self.rows("presence")
        bodies = self.place_of_node[self.record.claims.a[rows]]
        there = own(self.record, rows) & (bodies >= 0)
        seats = np.unique(self.record.claims.b[rows[there]].astype(np.intp) * len(self.bodies) + bodies[there])
        sites = seats // max(len(self.bodies), 1)
        return sites, seats - sites * len(self.bodies)

    @cached_property
    def presence(self) -> tuple[list[str], Mask]:
        """The sites, and bodies x sites: who works there."""
        sites, bodies = self.at_sites
        numbers, which = np.unique(sites, return_inverse=True)
        found = np.zeros((len(self.bodies), len(numbers)), bool)
        found[bodies, which] = True
        return [self.record.addresses[number].partition(":")[2] for number in numbers.tolist()], found

    @cached_property
    def lines(self) -> tuple[Places, Places]:
        """The pairs of services of which one stands above the other, lower place first."""
        of, place = self.houses.of, self.service_place if self.houses.heads else {}
        pairs = [(place[one], place[of[head]]) for one, heads in self.houses.heads.items() for head in heads]
        one, other = np.array(pairs, np.intp).reshape(-1, 2).T
        return np.minimum(one, other), np.maximum(one, other)

    @cached_property
    def line_of_command(self) -> Mask:
        """Services x services: whether they are the same, or one stands above the other."""
        found = np.eye(len(self.services), dtype=bool)
        one, other = self.lines
        found[one, other] = found[other, one] = True
        return found

    def rows(self, kind: str) -> Places:
        """Return the rows of the claims of a kind in the block's countries; of all where services were chosen."""
        rows = [rows_in(self.record, kind, country) for country in self.countries]
        return self.record.rows(kind) if not rows else rows[0] if len(rows) == 1 else np.concatenate(rows)

    def units(self, place: int) -> slice:
        """Return where the bodies of a service stand."""
        return slice(*np.append(self.begins, len(self.bodies))[place : place + 2].tolist())

    def service(self, place: int) -> Service:
        """Return the service at a place."""
        return self.houses.services[self.services[place]]


def block(record: Record, country: str) -> Block:
    """Return the block of a country, empty where no body is recorded."""
    return blocks(record, (country,))


def blocks(record: Record, countries: Sequence[str]) -> Block:
    """Return the blocks of several countries as one, so that many small ones are reckoned at once."""
    houses = [services(record, country) for country in countries]
    return block_of(
        record,
        together(record, houses),
        mandates(record, *countries),
        tuple(countries),
        tuple(len(one.units) for one in houses),
    )


def block_of(
    record: Record,
    houses: Services,
    held: Mandates,
    countries: tuple[str, ...] = (),
    services_of_each: tuple[int, ...] = (),
) -> Block:
    """Return the block of services, of chosen ones unless it is said of which countries."""
    bodies = tuple(body for units in houses.units.values() for body in units)
    names, sizes = tuple(houses.units), np.array([len(units) for units in houses.units.values()], np.intp)
    return Block(
        record, countries, houses, held, bodies, names, np.cumsum(sizes) - sizes, services_of_each or (len(names),)
    )
