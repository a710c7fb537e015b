"""Which contacts, seats and new mechanisms close most: the reckoning, on arrays of one country.

Closing contacts one by one is a sum, so the largest are the best. Adding seats is not submodular (two newcomers at one
table close a pair that neither closes alone): the usual promise of a greedy choice fails, and a bound of its own takes
its place (`bound`). A weighted pair of places (i, j) is open where severity[i, j] > 0; `sits` is places x tables.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import numpy as np

from graph.analysis.bodies.block import Mask, Matrix

Kind = Literal["tie", "membership", "mechanism"]
Pair = tuple[int, int]
SEEDS = 20  # how many pairs a new mechanism is grown from
NOTHING = 1e-12


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who does it, with whom or at which table (-1: none), what it closes, and what it costs."""

    kind: Kind
    places: tuple[int, ...]
    table: int
    closes: float
    pairs: tuple[Pair, ...]

    @property
    def effort(self) -> int:
        """One for a contact or a seat, one less than its members for a mechanism."""
        return len(self.places) - 1 if self.kind == "mechanism" else 1


@dataclass(frozen=True, slots=True)
class Board:
    """What steps are chosen from: open pairs, who sits close to which table, and who may take no seat at it.

    `barred` are those who sit there already and those who have nothing to do with it.
    """

    severity: Matrix
    sits: Mask
    barred: Mask


def gains(board: Board) -> Matrix:
    """Return places x tables: what every single new seat would close, all at once; 0 for who may take none."""
    found: Matrix = board.severity @ board.sits.astype(board.severity.dtype)
    found[board.barred] = 0
    return found


def bound(board: Board, budget: int) -> float:
    """Return what no steps within a budget can exceed.

    Of q contacts or seats each closes at most its own first gain, and besides at most q (q - 1) / 2 pairs of two
    newcomers; mechanisms with the rest r of the budget hold at most r (r + 1) / 2 pairs. The largest over q.
    """
    worst = np.sort(board.severity[np.triu_indices(len(board.severity), 1)])[::-1]
    single = np.sort(np.concatenate([gains(board).ravel(), worst]))[::-1]
    most = [
        single[:q].sum() + worst[: q * (q - 1) // 2 + (budget - q) * (budget - q + 1) // 2].sum()
        for q in range(budget + 1)
    ]
    return float(min(max(most), worst.sum()))


def best_steps(board: Board, budget: int) -> list[Step]:
    """Return the best plan found: by what is closed for one unit of effort, or of one kind only, whichever is more."""
    makers = (best_tie, best_seat, best_mechanism)
    plans = [_greedy(board, budget, chosen) for chosen in (makers, makers[:1], makers[1:2], makers[2:])]
    return max(plans, key=lambda plan: round(sum(step.closes for step in plan), 9))


Maker = Callable[[Board, int], Step | None]


def _greedy(board: Board, budget: int, makers: Sequence[Maker]) -> list[Step]:
    """The step that closes most for its effort, again and again; of equals the lighter kind."""
    now = Board(board.severity.copy(), board.sits.copy(), board.barred.copy())
    steps: list[Step] = []
    while budget > 0:
        found = [step for make in makers if (step := make(now, budget)) and step.closes > NOTHING]
        if not found:
            break
        best = max(found, key=lambda step: round(step.closes / step.effort, 9))
        steps.append(best)
        budget -= best.effort
        if best.kind == "membership":
            now.sits[best.places[0], best.table] = now.barred[best.places[0], best.table] = True
        for i, j in best.pairs:
            now.severity[i, j] = now.severity[j, i] = 0
    return steps


def best_tie(board: Board, budget: int) -> Step | None:  # noqa: ARG001 (a maker like the others)
    """Return the contact that closes most."""
    severity = board.severity
    if len(severity) < 2:
        return None
    i, j = (int(place) for place in np.unravel_index(int(np.triu(severity, 1).argmax()), severity.shape))
    return Step("tie", (i, j), -1, float(severity[i, j]), ((i, j),))


def best_seat(board: Board, budget: int) -> Step | None:  # noqa: ARG001 (a maker like the others)
    """Return the seat that closes most."""
    severity, sits = board.severity, board.sits
    if not sits.size:
        return None
    gain = gains(board)
    who, table = (int(place) for place in np.unravel_index(int(gain.argmax()), gain.shape))
    others = np.flatnonzero(sits[:, table] & (severity[who] > 0)).tolist()
    pairs = tuple((min(who, other), max(who, other)) for other in others)
    return Step("membership", (who,), table, float(gain[who, table]), pairs)


def best_mechanism(board: Board, budget: int) -> Step | None:
    """Return the new mechanism, of three members or more, that closes most for its effort; best found."""
    severity = board.severity
    sizes = range(3, min(budget + 1, len(severity)) + 1)
    sets = [max(_grown(severity, size), key=partial(_inside, severity), default=None) for size in sizes]
    steps = [_mechanism(severity, members) for members in sets if members is not None]
    return max(steps, key=lambda step: round(step.closes / step.effort, 9), default=None)


def _grown(severity: Matrix, size: int) -> list[tuple[int, ...]]:
    """Sets grown from the worst pairs by whoever adds most."""
    order = np.argsort(-np.triu(severity, 1), axis=None, kind="stable")[:SEEDS]
    found = []
    for place in order.tolist():
        members = [place // len(severity), place % len(severity)]
        while len(members) < size:
            added = severity[members].sum(axis=0)
            added[members] = -1
            members.append(int(added.argmax()))
        if len(set(members)) == size:
            found.append(tuple(sorted(members)))
    return found


def _inside(severity: Matrix, members: tuple[int, ...]) -> float:
    return round(float(severity[np.ix_(members, members)].sum() / 2), 9)


def _mechanism(severity: Matrix, members: tuple[int, ...]) -> Step:
    pairs = tuple((i, j) for place, i in enumerate(members) for j in members[place + 1 :] if severity[i, j] > 0)
    return Step("mechanism", members, -1, float(sum(severity[pair] for pair in pairs)), pairs)
