"""Socio-technical congruence as published: the textbook measure beside our own screening."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Matrix = NDArray[np.float64]


def requirements(assignment: ArrayLike, dependency: ArrayLike) -> Matrix:
    """Return the coordination requirements T_A T_D T_A^T of Cataldo, Herbsleb and Carley (CMU-ISR-08-104).

    `assignment` is workers x tasks, `dependency` tasks x tasks.
    """
    a, d = np.asarray(assignment, float), np.asarray(dependency, float)
    found: Matrix = a @ d @ a.T
    return found


def congruence(required: ArrayLike, actual: ArrayLike) -> float | None:
    """Return the share of required pairs that are in actual contact, None where none is required.

    Both are workers x workers; a pair counts once, if it is required or in contact in either direction, and the
    diagonal does not count.
    """
    needed, met = _pairs(required), _pairs(required) & _pairs(actual)
    return float(met.sum() / needed.sum()) if needed.any() else None


def _pairs(values: ArrayLike) -> NDArray[np.bool_]:
    """The pairs, in the upper triangle, that have a value in either direction."""
    given = np.asarray(values) > 0
    return np.triu(given | given.T, 1)
