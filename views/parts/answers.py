"""The answers that pages show, reckoned once for each record, date and question, and shared by all readers.

They are kept by the record itself, not by a name for it, so that no answer outlives what it was reckoned from.
Nobody writes into them.
"""

from dataclasses import dataclass
from functools import lru_cache

from graph.analysis import claims as claims_analysis
from graph.analysis.country import country as country_analysis
from graph.analysis.gaps import gaps as gaps_analysis
from graph.analysis.routes import routes as routes_analysis
from graph.analysis.who_else import who_else as who_else_analysis
from graph.answers import ClaimShown, CountryAnswer, GapsAnswer, RoutesAnswer, WhoElseAnswer
from graph.record import Record

KEPT = 64
ALL_GAPS = 400
MOST_ROUTES = 3


@lru_cache(maxsize=KEPT)
def country(record: Record, code: str, theme: str) -> CountryAnswer:
    """Return the treaty desks, roster, networks and sites of a country."""
    return country_analysis.country(record, code, theme)


@lru_cache(maxsize=KEPT)
def who_else(record: Record, code: str, theme: str, names: tuple[str, ...] = ()) -> WhoElseAnswer:
    """Return who else ought to be asked."""
    return who_else_analysis.who_else(record, code, theme, names)


@lru_cache(maxsize=KEPT)
def gaps(record: Record, code: str, theme: str, recorded_only: bool = False) -> GapsAnswer:
    """Return all gaps of a country, the heaviest first."""
    return gaps_analysis.gaps(record, code, theme, recorded_only=recorded_only, top=ALL_GAPS)


@dataclass(frozen=True, slots=True)
class RouteQuestion:
    """From where to where, and through what not."""

    start: str
    target: str
    avoid: tuple[str, ...] = ()
    theme: str = ""
    include_ended: bool = False


@lru_cache(maxsize=KEPT)
def routes(record: Record, asked: RouteQuestion) -> RoutesAnswer:
    """Return the ways from one body to another body or group."""
    return routes_analysis.routes(
        record,
        asked.start,
        asked.target,
        k=MOST_ROUTES,
        avoid=asked.avoid,
        theme=asked.theme,
        include_ended=asked.include_ended,
    )


@lru_cache(maxsize=KEPT)
def claims(record: Record, ids: tuple[str, ...]) -> list[ClaimShown]:
    """Return claims in full, by id or by the address of what they are about."""
    return claims_analysis.claims(record, ids)["claims"]
