"""How much of the enforcement chain bodies cover together, and who adds most: weighted coverage, greedily.

A cell is a theme and a function; a body fills it as far as it answers for the theme and has the function. Greedy
choice by largest gain reaches 1 - 1/e of the best cover of its size (Nemhauser, Wolsey, Fisher 1978).
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from graph import vocabulary
from graph.analysis.bodies.mandates import THEMES, Mandates
from graph.record import Record

Cells = NDArray[np.float64]
FUNCTIONS = tuple(vocabulary.FUNCTIONS)

# Judgement: the chain is looked at for environmental crime, so what else its bodies work on weighs less.
OTHER_CRIME = frozenset(
    {"narcotics", "arms", "human-trafficking", "terrorism", "money-laundering", "customs-fraud", "radiological"}
)
OTHER_CRIME_WEIGHT = 0.3
# Judgement: a link of the chain that acts on cases before one beside it.
BESIDE_THE_CHAIN = frozenset({"policy", "training", "reporting"})
BESIDE_WEIGHT = 0.3

# Judgement: a specialised body before the ministry above it, a national body before its provincial sisters.
MINISTRY_FACTOR = 0.6
PROVINCIAL_FACTOR = 0.4
# Judgement: half a cell is worth naming a body before those of which more is recorded; a quarter, naming a function.
WORTH_NAMING = 0.5
NOTICEABLE = 0.25


def weights(theme: str) -> Cells:
    """Return how much each cell (theme x function) counts: with a theme only its own, else environmental ones most."""
    themes = [float(name == theme) if theme else OTHER_CRIME_WEIGHT if name in OTHER_CRIME else 1.0 for name in THEMES]
    functions = [BESIDE_WEIGHT if name in BESIDE_THE_CHAIN else 1.0 for name in FUNCTIONS]
    return np.outer(themes, functions)


def cells_of(record: Record, held: Mandates, bodies: Iterable[str]) -> Cells:
    """Return the cells that bodies fill together: themes x functions, from 0 to 1."""
    found = np.zeros((len(THEMES), len(FUNCTIONS)))
    for body in bodies:
        if body in held.place:
            functions = [float(name in record.organizations[body].functions) for name in FUNCTIONS]
            found = np.maximum(found, np.outer(held.weight[held.place[body]], functions))
    return found


def standing(record: Record, body: str) -> float:
    """Return the factor by which the gain of a body is weighed: ministries and provincial bodies come later."""
    node = record.organizations[body]
    local = node.level in ("provincial", "local")
    return (MINISTRY_FACTOR if node.kind == "ministry" else 1.0) * (PROVINCIAL_FACTOR if local else 1.0)


def greedy(cells: Mapping[str, Cells], factors: Mapping[str, float], base: Cells, weight: Cells) -> list[str]:
    """Return the bodies in the order in which each adds most to those before it; ties by id.

    `base` is what is covered already. It ends where nobody adds half a cell.
    """
    left: Sequence[str] = sorted(cells)
    stack = np.array([cells[body] for body in left]).reshape(len(left), *base.shape)
    factor = np.array([factors[body] for body in left])
    order: list[str] = []
    for _ in left:
        gains = (np.maximum(stack - base, 0) * weight).sum(axis=(1, 2)) * factor
        best = int(gains.argmax())
        if gains[best] < WORTH_NAMING:
            break
        order.append(left[best])
        base = np.maximum(base, stack[best])
    return order


def brings(cells: Cells, base: Cells, weight: Cells) -> list[str]:
    """Return the functions in which cells go clearly beyond a base, in the order of the chain."""
    gain = (np.maximum(cells - base, 0) * weight).max(axis=0)
    return [name for name, value in zip(FUNCTIONS, gain.tolist(), strict=True) if value >= NOTICEABLE]
