"""From where a set of networks begins: the networks in which one sits, and those that a contact at home opens."""

from collections.abc import Collection, Mapping

from graph.analysis.names.groups import group_of
from graph.analysis.routes.route_ends import Entrance, Means, entrances
from graph.errors import InputError
from graph.record import Record

NETWORK = "network:"

Beginning = Mapping[str, Entrance | None]  # network -> how one comes into it; None for a network that was named itself


def beginning_of(record: Record, begin: str, networks: Collection[str], *, at_home: bool) -> Beginning:
    """Return the networks, among those that may be taken, in which a set may begin, and how one comes into each.

    `begin` is a body or group, which sits in its own networks and in those of its house, or a network by its address
    (`network:ren`). With `at_home` also the networks of whoever is in contact with it in its own country, as in routes;
    a seat of one's own goes before. Raises UnknownName, and InputError where no set can begin.
    """
    if begin.startswith(NETWORK):
        name = begin.removeprefix(NETWORK)
        if name not in networks:
            raise InputError(f"{name} is no network that may be taken, so no set can begin there.")
        return {name: None}
    group = group_of(record, begin)
    ways = {name: found[0] for name, found in entrances(record, group, Means()).items() if name in networks}
    own: dict[str, Entrance | None] = {name: way for name, way in ways.items() if at_home or way.contact is None}
    if not own:
        known = ", nor does anybody whom it knows at home" if at_home else ""
        do = "" if at_home or not ways else "Somebody whom it knows at home does: let the set begin there as well."
        raise InputError(f"{group.name} sits in no network that may be taken{known}, so no set can begin there.", do)
    return own
