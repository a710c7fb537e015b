"""The networks of a country: by whom it is entered, and whether they are still heard of."""

from graph.analysis.networks.entry_points import entry_points
from graph.analysis.networks.members import members
from graph.analysis.networks.network_state import state_of
from graph.answers import NetworkSeat
from graph.model import Network
from graph.record import Record
from graph.rules import rules

SURER_FIRST = ("recorded", "presumed", "country only")
LIVELIER_FIRST = ("active", "silent", "ended")


def country_networks(record: Record, country: str, theme: str = "") -> list[NetworkSeat]:
    """Return the networks in which a country or a body of it is recorded, and its own national mechanisms.

    Those of the theme come first, then recorded entry points, then networks that are still heard of; among equals
    the smaller table: everybody sits in the world-wide ones, so they say least. National mechanisms of other
    countries are left out.
    """
    seats = [seat for network in record.networks.values() if (seat := _seat(record, country, network)) is not None]

    def order(seat: NetworkSeat) -> tuple[bool, int, int, int, str]:
        surer, livelier = SURER_FIRST.index(seat["basis"]), LIVELIER_FIRST.index(seat["status"])
        size = len(members(record).get(seat["id"], ()))
        return not is_about(record.networks[seat["id"]], theme), surer, livelier, size, seat["id"]

    return sorted(seats, key=order)


def is_about(network: Network, theme: str) -> bool:
    """Return whether a network is about a theme or a narrower one; every network is about no theme in particular."""
    return not theme or any(theme in rules().within(own, "") for own in network.themes)


def _seat(record: Record, country: str, network: Network) -> NetworkSeat | None:
    if (network.scope == "national" and network.country != country) or not record.has_begun(network):
        return None
    points = entry_points(record, country, network.id)
    if points.basis is None and not (network.scope == "national" and network.country == country):
        return None
    state, door = state_of(record, network.id), points.first
    claims = [claim for door in points.doors for claim in door.claims]
    return {
        "id": network.id,
        "name": network.name,
        "entry_point": {
            "id": door.body,
            "name": record.organizations[door.body].name,
            "claims": list(dict.fromkeys(door.claims)),
        }
        if door
        else None,
        "basis": points.basis or "country only",
        "status": state.status,
        "last_heard": state.last_heard,
        "claims": list(dict.fromkeys([*points.claims, *claims])),
    }
