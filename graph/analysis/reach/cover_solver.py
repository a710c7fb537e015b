"""The exact cover: HiGHS by scipy, beside it the time, so that one can watch and stop it and keep the best so far."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import coo_array, csr_array, eye_array, hstack, vstack

from graph.analysis.reach.cover import Chosen, Cover, Numbers
from graph.analysis.reach.cover_bounds import greedy, lagrange

Stop = Callable[[], bool]
SLICE, LONGER, LOOK = 2.0, 3.0, 0.05  # seconds of the first try, how much longer the next one, and between two looks
FOR_TASTE = 5.0  # seconds at most for each set of equal cost
NEAR = 1e-6
PROVEN = 0  # what scipy calls an answer that is proven
MOST_OPTIMA = 50


@dataclass(frozen=True, slots=True)
class SoFar:
    """How far a search is: the cost of the best set yet, what no set can be cheaper than, and the seconds taken."""

    cost: float
    bound: float
    seconds: float


Tell = Callable[[SoFar], None]


@dataclass(frozen=True, slots=True)
class Solved:
    """The best set found; where not proven, no set costs less than `bound`. `optima` are sets of equal cost."""

    chosen: Chosen
    cost: float
    bound: float
    proven: bool
    optima: tuple[Chosen, ...]


def solve(cover: Cover, seconds: float, should_stop: Stop, tell: Tell, most_optima: int = 1) -> Solved:
    """Return the cheapest set, by taste among equals, or the best one found until time is up or one says stop.

    With `most_optima` above 1 the optima are all sets of least cost, up to that many, by taste.
    """
    clock = _Clock(seconds, should_stop, tell)
    best = greedy(cover)
    bound, best = lagrange(cover, best, clock.is_over)
    bound = cover.rounded(bound)
    clock.tell(cover.cost_of(best), bound)
    for found, low in _slices(cover, clock):
        best = found if found is not None and cover.cost_of(found) < cover.cost_of(best) - NEAR else best
        bound = max(bound, cover.rounded(low))
        clock.tell(cover.cost_of(best), bound)
        if bound >= cover.cost_of(best) - NEAR:
            break
    cost = cover.cost_of(best)
    if bound < cost - NEAR:
        return Solved(best, cost, bound, proven=False, optima=(best,))
    optima = tuple(_optima(cover, cost, most_optima, clock)) or (best,)
    return Solved(optima[0], cost, cost, proven=True, optima=optima)


@dataclass(slots=True)
class _Clock:
    """The time that a search may take, and who watches it."""

    seconds: float
    should_stop: Stop
    tell_it: Tell
    begun: float = 0.0

    def __post_init__(self) -> None:
        self.begun = time.monotonic()

    @property
    def taken(self) -> float:
        return time.monotonic() - self.begun

    def is_over(self) -> bool:
        return self.taken >= self.seconds or self.should_stop()

    def tell(self, cost: float, bound: float) -> None:
        self.tell_it(SoFar(cost, min(bound, cost), self.taken))


def _slices(cover: Cover, clock: _Clock) -> Iterator[tuple[Chosen | None, float]]:
    """Yield what the solver has after two seconds, six, eighteen ...: the best set if there is one, and its bound."""
    model, length = _model(cover), SLICE
    while not clock.is_over():
        result = _run(model, cover.cost, min(length, clock.seconds - clock.taken), clock.is_over)
        if result is None:
            return
        found, low = _chosen(cover, result), result.mip_dual_bound
        if found is not None and result.status == PROVEN:
            low = cover.cost_of(found)
        yield found, float(low) if low is not None and np.isfinite(low) else 0.0
        length *= LONGER


@dataclass(frozen=True, slots=True)
class _Model:
    """Variables: the columns, then the rows where some may stay out, then the flows that hold a set together."""

    constraints: tuple[LinearConstraint, ...]
    bounds: Bounds
    whole: NDArray[np.int64]

    @property
    def size(self) -> int:
        return len(self.whole)


def _model(cover: Cover) -> _Model:
    rows, columns = cover.rows, cover.columns
    low, high, whole = [np.zeros(columns)], [np.ones(columns)], [np.ones(columns, np.int64)]
    low[0][sorted(cover.must)] = 1
    parts: list[tuple[csr_array, Numbers, Numbers]] = []
    if cover.covers_all:
        parts.append((cover.reach, np.ones(rows), np.full(rows, np.inf)))
    else:
        parts.append((hstack([cover.reach, csr_array(-eye_array(rows))]), np.zeros(rows), np.full(rows, np.inf)))
        counts, least = _counts(cover)
        parts.append((hstack([csr_array((len(least), columns)), counts]), least, np.full(len(least), np.inf)))
        low, high, whole = [*low, np.zeros(rows)], [*high, np.ones(rows)], [*whole, np.ones(rows, np.int64)]
    if cover.joined is not None:
        before = sum(map(len, whole)) - columns
        flows, arcs = _flow(cover, before)
        parts += flows
        low, high = [*low, np.zeros(arcs)], [*high, np.full(arcs, float(columns))]
        whole = [*whole, np.zeros(arcs, np.int64)]
    size = sum(map(len, whole))
    constraints = tuple(LinearConstraint(_widened(matrix, size), lowest, most) for matrix, lowest, most in parts)
    return _Model(constraints, Bounds(np.concatenate(low), np.concatenate(high)), np.concatenate(whole))


def _widened(matrix: Any, size: int) -> csr_array:
    found = coo_array(matrix)
    return csr_array((found.data, found.coords), shape=(found.shape[0], size))


def _counts(cover: Cover) -> tuple[csr_array, Numbers]:
    """One line that counts all rows, and one for each quota."""
    lines = [np.ones(cover.rows)]
    for rows, _ in cover.quotas:
        line = np.zeros(cover.rows)
        line[rows] = 1
        lines.append(line)
    return csr_array(np.array(lines)), np.array([cover.least, *(few for _, few in cover.quotas)], float)


def _flow(cover: Cover, before: int) -> tuple[list[tuple[csr_array, Numbers, Numbers]], int]:
    """One commodity flows from the roots along joined columns and leaves one unit in each that is chosen.

    Variables: a flow for each arc, then one from outside into each root; only chosen columns let anything in.
    `before` variables stand between the columns and the flows.
    """
    tails, heads = np.nonzero(cover.joined if cover.joined is not None else np.zeros((0, 0)))
    roots, columns = np.array(sorted(cover.roots), np.intp), cover.columns
    tails, heads = np.concatenate([tails, np.full(len(roots), -1)]), np.concatenate([heads, roots])
    arcs, at = len(heads), columns + before
    number = np.arange(arcs)
    into = csr_array((np.ones(arcs), (heads, at + number)), shape=(columns, at + arcs))
    inner = tails >= 0
    out = csr_array((np.ones(inner.sum()), (tails[inner], at + number[inner])), shape=(columns, at + arcs))
    taken = csr_array((np.ones(columns), (range(columns), range(columns))), shape=(columns, at + arcs))
    left = (into - out - taken, np.zeros(columns), np.zeros(columns))
    only_chosen = (into - columns * taken, np.full(columns, -np.inf), np.zeros(columns))
    return [left, only_chosen], arcs


def _run(model: _Model, price: Numbers, seconds: float, is_over: Stop) -> OptimizeResult | None:
    """Solve beside the caller, who looks at the clock; None where one says stop, and what runs is left to end alone."""
    found: list[OptimizeResult] = []
    objective = np.concatenate([price, np.zeros(model.size - len(price))])
    limit = max(seconds, LOOK)

    def work() -> None:
        found.append(
            milp(
                objective,
                constraints=model.constraints,
                bounds=model.bounds,
                integrality=model.whole,
                options={"mip_rel_gap": 0.0, "time_limit": limit},
            )
        )

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(LOOK)
    while worker.is_alive() and not is_over():
        worker.join(LOOK)
    return found[0] if found else None


def _chosen(cover: Cover, result: OptimizeResult) -> Chosen | None:
    if result.x is None:
        return None
    chosen = frozenset(np.flatnonzero(result.x[: cover.columns] > 0.5).tolist())
    return chosen if cover.is_met(chosen) else None


def _optima(cover: Cover, cost: float, most: int, clock: _Clock) -> Iterator[Chosen]:
    """Yield the sets of least cost, the best by taste first; each one rules itself and all that hold it out."""
    model, size = _model(cover), 0
    width = csr_array((np.zeros(0), (np.zeros(0, int), np.zeros(0, int))), shape=(0, model.size))
    lines, highs = [_line(cover.cost, model.size)], [cost + NEAR * max(1.0, cost)]
    while size < most and not clock.should_stop():
        cuts = LinearConstraint(vstack([width, *lines]), -np.inf, np.array(highs))
        held = _Model((*model.constraints, cuts), model.bounds, model.whole)
        result = _run(held, cover.taste, FOR_TASTE, clock.should_stop)
        found = _chosen(cover, result) if result is not None else None
        if found is None:
            return
        yield found
        size += 1
        lines.append(_line(np.isin(np.arange(cover.columns), sorted(found)).astype(float), model.size))
        highs.append(len(found) - 1.0)


def _line(values: Numbers, size: int) -> csr_array:
    return csr_array(np.concatenate([values, np.zeros(size - len(values))])[None, :])
