"""What `who-else` answers."""

from typing import Literal, TypedDict

from graph.answers.parts import Evidenced, Named, State

Order = Literal["missing", "sits-with"]


class Recorded(Named):
    """A body that the record knows and the list lacks.

    `sources` are those of the claims, or of the body itself where no claim speaks of it; `sisters` the other
    provincial bodies of its kind, for which the line stands too.
    """

    adds: list[str]
    sits_with: float
    reasons: list[str]
    claims: list[str]
    sources: list[str]
    sisters: list[Evidenced]


class TemplateRole(TypedDict):
    """A role that every country is expected to have, and who fills it; `claims` are those that give a treaty desk."""

    role: str
    group: str
    status: Literal["met", "missing", "not applicable"]
    organizations: list[Named]
    source: str
    claims: list[str]


class Peer(TypedDict):
    """A kind of body that comparable countries have on record and this one has not; `examples` names one in each."""

    kind: str
    recorded_in: int
    of: int
    examples: list[Named]


class ListedName(TypedDict):
    """One line of a list: the body it was taken for, and which it may mean instead.

    Without a body it is a candidate to add; `kind` is then the kind it would most likely have.
    """

    text: str
    organization: Named | None
    why: str
    alternatives: list[Named]
    kind: str | None


class WhoElseAnswer(TypedDict):
    """`who-else`: three answers, never merged, what each line of the list was taken for, and what matched nothing."""

    order: Order
    recorded: list[Recorded]
    template: list[TemplateRole]
    peers: list[Peer]
    unmatched: list[str]
    listed: list[ListedName]


class AtSite(Evidenced):
    """A body recorded at a site; `through` is the network whose joint team it belongs to there."""

    kind: str
    through: Named | None


class SiteRole(TypedDict):
    """A role that is expected at sites of the kind: who fills it there, or who might, from the same country."""

    role: str
    status: Literal["recorded here", "not recorded here", "nobody recorded"]
    organizations: list[Named]
    source: str


class SitePeer(TypedDict):
    """A kind of body that comparable sites have on record and this one has not; the examples name body and site."""

    kind: str
    recorded_at: int
    of: int
    examples: list[Named]


class WhoElseAtSiteAnswer(TypedDict):
    """`who-else --site`: who is recorded there, which roles nobody fills there, and what comparable sites have."""

    site: Named
    kind: str
    country: Named
    neighbour: Named | None
    present: list[AtSite]
    other_side: list[AtSite]
    chain: list[SiteRole]
    peers: list[SitePeer]


class MissingCountry(Named):
    """A country that is not recorded in a network, and how many near it are; `ask` is whom to ask there."""

    neighbours_in: list[Named]
    of_neighbours: int
    subregion_in: int
    of_subregion: int
    ask: list[Evidenced]


class MissingBody(Evidenced):
    """A body that is not recorded in a network of its country; `sits_for` counts the countries that send its kind."""

    country: Named
    reasons: list[str]
    sits_for: int
    sources: list[str]


class WhoElseInNetworkAnswer(TypedDict):
    """`who-else --network`: which countries and bodies are missing, judged by theme and neighbours."""

    network: Named
    themes: list[str]
    status: State
    last_heard: str | None
    members: int
    countries: list[MissingCountry]
    organizations: list[MissingBody]
