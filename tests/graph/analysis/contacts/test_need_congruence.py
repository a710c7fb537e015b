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


def test_a_pair_counts_once_in_whichever_direction_it_is_required_or_met() -> None:
    one_way = np.array([[0, 0, 0], [2, 0, 0], [0, 1, 0]])
    assert congruence(one_way, one_way.T) == congruence(one_way, one_way) == 1
    met = np.zeros((3, 3))
    met[0, 1] = 1
    assert congruence(one_way, met) == pytest.approx(1 / 2)
    assert congruence(one_way, np.eye(3)) == 0
