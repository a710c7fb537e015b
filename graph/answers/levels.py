"""What `gaps` answers at its other levels: across borders, hand in hand, under a treaty, at a site."""

from typing import Literal, TypedDict

from graph.answers.gaps import GapsAnswer
from graph.answers.parts import Basis, Contacts, Entry, Evidenced, Named

Across = Literal[
    "contact recorded",
    "no standing contact recorded",
    "no recorded contact",
    "other side not recorded",
    "no body recorded",
]


class Side(TypedDict):
    """One side of a crossing: the country and its bodies that are recorded there."""

    country: Named
    bodies: list[Evidenced]


class Crossing(TypedDict):
    """A crossing between two countries; contact is judged only where bodies of both sides are recorded.

    `said` is what is recorded of the two sides where no standing contact is; empty otherwise. `meet_in` are networks at
    borders in which both countries are recorded.
    """

    site: Named
    sides: list[Side]
    status: Across
    said: str
    claims: list[str]
    meet_in: list[Named]


class CrossBorderAnswer(GapsAnswer):
    """`gaps`, cross-border: the customs services of neighbours, and the crossings between them."""

    crossings: list[Crossing]


class Sits(Named):
    """A body by which a country sits in a network: recorded, or presumed (please confirm)."""

    basis: Entry
    claims: list[str]


class ShouldHear(Named):
    """A service that should hear from a network through the body that sits there, and whether contact is recorded.

    `basis` says whether its mandate is recorded. `claims` are those of the contact, else those of the mandates.
    """

    found: bool
    basis: Basis
    claims: list[str]


class Cell(TypedDict):
    """One network and one country: who sits there, who should hear from it (at most five), do they."""

    network: Named
    country: Named
    sits: list[Sits]
    should_hear: list[ShouldHear]


class HandInHandAnswer(TypedDict):
    """`gaps`, hand in hand: regional networks and coordination at home; no score."""

    level: str
    cells: list[Cell]


class CommonTable(TypedDict):
    """The mechanism in which most services of a group sit: how many of how many."""

    network: Named
    covers: int
    of: int


class CustomsLink(TypedDict):
    """Whether the customs service of a country is in recorded contact with a body of a group; null: none recorded."""

    customs: Named | None
    found: bool
    reached: list[str]
    claims: list[str]


class Circles(TypedDict):
    """A group of bodies in circles of recorded contact: how many contacts would join them to one.

    `cohesion` is 1 - (circles - 1) / (services - 1), null for a single one; units of one service are in one circle.
    """

    bodies: list[Evidenced]
    circles: list[list[str]]
    contacts_needed: int
    alone: list[str]
    cohesion: float | None
    table: CommonTable | None


class TreatyGroup(Circles):
    """The bodies with a role under one agreement in a country, and their link to customs."""

    agreement: str
    country: Named
    customs: CustomsLink


class FocalPoints(TypedDict):
    """The bodies with a role under one agreement in all countries: pairs between countries, and recorded contacts."""

    agreement: str
    bodies: int
    pairs: int
    contacts: int


class TreatyAnswer(TypedDict):
    """`gaps`, treaty: a group for each agreement and country; counts between countries where one agreement is asked."""

    level: str
    groups: list[TreatyGroup]
    focal_points: list[FocalPoints]


class SiteGroup(Circles):
    """The bodies at one site, both sides of it.

    `others` are recorded there and are no side of a contact: joint offices, committees, who follows an ended body.
    `silent` are the countries of a crossing of which nobody is recorded there.
    """

    site: Named
    countries: list[Named]
    others: list[Evidenced]
    silent: list[Named]


class SiteAnswer(TypedDict):
    """`gaps`, at a site."""

    level: str
    groups: list[SiteGroup]


class Counted(Named):
    """The counts of one country, theme or network; `id` is that of the theme where it is one."""

    contacts: Contacts
