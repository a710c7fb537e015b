"""Circles of recorded contact: the short answer for a site or a treaty."""

import numpy as np
import pytest

from graph.analysis.contacts.circles import cohesion, joined


def contact(size: int, *pairs: tuple[int, int]) -> np.ndarray:
    found = np.zeros((size, size), bool)
    for i, j in pairs:
        found[i, j] = True
    return found


def test_five_agencies_with_two_contacts_are_three_circles_with_one_alone() -> None:
    circles = joined(contact(5, (0, 1), (2, 3)))
    assert circles == [[0, 1], [2, 3], [4]]
    assert len(circles) - 1 == 2
    assert cohesion(len(circles), 5) == 0.5


def test_either_triangle_counts() -> None:
    assert joined(contact(3, (2, 0))) == [[0, 2], [1]]


@pytest.mark.parametrize(("circles", "size", "expected"), [(1, 4, 1.0), (4, 4, 0.0), (1, 1, None), (0, 0, None)])
def test_cohesion_is_none_for_one(circles: int, size: int, expected: float | None) -> None:
    assert cohesion(circles, size) == expected
