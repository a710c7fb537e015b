"""Reach: the smallest or cheapest set of networks that gets to a group, what each adds, and who stays out.

reach(record, "kind:customs")                              the answer
plan = plan_reach(record, ["customs@TH,VN"], Wish(must=frozenset({"ren"})), Demand(at_least=0.9))
plan.answer, plan.one_more(), plan.links()                 the answer, what one more network would buy, who links them
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.beginning import Beginning, beginning_of
from graph.analysis.reach.cover import Chosen, Cover, Mask, Places, within_reach
from graph.analysis.reach.cover_solver import MOST_OPTIMA, SoFar, Solved, Stop, Tell, solve
from graph.analysis.reach.reach_plan import Plan
from graph.analysis.reach.reach_target import Ways, Wish, open_networks, targets_of, ways_to
from graph.analysis.routes.overlap_graph import overlaps
from graph.analysis.routes.route_graph import is_world_wide
from graph.answers import ReachAnswer
from graph.errors import InputError
from graph.record import Record

SECONDS = 30.0
LEAST_COST, MOST_COST = 0.001, 1_000_000.0  # Beyond these a solver's tolerances decide which set is cheaper.
NOTHING = Solved(frozenset(), 0.0, 0.0, proven=True, optima=(frozenset(),))
# What tells sets of equal cost apart; the last by how many seats are presumed.
SILENT, WORLD_WIDE, NATIONAL, PRESUMED = 4, 4, 8, 3


@dataclass(frozen=True, slots=True)
class Demand:
    """How much is asked: a share of the bodies, at least so many of each country, from whose own networks outwards.

    `connected_from` is a body, a group, or a network by its address (`network:ren`); `at_home` lets the set begin also
    in the networks of whoever is in contact with that body in its own country.
    """

    at_least: float = 1.0
    per_country: int = 0
    connected_from: str = ""
    at_home: bool = False


ANY, EVERYBODY = Wish(), Demand()


def never() -> bool:
    """Return that a search goes on."""
    return False


def nobody(so_far: SoFar) -> None:
    """Tell nobody how far a search is."""


def reach(record: Record, *asked: str) -> ReachAnswer:
    """Return the smallest set of running networks that gets to all bodies of one or several groups that can be reached.

    A body is reached by its own seat or that of its house, recorded or presumed; a country as a member without a body
    reaches nobody. Raises UnknownName.
    """
    return plan_reach(record, asked).answer


def plan_reach(
    record: Record,
    asked: Sequence[str],
    wish: Wish = ANY,
    demand: Demand = EVERYBODY,
    *,
    costs: Mapping[str, float] | None = None,
    every_optimum: bool = False,
    seconds: float = SECONDS,
    should_stop: Stop = never,
    tell: Tell = nobody,
) -> Plan:
    """Return the set of least cost (1 for each network without `costs`) that meets the demand, as far as it can be met.

    Who cannot be reached is left out first and named. Of sets of equal cost the one with fewest silent, world-wide
    and national networks and presumed seats. Where `seconds` are over or `should_stop()` says so, the best set yet,
    with what no set can be cheaper than; `tell` hears how far the search is. Raises UnknownName, and InputError where
    the wishes contradict each other.
    """
    _check(demand, costs or {})
    targets, everything = targets_of(record, asked), open_networks(record, wish)
    ways = {body: ways_to(record, body) for body in targets}
    begin, near = _beginning(record, demand, everything), everything
    own = frozenset(begin)
    if demand.connected_from:
        near = _joined_to(record, own, everything, wish)
    used = {name for body in targets for name in ways[body]} | wish.must
    networks = tuple(name for name in near if demand.connected_from or name in used)
    price = {name: float((costs or {}).get(name, 1.0)) for name in networks}
    cover = _cover(record, targets, ways, networks, price, wish, demand, own)
    most = MOST_OPTIMA if every_optimum else 1
    solved = solve(cover, seconds, should_stop, tell, most) if cover.least or wish.must else NOTHING
    cut_off = frozenset(everything) - set(near)
    share = _least(demand, targets)
    return Plan(record, wish, targets, ways, networks, price, solved, begin, cut_off, share, demand.per_country)


def _least(demand: Demand, targets: Sequence[str]) -> int:
    """Return how many bodies a share of them is."""
    return math.ceil(demand.at_least * len(targets) - 1e-9)


def _check(demand: Demand, costs: Mapping[str, float]) -> None:
    if not 0 < demand.at_least <= 1:
        raise InputError(f"A share of {demand.at_least:g} was asked for.", "Give one above 0 and up to 1.")
    if demand.per_country < 0:
        raise InputError(f"At least {demand.per_country} of each country were asked for.", "Give 0 or more.")
    wrong = [name for name, cost in costs.items() if not (cost == 0 or LEAST_COST <= cost <= MOST_COST)]
    if wrong:
        raise InputError(f"The cost of {wrong[0]} is neither 0 nor between {LEAST_COST:g} and {MOST_COST:g}.")


def _beginning(record: Record, demand: Demand, networks: Sequence[str]) -> Beginning:
    if not demand.connected_from:
        return {}
    return beginning_of(record, demand.connected_from, networks, at_home=demand.at_home)


def _joined_to(record: Record, own: frozenset[str], networks: Sequence[str], wish: Wish) -> list[str]:
    joined = _joined(record, networks, own)
    near = within_reach(joined, [networks.index(name) for name in own], range(len(networks)))
    found = [networks[place] for place in sorted(near)]
    apart = sorted(wish.must - set(found))
    if apart:
        raise InputError(f"No chain of networks leads to {record.networks[apart[0]].name}, which is asked for.")
    return found


def _joined(record: Record, networks: Sequence[str], own: frozenset[str]) -> Mask:
    """Networks x networks: whether somebody leads from one to the other; who begins leads between all its own.

    A mechanism of another country is an end, never a way through: it is entered by its own country's bodies.
    """
    place = {name: number for number, name in enumerate(networks)}
    joined = np.zeros((len(networks), len(networks)), bool)
    for name, number in place.items():
        through = record.networks[name].scope != "national" or name in own
        for other in overlaps(record).get(name, ()) if through else ():
            if other in place:
                joined[number, place[other]] = True
    roots = [place[name] for name in sorted(own) if name in place]
    joined[np.ix_(roots, roots)] = True
    np.fill_diagonal(joined, val=False)
    return joined


def _cover(
    record: Record,
    targets: Sequence[str],
    ways: Ways,
    networks: tuple[str, ...],
    price: Mapping[str, float],
    wish: Wish,
    demand: Demand,
    own: frozenset[str],
) -> Cover:
    reachable = [body for body in targets if not ways[body].keys().isdisjoint(networks)]
    matrix = np.array([[name in ways[body] for name in networks] for body in reachable], float)
    matrix = matrix.reshape(len(reachable), len(networks))
    return Cover(
        reach=csr_array(matrix),
        cost=np.array([price[name] for name in networks]),
        taste=np.array([_taste(record, name, reachable, ways) for name in networks], float),
        least=min(_least(demand, targets), len(reachable)),
        quotas=_quotas(record, reachable, demand.per_country),
        must=_places(networks, wish.must),
        joined=_joined(record, networks, own) if demand.connected_from else None,
        roots=_places(networks, own),
    )


def _places(networks: Sequence[str], names: frozenset[str]) -> Chosen:
    return frozenset(place for place, name in enumerate(networks) if name in names)


def _taste(record: Record, network: str, bodies: Sequence[str], ways: Ways) -> int:
    """How gladly one would do without a network where another serves as well; whole numbers solve fast."""
    seats = [ways[body][network] for body in bodies if network in ways[body]]
    presumed = sum(seat.basis != "recorded" for seat in seats) / len(seats) if seats else 0.0
    quiet = SILENT if state_of(record, network).status != "active" else 0
    wide = WORLD_WIDE if is_world_wide(record, network) else 0
    narrow = NATIONAL if record.networks[network].scope == "national" else 0
    return 1 + quiet + wide + narrow + round(PRESUMED * presumed)


def _quotas(record: Record, bodies: Sequence[str], few: int) -> tuple[tuple[Places, int], ...]:
    """Of each country at least so many, or all that can be reached where they are fewer."""
    of: dict[str, list[int]] = {}
    for place, body in enumerate(bodies if few else ()):
        of.setdefault(record.organizations[body].country, []).append(place)
    return tuple((np.array(rows, np.intp), min(few, len(rows))) for _, rows in sorted(of.items()))
