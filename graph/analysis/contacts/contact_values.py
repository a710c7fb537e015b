"""How much each recorded contact counts: by its kind, and by how long ago it was last heard of."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.block import Block, Places
from graph.analysis.bodies.pairs import last_of_each
from graph.analysis.contacts.shared import Shared
from graph.columns import ROLES, STANDINGS, Numbers
from graph.record import Record
from graph.rules import Rules, rules

STANDING, EPISODE, PLANNED = (STANDINGS.index(word) for word in ("standing", "episode", "planned"))
LIVELY = 5  # years
UNHEARD = -1
OLD, EPISODE_NEW, EPISODE_UNDATED = 0.5, 0.4, 0.1
FADING = [EPISODE_NEW * (1 - years / LIVELY) for years in range(LIVELY + 1)]
# What can be left of a contact by its age, in order; 0 for what counts for nothing.
AGES = np.array(sorted({*FADING, EPISODE_UNDATED, OLD, 1.0}))
AFTER = np.array([AGES.tolist().index(left) for left in FADING], np.int8)  # by years since an episode
UNDATED, AT_HALF, AT_FULL = (AGES.tolist().index(left) for left in (EPISODE_UNDATED, OLD, 1.0))


@dataclass(frozen=True, eq=False)
class Ties:
    """The claims of contact between two bodies of a block, problems and ended ones included.

    Their rows, the places of the bodies, and the kind of contact and its age as one number.
    """

    rows: Places
    a: Places
    b: Places
    says: Places


def ties_of(block: Block) -> Ties:
    """Return the claims of contact between two living bodies of the block that were known by the date."""
    record = block.record
    rows = block.rows("tie")
    a, b = block.place_of_node[record.claims.a[rows]], block.place_of_node[record.claims.b[rows]]
    says = _kinds_and_ages(record)[rows]
    inside = np.flatnonzero((a >= 0) & (b >= 0) & (a != b) & (says >= 0))
    return Ties(rows[inside], a[inside], b[inside], says[inside])


def heard_of(record: Record, rows: Places) -> Numbers:
    """Return the newest date that speaks for each claim: its end for what is over, else since, else publication."""
    until = record.claims.until[rows]
    over = (record.claims.standing[rows] == EPISODE) & (until <= record.day)
    return np.maximum(record.began[rows], np.where(over, until, 0))


@lru_cache(maxsize=4)
def _kinds_and_ages(record: Record) -> Places:
    """Return the kind of contact and the age of every claim of contact as one number, by their rows, which come first.

    The age as a place in `AGES`: planned and absent ones have nothing left. `UNHEARD` for what was not known yet.
    """
    span = record.span("tie")
    kind, confirmed = record.claims.standing[span], ~record.claims.absent[span]
    age = np.zeros(len(kind), np.int8)
    standing = np.flatnonzero(confirmed & (kind == STANDING) & ~record.ended[span])
    age[standing] = np.where(_recent(record, record.began[standing]), AT_FULL, AT_HALF)
    episode = np.flatnonzero(confirmed & (kind == EPISODE))
    since = heard_of(record, episode)
    years = np.clip(record.day // 10000 - since // 10000, 0, LIVELY)
    age[episode] = np.where(since > 0, AFTER[years], UNDATED)
    says = record.claims.role[span].astype(np.intp) * len(AGES) + age
    return np.where(record.begun[span], says, UNHEARD)


def _recent(record: Record, heard: Numbers) -> NDArray[np.bool_]:
    """Whether a date may lie within the last years: one without its day or month by the last day that it can mean."""
    limit = record.day - LIVELY * 10000
    recent: NDArray[np.bool_] = (heard >= limit) | (heard == limit // 10000 * 10000) | (heard == limit // 100 * 100)
    return recent


def contacts_of(block: Block, ties: Ties) -> Shared:
    """Return pairs of bodies and what is missing after each kind of contact between them: 1 - strength x age.

    Claims of one kind about one pair speak of one contact: the strongest counts, so that repeating a claim adds
    nothing.
    """
    size = max(len(block.bodies), 1)
    pairs = np.minimum(ties.a, ties.b) * size + np.maximum(ties.a, ties.b)
    said = np.sort(pairs * (len(ROLES) * len(AGES)) + ties.says)
    contacts = said // len(AGES)
    # Of claims that differ by age alone the last counts most.
    best = last_of_each(contacts)
    contact = contacts[best]
    pair = contact // len(ROLES)
    kind, age = contact - pair * len(ROLES), said[best] - contact * len(AGES)
    one = pair // size
    return Shared(one, pair - one * size, 1 - _strengths(rules())[kind] * AGES[age])


@lru_cache(maxsize=8)
def _strengths(judged: Rules) -> NDArray[np.float64]:
    """By place in `ROLES`: the strength of a kind of contact."""
    return np.array([judged.strengths[role].strength if role in judged.strengths else 0.0 for role in ROLES])
