"""Whom networks reach: for each body of a group the seats by which it is reached, and why some are not."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.analysis.bodies.services import service_of
from graph.analysis.country.country_networks import is_about
from graph.analysis.names.groups import COUNTRY, KIND, group_of
from graph.analysis.networks.entry_points import entry_points
from graph.analysis.networks.seats import Seat, seats
from graph.analysis.routes.route_ends import house
from graph.analysis.routes.route_graph import is_world_wide
from graph.analysis.who_else.coverage import OTHER_CRIME
from graph.errors import InputError
from graph.model import Network
from graph.record import Record

MOST_NAMED, MOST_REASONS = 3, 2

Ways = Mapping[str, Mapping[str, Seat]]  # body -> network -> the seat by which it is reached


@dataclass(frozen=True, slots=True)
class Wish:
    """Which networks may be taken: some must be, some never; those of a theme; not world-wide ones; also ended ones."""

    must: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    theme: str = ""
    world_wide: bool = True
    ended: bool = False


def targets_of(record: Record, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the bodies of several groups, each once, sorted; those that ended without a successor included.

    Of a country its services, not their units: who gets to the service gets to them. Of a kind of body in all countries
    those in focus, if there are any.
    """
    return tuple(sorted({body for group in asked for body in _bodies(record, group)}))


def _bodies(record: Record, asked: str) -> Iterable[str]:
    found = group_of(record, asked).bodies or (asked.rpartition(":")[2],)
    if asked.startswith(COUNTRY):
        return (body for body in found if service_of(record, body) == body)
    focus = [body for body in found if record.organizations[body].country in record.countries]
    return focus if focus and asked.startswith(KIND) and "@" not in asked else found


def open_networks(record: Record, wish: Wish) -> list[str]:
    """Return the ids of all networks that may be taken, sorted. Raises InputError where the wishes contradict."""
    both = sorted(wish.must & wish.never)
    if both:
        raise InputError(f"{both[0]} is both asked for and ruled out.", "Give it with --must or with --never.")
    found = [name for name in sorted(record.networks) if name in wish.must or _is_open(record, name, wish)]
    later = [record.networks[name].name for name in sorted(wish.must) if not record.has_begun(record.networks[name])]
    if later:
        raise InputError(f"{later[0]} has not begun on {record.date}.")
    return found


def _is_open(record: Record, network: str, wish: Wish) -> bool:
    node = record.networks[network]
    runs = record.has_begun(node) and (wish.ended or not record.has_ended(node))
    everywhere = not wish.world_wide and is_world_wide(record, network)
    return runs and _fits(node, wish.theme) and not everywhere and network not in wish.never


def _fits(network: Network, theme: str) -> bool:
    """Whether a network is on a theme; environmental crime holds every subject of the environment."""
    widest = "environmental-crime" in network.themes and theme not in OTHER_CRIME
    return is_about(network, theme) or not network.themes or widest


def ways_to(record: Record, body: str) -> Mapping[str, Seat]:
    """Return network -> the seat by which it gets to a body: its own, or that of its house, which is presumed its own.

    Ended networks are among them; a country of which no body is recorded or presumed gives no way.
    """
    found: dict[str, Seat] = {}
    if record.is_living(body):
        for other in house(record, body):
            found.update({name: replace(seat, basis="presumed") for name, seat in seats(record).get(other, {}).items()})
        found.update(seats(record).get(body, {}))
    return found


def why_not(record: Record, body: str, usable: Collection[str], wish: Wish) -> str:
    """Return why none of the usable networks gets to a body, as a sentence without its subject."""
    if record.has_ended(record.organizations[body]):
        return f"ended in {record.organizations[body].until[:4]}, and no successor is recorded"
    if not record.is_living(body):
        return f"begins only in {record.organizations[body].since[:4]}"
    ways = ways_to(record, body)
    if any(name in usable for name in ways):
        return "can be reached, but the share that was asked for is met without it"
    shut = [f"{why}: {_names(record, names)}" for why, names in _shut(record, ways, wish) if names]
    if shut:
        return f"only in {'; and in '.join(shut[:MOST_REASONS])}"
    country = record.organizations[body].country
    open_seats = _without_a_body(record, country) & set(usable)
    if open_seats:
        return (
            f"in no network by name; its country is in {_names(record, open_seats)}, but who sits there is not recorded"
        )
    return f"in no network that is recorded{' on this theme' if wish.theme else ''}"


@lru_cache(maxsize=256)
def _without_a_body(record: Record, country: str) -> frozenset[str]:
    """The networks in which a country is and nobody knows who sits there for it."""
    return frozenset(name for name in record.networks if entry_points(record, country, name).basis == "country only")


def _shut(record: Record, ways: Collection[str], wish: Wish) -> Iterator[tuple[str, set[str]]]:
    """Why the networks of a body may not be taken, each network under what one would have to change for it."""
    nodes = {name: record.networks[name] for name in ways}
    over = {name for name, node in nodes.items() if record.has_ended(node) and not wish.ended}
    later = {name for name, node in nodes.items() if not record.has_begun(node)}
    left = set(nodes) - over - later
    ruled_out = left & wish.never
    elsewhere = {name for name in left - ruled_out if not _fits(nodes[name], wish.theme)}
    yield "networks that were ruled out", ruled_out
    yield "world-wide networks", left - ruled_out - elsewhere
    yield "networks on other themes", elsewhere
    yield "networks that have not begun", later
    yield "networks that have ended", over


def _names(record: Record, networks: Collection[str]) -> str:
    shown = [record.networks[name].shown for name in sorted(networks)]
    more = len(shown) - MOST_NAMED
    return ", ".join(shown[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
