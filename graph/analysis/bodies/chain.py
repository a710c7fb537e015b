"""How close two bodies stand in the enforcement chain."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph import vocabulary
from graph.analysis.bodies.block import Block, Mask, Matrix
from graph.analysis.bodies.body_columns import FUNCTIONS, body_columns
from graph.columns import ROLES
from graph.record import Record
from graph.rules import Rules, rules


def closeness(block: Block) -> Matrix:
    """Return bodies x bodies: the closest pair of their functions; of sisters what the rules say of all sisters.

    1 for consecutive steps, 0.6 for the same, 0.3 for any other and where a function is not recorded.
    """
    judged, performs = rules(), performed(block).astype(np.float32)
    found: Matrix = np.full((len(performs),) * 2, judged.other)
    for value, near in _closer(judged):
        found = np.where(performs @ near @ performs.T > 0, value, found)
    return np.where(_sisters(block), judged.sisters, found)


@lru_cache(maxsize=8)
def _closer(judged: Rules) -> list[tuple[float, NDArray[np.float32]]]:
    """Return every closeness above the least, in order, with functions x functions: which pairs have it."""
    near = table(judged)
    return [(value, (near == value).astype(np.float32)) for value in sorted({*near.ravel().tolist()} - {judged.other})]


def performed(block: Block) -> Matrix:
    """Return bodies x functions: who performs what."""
    bits = body_columns(block.record).functions[block.numbers]
    return (bits[:, None] >> np.arange(len(FUNCTIONS)) & 1).astype(float)


@lru_cache(maxsize=8)
def table(judged: Rules) -> Matrix:
    """Return functions x functions: how close two steps of the chain are."""
    return np.array([[judged.closeness(a, b) for b in FUNCTIONS] for a in FUNCTIONS])


def _sisters(block: Block) -> Mask:
    """Whether two bodies are of one kind, or hold one role under one agreement."""
    kinds = block.kinds
    roles = _treaty_roles(block).astype(np.float32)
    sisters: Mask = (kinds[:, None] == kinds[None, :]) | ((roles @ roles.T) > 0)
    return sisters


def _treaty_roles(block: Block) -> Mask:
    """Bodies x (agreement, role): who holds which role under an agreement."""
    claims, record = block.record.claims, block.record
    rows = block.rows("responsibility")
    is_agreement = _agreements(record)
    rows = rows[record.in_force[rows] & (block.place_of_node[claims.a[rows]] >= 0) & is_agreement[claims.b[rows]]]
    keys, which = np.unique(claims.b[rows].astype(np.int64) * len(ROLES) + claims.role[rows], return_inverse=True)
    held = np.zeros((len(block.bodies), len(keys)), bool)
    held[block.place_of_node[claims.a[rows]], which] = True
    return held


@lru_cache(maxsize=4)
def _agreements(record: Record) -> Mask:
    """Whether each node is an agreement."""
    found = np.zeros(len(record.addresses), bool)
    found[[record.number[f"agreement:{name}"] for name in vocabulary.AGREEMENTS]] = True
    return found
