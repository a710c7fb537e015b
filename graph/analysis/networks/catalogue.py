"""All networks of the record as a list: whether each lives, how many are in it, what it works on."""

from collections.abc import Iterator

from graph.analysis.country.country_networks import is_about
from graph.analysis.names.spelling import folded
from graph.analysis.networks.members import members, states_of
from graph.analysis.networks.network_state import state_of
from graph.answers import CatalogueAnswer, NetworkListed, State
from graph.model import Network
from graph.record import Record

ENVIRONMENTAL = frozenset(
    [
        *("ozone-depleting-substances", "hazardous-waste", "chemicals", "pesticides", "e-waste", "mercury"),
        *("wildlife", "timber", "fisheries", "pollution", "environmental-crime"),
    ]
)
STATES: tuple[State, ...] = ("active", "silent", "ended")


def catalogue(
    record: Record, *, country: str = "", theme: str = "", state: str = "", text: str = ""
) -> CatalogueAnswer:
    """Return the networks that have begun, as far as they fit what is asked: those against environmental crime first.

    Among these, and among the others, those that live come before silent and ended ones, regional before world-wide
    ones; those of one country stand last.

    `country`: it, or a body of the state there, is recorded in the network, or the network is its own mechanism.
    `theme`: that or a narrower one. `text` is looked for in name, short name and acronym, without accents or case.
    """
    found = [network for network in _asked(record, country, theme, text) if record.has_begun(network)]
    listed = [_listed(record, network) for network in sorted(found, key=lambda one: (one.shown.casefold(), one.id))]
    return {"networks": sorted((one for one in listed if not state or one["status"] == state), key=_order)}


def _asked(record: Record, country: str, theme: str, text: str) -> Iterator[Network]:
    word = folded(text)
    for network in record.networks.values():
        is_theirs = not country or network.country == country or country in states_of(record, network.id)
        is_called = any(word in folded(name) for name in (network.name, network.short_name, network.acronym))
        if is_theirs and is_called and (not theme or network.themes) and is_about(network, theme):
            yield network


def _order(one: NetworkListed) -> tuple[bool, bool, int, bool, bool]:
    """Of those with an environmental theme the ones that work on little else stand first in their state."""
    environmental = len(ENVIRONMENTAL.intersection(one["themes"]))
    return (
        one["scope"] == "national",
        not environmental,
        STATES.index(one["status"]),
        2 * environmental < len(one["themes"]),
        one["scope"] == "global",
    )


def _listed(record: Record, network: Network) -> NetworkListed:
    state = state_of(record, network.id)
    return {
        "id": network.id,
        "name": network.name,
        "acronym": network.acronym or None,
        "kind": network.kind,
        "scope": network.scope,
        "country": network.country or None,
        "status": state.status,
        "last_heard": state.last_heard,
        "start": network.start_year or None,
        "end": network.end_year or None,
        "members": len(members(record).get(network.id, ())),
        "countries": len(states_of(record, network.id)),
        "themes": list(network.themes),
        "pillars": list(network.pillars),
    }
