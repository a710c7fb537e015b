"""How close two bodies stand in the enforcement chain."""

import numpy as np

from graph import vocabulary
from graph.analysis.block import Block, Mask, Matrix
from graph.rules import OTHER, Rules, rules

FUNCTIONS = tuple(vocabulary.FUNCTIONS)


def closeness(block: Block) -> Matrix:
    """Return bodies x bodies: the closest pair of their functions; sisters are never closer than `OTHER`.

    1 for consecutive steps, 0.6 for the same, 0.3 for any other and where a function is not recorded.
    """
    performs = np.array([[f in body.functions for f in FUNCTIONS] for body in block.organizations], bool)
    found = np.full((len(block.bodies),) * 2, OTHER)
    for value in sorted({*_table(rules()).ravel().tolist()} - {OTHER}):
        step = (_table(rules()) == value).astype(np.float32)
        found[(performs.astype(np.float32) @ step @ performs.T.astype(np.float32)) > 0] = value
    found[_sisters(block)] = OTHER
    return found


def _table(judged: Rules) -> Matrix:
    return np.array([[judged.closeness(a, b) for b in FUNCTIONS] for a in FUNCTIONS])


def _sisters(block: Block) -> Mask:
    """Whether two bodies are of one kind, or hold one role under one agreement."""
    kinds = np.array([body.kind for body in block.organizations])
    roles = _treaty_roles(block).astype(np.float32)
    sisters: Mask = (kinds[:, None] == kinds[None, :]) | ((roles @ roles.T) > 0)
    return sisters


def _treaty_roles(block: Block) -> Mask:
    """Bodies x (agreement, role): who holds which role under an agreement."""
    claims, record = block.record.claims, block.record
    rows = block.rows("responsibility")
    rows = rows[record.in_force[rows] & (block.place_of_node[claims.a[rows]] >= 0)]
    treaty = [row for row in rows.tolist() if record.addresses[claims.b[row]].startswith("agreement:")]
    keys = sorted({(int(claims.b[row]), int(claims.role[row])) for row in treaty})
    held = np.zeros((len(block.bodies), len(keys)), bool)
    for row in treaty:
        held[block.place_of_node[claims.a[row]], keys.index((int(claims.b[row]), int(claims.role[row])))] = True
    return held
