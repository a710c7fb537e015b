"""How the page Networks says what is recorded of a network: plain text, for cells and lines."""

from collections.abc import Iterable

from graph import vocabulary
from graph.analysis.networks.network_state import state_of
from graph.record import Record
from views.parts import words

SIGNS = {"recorded": "●", "presumed": "○", "country only": "–"}
BASES = {
    "recorded": "recorded",
    "presumed": "presumed, please confirm",
    "country only": "country only, body not recorded",
}
STATES = {"": "All states", "active": "Active", "silent": "Silent", "ended": "Ended"}


def state(record: Record, network: str) -> str:
    """Return whether a network lives: "active", "silent since 2013", "ended 2018"."""
    found = state_of(record, network)
    status, last_heard = found.status, found.last_heard
    if status == "ended":
        return f"ended {words.day(record.networks[network].end_year, 'on a day not recorded')}"
    if status == "silent":
        return f"silent since {(last_heard or '')[:4]}"
    return "active" if last_heard else "active, no date"


def themes(names: Iterable[str]) -> str:
    """Return themes in a row."""
    return ", ".join(vocabulary.THEMES.get(name, name) for name in names)


def pillars(names: Iterable[str]) -> str:
    """Return pillars of the strategy in a row."""
    return ", ".join(vocabulary.PILLARS.get(name, name) for name in names)


def scope(record: Record, kind: str, country: str | None) -> str:
    """Return how far a network goes: "regional", "national (Pakistan)"."""
    return f"{kind} ({record.country_name(country)})" if country else kind


def of_country(record: Record, body: str, name: str) -> str:
    """Return a body with its country where its name does not tell it: every country has a department of customs."""
    who = record.organizations.get(body)
    if who is None or who.country == "INT":
        return name
    country = record.country_name(who.country)
    return name if country in name else f"{name}, {country}"


def role(name: str) -> str:
    """Return a role within a sentence."""
    return name.replace("-", " ")
