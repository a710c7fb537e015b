"""Whether a network lives on the date of the record, and when it was last heard of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph import dates
from graph.answers import State
from graph.columns import NONE
from graph.record import Record

YEARS_OF_SILENCE = 5


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The state of a network; `last_heard` is the newest date that speaks for it, None where no date is recorded.

    A network without any date counts as active: "no date recorded" is said and not costed.
    """

    status: State
    last_heard: str | None


def state_of(record: Record, network_id: str) -> NetworkState:
    """Return the state of one network on the date of the record: active, silent or ended.

    Silent: nothing dated within five years (a membership, an event or who came, a seat, a joint team at a site, a
    contact under the network's name, the publication of a source about it).
    """
    heard = _last_heard(record).get(network_id, dates.NOT_KNOWN)
    last_heard = dates.text(heard) or None
    if record.has_ended(record.networks[network_id]):
        return NetworkState("ended", last_heard)
    silent = heard and dates.years_between(heard, dates.number(record.date)) > YEARS_OF_SILENCE
    return NetworkState("silent" if silent else "active", last_heard)


@lru_cache(maxsize=4)
def _last_heard(record: Record) -> Mapping[str, int]:
    """The newest date up to the date of the record that speaks for each network, as YYYYMMDD."""
    found: dict[str, int] = {}
    for network, day in _dated(record):
        if dates.NOT_KNOWN < day <= record.day:
            found[network] = max(found.get(network, 0), day)
    return found


def _dated(record: Record) -> Iterator[tuple[str, int]]:
    """Every date, also a future one, that speaks for a network."""
    yield from _dates_of_nodes(record)
    yield from _dates_of_claims(record)


def _dates_of_nodes(record: Record) -> Iterator[tuple[str, int]]:
    published = {name: dates.number(source.published) for name, source in record.sources.items()}
    for network in record.networks.values():
        yield from ((network.id, published.get(source, 0)) for source in network.sources)
    for event in record.events.values():
        yield event.network, dates.number(event.start)
        yield event.network, dates.number(event.end)
        yield from ((event.network, published.get(source, 0)) for source in event.sources)
    for activity in record.activities.values():
        yield from ((activity.network, published.get(source, 0)) for source in activity.sources)


def _dates_of_claims(record: Record) -> Iterator[tuple[str, int]]:
    claims = record.claims
    newest = np.where(record.published <= record.day, np.maximum(claims.since, record.published), claims.since)
    at_other_end = {"membership": claims.b, "seat": claims.a, "participation": claims.b, "presence": claims.through}
    networks = _networks_by_address(record)
    for kind, ends in at_other_end.items():
        for row in record.rows(kind).tolist():
            end = ends[row]
            if end != NONE and record.begun[row]:
                yield networks.get(record.addresses[end], ""), int(newest[row])
    by_name = _networks_by_name(record)
    for row in record.rows("tie").tolist():
        network = by_name.get(claims.texts[claims.name[row]].casefold())
        if network and record.begun[row]:
            yield network, int(newest[row])


def _networks_by_address(record: Record) -> dict[str, str]:
    """Network ids by their own address and by those of their events."""
    events = {event.address: event.network for event in record.events.values()}
    return {network.address: network.id for network in record.networks.values()} | events


def _networks_by_name(record: Record) -> dict[str, str]:
    return {
        name.casefold(): network.id
        for network in record.networks.values()
        for name in (network.name, network.short_name)
        if name
    }
