"""How much each recorded contact counts: by its kind, and by how long ago it was last heard of."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Block, Matrix, Places
from graph.columns import ROLES, STANDINGS, Numbers
from graph.record import Record
from graph.rules import rules

STANDING, EPISODE, PLANNED = (STANDINGS.index(word) for word in ("standing", "episode", "planned"))
LIVELY = 5  # years
OLD, EPISODE_NEW, EPISODE_UNDATED = 0.5, 0.4, 0.1


@dataclass(frozen=True, eq=False)
class Ties:
    """The claims of contact between two bodies of a block, problems and ended ones included, with their places."""

    rows: Places
    a: Places
    b: Places


def ties_of(block: Block) -> Ties:
    """Return the claims of contact between two living bodies of the block that were known by the date."""
    record = block.record
    rows = block.rows("tie")
    a, b = block.place_of_node[record.claims.a[rows]], block.place_of_node[record.claims.b[rows]]
    inside = (a >= 0) & (b >= 0) & (a != b) & record.begun[rows]
    return Ties(rows[inside], a[inside], b[inside])


def heard_of(record: Record, rows: Places) -> Numbers:
    """Return the newest date that speaks for each claim: its end for what is over, else since, else publication."""
    until = record.claims.until[rows]
    over = (record.claims.standing[rows] == EPISODE) & (until <= record.day)
    return np.maximum(record.began[rows], np.where(over, until, 0))


def ages(record: Record, rows: Places) -> NDArray[np.float64]:
    """Return how much of each claim's strength is left by its age, from 0 to 1; planned and absent ones have none."""
    heard, kind, found = heard_of(record, rows), record.claims.standing[rows], np.zeros(len(rows))
    confirmed = ~record.claims.absent[rows]
    standing = np.flatnonzero(confirmed & (kind == STANDING) & ~record.ended[rows])
    found[standing] = np.where(_recent(record, heard[standing]), 1.0, OLD)
    episode = np.flatnonzero(confirmed & (kind == EPISODE))
    since = heard[episode]
    fading = EPISODE_NEW * np.clip(1 - (record.day // 10000 - since // 10000) / LIVELY, 0, 1)
    found[episode] = np.where(since > 0, fading, EPISODE_UNDATED)
    return found


def _recent(record: Record, heard: Numbers) -> NDArray[np.bool_]:
    """Whether a date may lie within the last years: one without its day or month by the last day that it can mean."""
    limit = record.day - LIVELY * 10000
    recent: NDArray[np.bool_] = (heard >= limit) | (heard == limit // 10000 * 10000) | (heard == limit // 100 * 100)
    return recent


def strengths(record: Record, rows: Places) -> NDArray[np.float64]:
    """Return the strength of each claim's kind of contact."""
    table = np.array([rules().strengths[role].strength if role in rules().strengths else 0.0 for role in ROLES])
    found: NDArray[np.float64] = table[record.claims.role[rows]]
    return found


@lru_cache(maxsize=4)
def worth(record: Record) -> NDArray[np.float64]:
    """Return strength x age of every claim of contact, in the order of their rows, which come first in the record."""
    rows = record.rows("tie")
    return strengths(record, rows) * ages(record, rows)


def not_by_ties(block: Block, ties: Ties) -> Matrix:
    """Return bodies x bodies: product over kinds of contact of (1 - strength x age).

    Claims of one kind about one pair speak of one contact: the strongest counts, so that repeating a claim adds
    nothing.
    """
    value = worth(block.record)[ties.rows]
    low, high = np.minimum(ties.a, ties.b), np.maximum(ties.a, ties.b)
    key = (low * len(block.bodies) + high) * len(ROLES) + block.record.claims.role[ties.rows]
    contacts, which = np.unique(key, return_inverse=True)
    best = np.zeros(len(contacts))
    np.maximum.at(best, which, value)
    pair = contacts // len(ROLES)
    missing = np.ones((len(block.bodies),) * 2)
    np.multiply.at(missing, (pair // len(block.bodies), pair % len(block.bodies)), 1 - best)
    return missing * missing.T
