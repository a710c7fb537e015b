"""All networks of the record as a list: whether each lives, how many are in it, what it works on."""

from collections.abc import Iterator

from graph.analysis.country.country_networks import is_about
from graph.analysis.names.spelling import folded
from graph.analysis.networks.members import members, states_of
from graph.analysis.networks.network_state import state_of
from graph.answers import CatalogueAnswer, NetworkListed
from graph.model import Network
from graph.record import Record


def catalogue(
    record: Record, *, country: str = "", theme: str = "", state: str = "", text: str = ""
) -> CatalogueAnswer:
    """Return the networks that have begun, as far as they fit what is asked.

    `country`: it, or a body of the state there, is recorded in the network, or the network is its own mechanism.
    `theme`: that or a narrower one. `text` is looked for in name, short name and acronym, without accents or case.
    """
    found = [network for network in _asked(record, country, theme, text) if record.has_begun(network)]
    listed = [_listed(record, network) for network in sorted(found, key=_order)]
    return {"networks": [one for one in listed if not state or one["status"] == state]}


def _asked(record: Record, country: str, theme: str, text: str) -> Iterator[Network]:
    word = folded(text)
    for network in record.networks.values():
        is_theirs = not country or network.country == country or country in states_of(record, network.id)
        is_called = any(word in folded(name) for name in (network.name, network.short_name, network.acronym))
        if is_theirs and is_called and (not theme or network.themes) and is_about(network, theme):
            yield network


def _order(network: Network) -> tuple[bool, bool, str, str]:
    return network.scope == "national", network.scope == "global", network.shown.casefold(), network.id


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
