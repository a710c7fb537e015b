"""What `brokers` and `fragility` answer."""

from typing import TypedDict

from graph.answers.parts import Entry, Evidenced, Named


class LinksOthers(Evidenced):
    """A service on the shortest ways between others: the share of all pairs, and the claims on its contacts."""

    betweenness: float


class SoleLink(Evidenced):
    """A service that is the only common contact of pairs that ought to be in contact and are not."""

    pairs: list[list[str]]


class BrokersAnswer(TypedDict):
    """`brokers`: who links others, and who is the only link."""

    links_others: list[LinksOthers]
    sole_link: list[SoleLink]


class Roles(TypedDict):
    """Brokerage roles of Gould and Fernandez between countries; representative and gatekeeper are one: no direction."""

    coordinator: int
    itinerant: int
    representative: int
    liaison: int
    total: int


class Measured(Named):
    """The textbook measures of one service; None where one is not defined (no contacts at home, fewer than three).

    `contacts` are those at home, `kinds` all kinds of contact, abroad too. `e_i` (-1 at home only, 1 abroad only) and
    `participation` (0 one country, near 1 many) are of contacts at home and abroad, by country.
    """

    contacts: int
    kinds: list[str]
    betweenness: float | None
    constraint: float | None
    effective_size: float | None
    core: int
    articulation: bool
    e_i: float | None
    participation: float | None
    roles: Roles


class KeyPlayers(TypedDict):
    """Who together hold the graph together: without them this share of the pairs that remain is no longer connected."""

    bodies: list[Named]
    fragmentation: float
    before: float
    exhaustive: bool


class MeasuresAnswer(BrokersAnswer):
    """`brokers --measures`: the same, with the textbook measures of every service that has a recorded contact."""

    measures: list[Measured]
    key_players: list[KeyPlayers]


class Loss(TypedDict):
    """A country that loses its only route, with the claims on its seat in what ends."""

    country: Named
    routes_before: int
    routes_after: int
    claims: list[str]


class StillThere(Named):
    """A country that loses a route and keeps others."""

    routes_before: int
    routes_after: int


class FragilityAnswer(TypedDict):
    """`fragility`: who loses the only route, who keeps others."""

    loses: list[Loss]
    still: list[StillThere]


class OnlyRoute(TypedDict):
    """A subject on which a country has one route, by which network and body, who convenes it, and the claims."""

    theme: str
    network: Named
    entry_point: Named
    basis: Entry
    secretariat: Named | None
    claims: list[str]


class OnlyRoutesAnswer(TypedDict):
    """`fragility --country`: the subjects on which a single network leads anywhere, the most of one network first."""

    country: Named
    only: list[OnlyRoute]


class KnownEnd(Named):
    """A network whose end is recorded, and who loses or lost the only route by it."""

    ends: str
    loses: list[Loss]


class KnownEndsAnswer(TypedDict):
    """`fragility` without a name: every end that is known, the latest first."""

    ends: list[KnownEnd]
