"""A good cover and a lower bound without any solver: greedy with pruning, and Lagrange multipliers on the rows."""

from collections.abc import Callable

import numpy as np

from graph.analysis.reach.cover import Chosen, Cover, Mask, Numbers, within_reach

STEPS, PATIENCE = 500, 20
TINY = 1e-9


def greedy(cover: Cover, price: Numbers | None = None) -> Chosen:
    """Return a cover: always the column that brings most for its price, then nothing that is not needed.

    At most H(n) times as dear as the best one (Chvátal, Mathematics of Operations Research 4, 1979) where every row
    is asked for and the set need not hang together.
    """
    price = np.maximum(cover.cost if price is None else price, TINY)
    chosen, order = set(cover.must), list(cover.must)
    while not _is_enough(cover, frozenset(chosen)):
        open_to = _open_to(cover, frozenset(chosen))
        gain = np.where(open_to, _gain(cover, cover.covered(chosen)), -1.0)
        if gain.max() <= 0:  # Nothing near brings anything: one step further out.
            gain = np.where(open_to, 1.0, -1.0)
        best = int(np.lexsort((cover.taste, -(gain / price)))[0])
        chosen.add(best)
        order.append(best)
    return _pruned(cover, order)


def _is_enough(cover: Cover, chosen: Chosen) -> bool:
    return cover.is_met(chosen) or len(chosen) == cover.columns


def _open_to(cover: Cover, chosen: Chosen) -> Mask:
    """Which columns may come next: where all hang together, what is joined to those within reach of the roots."""
    free = np.ones(cover.columns, bool)
    free[sorted(chosen)] = False
    if cover.joined is None:
        return free
    held = sorted(cover.roots & chosen)
    near = np.zeros(cover.columns, bool)
    near[sorted(cover.roots)] = True
    if held:
        near |= cover.joined[sorted(within_reach(cover.joined, held, chosen))].any(axis=0)
    return free & near if (free & near).any() else free


def _gain(cover: Cover, covered: Mask) -> Numbers:
    """How much of what is still missing each column would bring."""
    missing = (~covered).astype(float)
    gain: Numbers = np.minimum(cover.by_column @ missing, max(cover.least - covered.sum(), 0))
    for rows, few in cover.quotas:
        of_quota = np.zeros(cover.rows)
        of_quota[rows] = missing[rows]
        gain = gain + np.minimum(cover.by_column @ of_quota, max(few - covered[rows].sum(), 0))
    return gain


def _pruned(cover: Cover, order: list[int]) -> Chosen:
    chosen = frozenset(order)
    for column in sorted(order, key=lambda column: (-cover.cost[column], -order.index(column))):
        if column not in cover.must and cover.is_met(chosen - {column}):
            chosen -= {column}
    return chosen


def lagrange(cover: Cover, best: Chosen, should_stop: Callable[[], bool]) -> tuple[float, Chosen]:
    """Return a lower bound on the cost of any cover, and the best cover seen on the way.

    Subgradient steps by Held, Wolfe and Crowder (Mathematical Programming 6, 1974); every 25 steps a greedy cover by
    the reduced costs. O(ones of the matrix) a step. That columns hang together is not asked for: the bound holds all
    the same.
    """
    prices, bound, scale, since = np.zeros(cover.rows), 0.0, 2.0, 0
    for step in range(STEPS):
        if should_stop() or cover.rounded(bound) >= cover.cost_of(best) - TINY:
            break
        reduced = cover.cost - cover.by_column @ prices
        taken = reduced < 0
        taken[sorted(cover.must)] = True
        wanted = _cheapest_rows(cover, prices)
        value = float(reduced[taken].sum() + prices[wanted].sum())
        bound, since = (value, 0) if value > bound + TINY else (bound, since + 1)
        if since >= PATIENCE:
            scale, since = scale / 2, 0
        if step % 25 == 0 and cover.joined is None:
            found = greedy(cover, np.maximum(reduced, 0))
            best = found if cover.cost_of(found) < cover.cost_of(best) - TINY else best
        slope = wanted.astype(float) - cover.reach @ taken.astype(float)
        length = float(slope @ slope)
        if length < TINY:
            break
        prices = np.maximum(prices + scale * (cover.cost_of(best) - value) / length * slope, 0)
    return bound, best


def _cheapest_rows(cover: Cover, prices: Numbers) -> Mask:
    """The rows that are asked for at least price: of each quota its cheapest, then the cheapest of all."""
    if cover.covers_all:
        return np.ones(cover.rows, bool)
    wanted = np.zeros(cover.rows, bool)
    for rows, few in cover.quotas:
        wanted[rows[np.argsort(prices[rows], kind="stable")[:few]]] = True
    rest = np.flatnonzero(~wanted)
    more = max(cover.least - int(wanted.sum()), 0)
    wanted[rest[np.argsort(prices[rest], kind="stable")[:more]]] = True
    return wanted
