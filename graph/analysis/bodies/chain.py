"""How close two bodies stand in the enforcement chain."""

from functools import lru_cache

import numpy as np

from graph import vocabulary
from graph.analysis.bodies.block import Block, Mask, Matrix
from graph.columns import ROLES
from graph.rules import OTHER, Rules, rules

FUNCTIONS = tuple(vocabulary.FUNCTIONS)
KINDS = {kind: number for number, kind in enumerate(vocabulary.ORGANIZATION_KINDS)}


def closeness(block: Block) -> Matrix:
    """Return bodies x bodies: the closest pair of their functions; sisters are never closer than `OTHER`.

    1 for consecutive steps, 0.6 for the same, 0.3 for any other and where a function is not recorded.
    """
    found: Matrix = _between(block)
    found[_sisters(block)] = OTHER
    return found


def _between(block: Block) -> Matrix:
    """The closest pair of functions of two bodies, reckoned once for each set of functions that bodies have."""
    functions_of = [body.functions for body in block.organizations]
    alike = {functions: place for place, functions in enumerate(dict.fromkeys(functions_of))}
    performs = np.array([[f in functions for f in FUNCTIONS] for functions in alike], np.float32)
    near = table(rules())
    found = np.full((len(alike),) * 2, OTHER)
    for value in sorted({*near.ravel().tolist()} - {OTHER}):
        found[(performs @ (near == value).astype(np.float32) @ performs.T) > 0] = value
    which = np.array([alike[functions] for functions in functions_of], np.intp)
    return found[np.ix_(which, which)]


def performed(block: Block) -> Matrix:
    """Return bodies x functions: who performs what."""
    return np.array([[f in body.functions for f in FUNCTIONS] for body in block.organizations], float)


@lru_cache(maxsize=8)
def table(judged: Rules) -> Matrix:
    """Return functions x functions: how close two steps of the chain are."""
    return np.array([[judged.closeness(a, b) for b in FUNCTIONS] for a in FUNCTIONS])


def _sisters(block: Block) -> Mask:
    """Whether two bodies are of one kind, or hold one role under one agreement."""
    kinds = np.array([KINDS[body.kind] for body in block.organizations], np.int16)
    roles = _treaty_roles(block).astype(np.float32)
    sisters: Mask = (kinds[:, None] == kinds[None, :]) | ((roles @ roles.T) > 0)
    return sisters


def _treaty_roles(block: Block) -> Mask:
    """Bodies x (agreement, role): who holds which role under an agreement."""
    claims, record = block.record.claims, block.record
    rows = block.rows("responsibility")
    is_agreement = np.zeros(len(record.addresses), bool)
    is_agreement[[record.number[f"agreement:{name}"] for name in vocabulary.AGREEMENTS]] = True
    rows = rows[record.in_force[rows] & (block.place_of_node[claims.a[rows]] >= 0) & is_agreement[claims.b[rows]]]
    keys, which = np.unique(claims.b[rows].astype(np.int64) * len(ROLES) + claims.role[rows], return_inverse=True)
    held = np.zeros((len(block.bodies), len(keys)), bool)
    held[block.place_of_node[claims.a[rows]], which] = True
    return held
