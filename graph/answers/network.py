"""What `network` answers: the factsheet of one network."""

from typing import Literal, TypedDict

from graph.answers.parts import Entry, Evidenced, Named, State
from graph.answers.routes import EntryPoint


class Field(TypedDict):
    """One field of the factsheet; `says` is None where nothing is recorded, `coded` where editors judged."""

    field: str
    says: str | None
    basis: Literal["recorded", "coded", "not recorded"]
    claims: list[str]
    sources: list[str]


class SeatShown(TypedDict):
    """One seat by its name, its role, and who holds it, None where the holder is not recorded."""

    seat: str
    role: str
    holder: Named | None
    holder_kind: str | None
    claims: list[str]


class MemberShown(Evidenced):
    """One body that is recorded in the network, its country and its roles, the nearest to the table first."""

    country: str
    roles: list[str]


class CountryEntered(TypedDict):
    """One country in the network and by whom it is entered: recorded, presumed (confirm it), or the country alone."""

    country: Named
    basis: Entry
    entry_points: list[EntryPoint]
    claims: list[str]


class Attended(Evidenced):
    """A body or country at an event."""

    role: str


class EventShown(Named):
    """An event of the network and who is recorded as having been there."""

    kind: str
    start: str | None
    end: str | None
    place: str | None
    country: str | None
    topic: str | None
    participants: list[Attended]
    sources: list[str]


class Trained(TypedDict):
    """Who was trained in what and when."""

    who: Named
    topic: str | None
    event: Named
    when: str | None
    claims: list[str]


class Moment(TypedDict):
    """One date in the life of the network: its own life, an event, or who came and went."""

    when: str
    kind: Literal["life", "event", "member"]
    says: str
    claims: list[str]
    sources: list[str]


class Neighbour(Named):
    """Another network to which somebody can carry a message, who, and whether it is still heard of."""

    status: State
    by: list[Named]


class NetworkAnswer(TypedDict):
    """`network`: state, factsheet in the order of the Basel Convention, seats, members, countries, events, timeline."""

    network: Named
    acronym: str | None
    note: str | None
    status: State
    last_heard: str | None
    factsheet: list[Field]
    seats: list[SeatShown]
    members: list[MemberShown]
    countries: list[CountryEntered]
    events: list[EventShown]
    trained: list[Trained]
    timeline: list[Moment]
    neighbours: list[Neighbour]


class NetworkListed(Named):
    """One line of the catalogue; `members` and `countries` are counts of what is recorded."""

    acronym: str | None
    kind: str
    scope: str
    country: str | None
    status: State
    last_heard: str | None
    start: str | None
    end: str | None
    members: int
    countries: int
    themes: list[str]
    pillars: list[str]


class CatalogueAnswer(TypedDict):
    """`networks`: regional ones first, then world-wide ones, then the mechanisms of one country; each by name."""

    networks: list[NetworkListed]


class Tile(TypedDict):
    """A country's tile: column and row from the upper left, and how it is in the network, None where it is not."""

    country: Named
    column: int
    row: int
    basis: Entry | None


class TileMap(TypedDict):
    """The region without borders; `beside` are members that have no tile, among them countries outside the focus."""

    tiles: list[Tile]
    beside: list[Named]
