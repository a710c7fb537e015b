"""The published example of coordination requirements, and its congruence."""

import numpy as np
import pytest

from graph.analysis.contacts.congruence import congruence, requirements


def test_the_published_example_comes_out() -> None:
    found = requirements([[0, 1, 0], [0, 1, 1], [1, 1, 0]], [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    assert found.tolist() == [[1, 2, 2], [2, 4, 3], [2, 3, 4]]
    tied = np.zeros((3, 3))
    tied[0, 1] = tied[1, 0] = 1
    assert congruence(found, tied) == pytest.approx(1 / 3)


def test_nothing_required_is_no_share() -> None:
    assert congruence(np.eye(3), np.ones((3, 3))) is None
