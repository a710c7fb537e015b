"""A block: the living bodies of one country side by side, in the order of their services.

A need to coordinate exists only inside a block, so nothing here or in what rests on it spans the whole record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.body_columns import body_columns
from graph.analysis.bodies.by_country import rows_in
from graph.analysis.bodies.kinds import NO_PARTY
from graph.analysis.bodies.mandates import Mandates, mandates
from graph.analysis.bodies.services import Service, Services, services
from graph.model import Organization
from graph.record import Record

Matrix = NDArray[np.float64]
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]

GENERIC = "no single body"  # the editors' words in the note of a group that a slide names as if it were one body


@dataclass(frozen=True, eq=False)
class Block:
    """The bodies of a country by service, its head first; service i has the bodies from begins[i] to begins[i + 1]."""

    record: Record
    country: str
    houses: Services
    mandates: Mandates
    bodies: tuple[str, ...]
    services: tuple[str, ...]
    begins: Places

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
        return np.array([self.record.number[f"organization:{body}"] for body in self.bodies], np.intp)

    @cached_property
    def kinds(self) -> NDArray[np.int16]:
        """The kind of each body, by its number in `KINDS`."""
        return body_columns(self.record).kind[self.numbers]

    @cached_property
    def party(self) -> Mask:
        """Whether each body can be one side of a needed pair: neither it nor its service is of a kind that cannot."""
        may = np.array([may_be_party(organization) for organization in self.organizations], bool)
        leads = np.array([may_be_party(self.record.organizations[service]) for service in self.services], bool)
        return may & leads[self.service_of] if len(may) else may

    @cached_property
    def place_of_node(self) -> Places:
        """The place of the body at each node number of the record, -1 for everything else."""
        places = np.full(len(self.record.addresses), -1, np.intp)
        places[self.numbers] = np.arange(len(self.bodies))
        return places

    @cached_property
    def line_of_command(self) -> Mask:
        """Services x services: whether they are the same, or one stands above the other."""
        found = np.eye(len(self.services), dtype=bool)
        for service, heads in self.houses.heads.items():
            place, above = self.service_place[service], [self.service_place[self.houses.of[head]] for head in heads]
            found[place, above] = found[above, place] = True
        return found

    def rows(self, kind: str) -> Places:
        """Return the rows of the claims of a kind of the block's country, all of them where it is of several."""
        return rows_in(self.record, kind, self.country) if self.country else self.record.rows(kind)

    def service(self, place: int) -> Service:
        """Return the service at a place."""
        return self.houses.services[self.services[place]]

    def fold(self, fold: np.ufunc, values: Matrix) -> Matrix:
        """Return bodies x bodies folded to services x services by a ufunc such as `np.maximum`."""
        folded: Matrix = fold.reduceat(fold.reduceat(values, self.begins, axis=0), self.begins, axis=1)
        return folded


def may_be_party(organization: Organization) -> bool:
    """Return whether a body is of a kind that can be one side of a needed pair."""
    return organization.kind not in NO_PARTY and GENERIC not in organization.note


def block(record: Record, country: str) -> Block:
    """Return the block of a country, empty where no body is recorded."""
    return block_of(record, country, services(record, country), mandates(record, country))


def block_of(record: Record, country: str, houses: Services, held: Mandates) -> Block:
    """Return the block of some services; `country` is empty where they are of several."""
    bodies = tuple(body for units in houses.units.values() for body in units)
    names = tuple(houses.units)
    sizes = [len(units) for units in houses.units.values()]
    begins = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp) if names else np.empty(0, np.intp)
    return Block(record, country, houses, held, bodies, names, begins)
