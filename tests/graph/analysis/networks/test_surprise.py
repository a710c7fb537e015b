"""How surprising an overlap is: published values, and every draw counted."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.networks.overlap_measures import overlap_measures
from graph.analysis.networks.surprise import chance_of_sharing
from tests.graph.analysis.networks.test_overlap import body, member, network, record, southern_women


def test_the_lady_who_tastes_tea() -> None:
    # Fisher, The Design of Experiments (1935): four cups of eight named; all right by chance 1 in 70, three or more 17.
    assert chance_of_sharing(8, 4, 4, 4) == pytest.approx(1 / 70)
    assert chance_of_sharing(8, 4, 4, 3) == pytest.approx(17 / 70)


@given(st.integers(1, 8), st.data())
def test_every_draw_counted(universe: int, data: st.DataObject) -> None:
    one, other = (data.draw(st.integers(0, universe)) for _ in range(2))
    shared = data.draw(st.integers(0, min(one, other)))
    draws = [len(set(range(one)) & set(draw)) for draw in combinations(range(universe), other)]
    expected = sum(both >= shared for both in draws) / len(draws)
    assert chance_of_sharing(universe, one, other, shared) == pytest.approx(expected)


def test_what_fits_no_two_circles_is_refused() -> None:
    for numbers in ((5, 6, 1, 1), (5, 2, 2, 3), (5, 2, 2, -1)):
        with pytest.raises(ValueError, match="no two circles"):
            chance_of_sharing(*numbers)


def test_two_large_events_of_the_southern_women_surprise_nobody() -> None:
    answer = overlap_measures(southern_women(), ["e8", "e9"])
    (pair,) = answer["surprise"]
    assert (answer["universe"], pair["shared"]) == (18, 9)
    assert pair["expected"] == pytest.approx(14 * 12 / 18, abs=1e-6)
    # 14 and 12 of 18: eight must be shared, and nine or more are likely.
    assert pair["chance"] == pytest.approx(1 - 3003 / 18564, abs=1e-12)


def test_the_most_surprising_pair_comes_first_and_an_empty_circle_is_left_out() -> None:
    claims = [*(member(who, net) for net in "ab" for who in "xy"), member("z", "c"), member("x", "c")]
    known = record(*map(body, "xyz"), *map(network, "abcd"), *claims)
    found = overlap_measures(known, ["a", "b", "c", "d"])["surprise"]
    assert [(one["a"]["id"], one["b"]["id"]) for one in found] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert found[0]["chance"] < found[1]["chance"] == found[2]["chance"] == 1.0
