"""The answers that pages show, reckoned once for each record, date and question, and shared by all readers.

They are kept by the record itself, not by a name for it, so that no answer outlives what it was reckoned from.
Nobody writes into them.
"""

from dataclasses import dataclass
from functools import lru_cache

from graph.analysis import claims as claims_analysis
from graph.analysis.country import country as country_analysis
from graph.analysis.evaluation import evaluation_who_else as evaluation_analysis
from graph.analysis.gaps import gaps as gaps_analysis
from graph.analysis.levels import hand_in_hand as hand_in_hand_analysis
from graph.analysis.links import brokers as brokers_analysis
from graph.analysis.networks import catalogue as catalogue_analysis
from graph.analysis.networks import fragility as fragility_analysis
from graph.analysis.networks import network_card
from graph.analysis.networks import overlap as overlap_analysis
from graph.analysis.routes import routes as routes_analysis
from graph.analysis.who_else import invitation as invitation_analysis
from graph.analysis.who_else import questions as questions_analysis
from graph.analysis.who_else import who_else as who_else_analysis
from graph.analysis.who_else import who_else_at_site as who_else_at_site_analysis
from graph.analysis.who_else import who_else_in_network as who_else_in_network_analysis
from graph.answers import (
    BrokersAnswer,
    CatalogueAnswer,
    Cell,
    ClaimShown,
    CountryAnswer,
    EvaluationAnswer,
    FragilityAnswer,
    GapsAnswer,
    InvitationAnswer,
    NetworkAnswer,
    OnlyRoutesAnswer,
    Order,
    Overlap,
    OverlapAnswer,
    QuestionsAnswer,
    RoutesAnswer,
    WhoElseAnswer,
    WhoElseAtSiteAnswer,
    WhoElseInNetworkAnswer,
)
from graph.record import Record

KEPT = 64
ALL_GAPS = 400
MOST_ROUTES = 3


@lru_cache(maxsize=KEPT)
def country(record: Record, code: str, theme: str) -> CountryAnswer:
    """Return the treaty desks, roster, networks and sites of a country."""
    return country_analysis.country(record, code, theme)


@dataclass(frozen=True, slots=True)
class OwnList:
    """A reader's own list: its lines, and pairs of a line and the body that it means by the reader's choice."""

    names: tuple[str, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


NO_LIST = OwnList()


@lru_cache(maxsize=KEPT)
def who_else(
    record: Record, code: str, theme: str, own: OwnList = NO_LIST, order: Order = "missing", on_request: bool = False
) -> WhoElseAnswer:
    """Return who else ought to be asked."""
    return who_else_analysis.who_else(record, code, theme, own.names, on_request, order, dict(own.chosen))


@lru_cache(maxsize=KEPT)
def invitation(record: Record, code: str, theme: str, own: OwnList, most: int) -> InvitationAnswer:
    """Return whom to invite: the reader's own list, then so many others."""
    return invitation_analysis.invitation(record, code, theme, own.names, most, dict(own.chosen))


@lru_cache(maxsize=KEPT)
def questions(record: Record, code: str, theme: str, most: int) -> QuestionsAnswer:
    """Return what to ask next."""
    return questions_analysis.questions(record, code, theme, most)


@lru_cache(maxsize=KEPT)
def who_else_at_site(record: Record, site: str) -> WhoElseAtSiteAnswer:
    """Return who is recorded at a site, and who might be missing there."""
    return who_else_at_site_analysis.who_else_at_site(record, site)


@lru_cache(maxsize=KEPT)
def who_else_in_network(record: Record, network: str) -> WhoElseInNetworkAnswer:
    """Return which countries and bodies are missing from a network."""
    return who_else_in_network_analysis.who_else_in_network(record, network)


@lru_cache(maxsize=4)
def how_good(record: Record) -> EvaluationAnswer:
    """Return how well the order "who sits with these" finds hidden members of committees; takes seconds."""
    return evaluation_analysis.evaluate_who_else(record)


@lru_cache(maxsize=KEPT)
def gaps(record: Record, code: str, theme: str, recorded_only: bool = False) -> GapsAnswer:
    """Return all gaps of a country, the heaviest first."""
    return gaps_analysis.gaps(record, code, theme, recorded_only=recorded_only, top=ALL_GAPS)


@dataclass(frozen=True, slots=True)
class RouteQuestion:
    """From where to where, through what not and through what, and how many ways."""

    start: str
    target: str
    avoid: tuple[str, ...] = ()
    theme: str = ""
    include_ended: bool = False
    via: tuple[str, ...] = ()
    most: int = MOST_ROUTES


@lru_cache(maxsize=KEPT)
def routes(record: Record, asked: RouteQuestion) -> RoutesAnswer:
    """Return the ways from one body to another body or group."""
    return routes_analysis.routes(
        record,
        asked.start,
        asked.target,
        k=asked.most,
        avoid=asked.avoid,
        via=asked.via,
        theme=asked.theme,
        include_ended=asked.include_ended,
    )


@lru_cache(maxsize=KEPT)
def catalogue(record: Record, country: str, theme: str, state: str, text: str) -> CatalogueAnswer:
    """Return the networks of a country, theme and state; empty for all."""
    return catalogue_analysis.catalogue(record, country=country, theme=theme, state=state, text=text)


@lru_cache(maxsize=KEPT)
def network(record: Record, name: str) -> NetworkAnswer:
    """Return the card of one network."""
    return network_card.network(record, name)


@lru_cache(maxsize=KEPT)
def hand_in_hand(record: Record, country: str, network: str) -> list[Cell]:
    """Return who sits in a network for a country and who should hear from it; nothing where it does not sit there."""
    return hand_in_hand_analysis.hand_in_hand(record, country, network)["cells"]


@lru_cache(maxsize=KEPT)
def overlap(record: Record, networks: tuple[str, ...], theme: str, by_country: bool = False) -> OverlapAnswer:
    """Return what networks share, or those of a theme."""
    return overlap_analysis.overlap(record, networks, theme, by_country=by_country)


@lru_cache(maxsize=KEPT)
def overlap_with_others(record: Record, network: str) -> list[Overlap]:
    """Return what one network shares with every other one."""
    return overlap_analysis.overlap_with_others(record, network)


@lru_cache(maxsize=KEPT)
def fragility(record: Record, what: str, theme: str = "") -> FragilityAnswer:
    """Return who loses the only route when a network or body ends."""
    return fragility_analysis.fragility(record, what, theme)


@lru_cache(maxsize=KEPT)
def only_routes(record: Record, code: str) -> OnlyRoutesAnswer:
    """Return the subjects on which a country has a single route."""
    return fragility_analysis.only_routes(record, code)


@lru_cache(maxsize=KEPT)
def brokers(record: Record, code: str, theme: str) -> BrokersAnswer:
    """Return who links others in a country, and who is the only link."""
    return brokers_analysis.brokers(record, code, theme)


@lru_cache(maxsize=KEPT)
def routes_to_each(record: Record, asked: RouteQuestion) -> list[RoutesAnswer]:
    """Return the best way to each body of a group."""
    return routes_analysis.routes_to_each(record, asked.start, asked.target, asked.avoid, asked.theme)


@lru_cache(maxsize=KEPT)
def claims(record: Record, ids: tuple[str, ...]) -> list[ClaimShown]:
    """Return claims in full, by id or by the address of what they are about."""
    return claims_analysis.claims(record, ids)["claims"]
