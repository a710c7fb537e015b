"""The measures on toys, and that need on the seed is not below the sketch that the method began with."""

import numpy as np
import pytest

from graph.analysis.evaluation.bootstrap import interval_of
from graph.analysis.evaluation.evaluation import (
    PRODUCT,
    PROGRAM,
    RECORDED,
    SHUFFLED,
    auc,
    evaluate_gaps,
    r_precision,
)
from graph.answers import EvaluationAnswer, EvaluationRow
from graph.record import Record
from tests.graph.analysis.gaps_toy import BOTH, tie, toy

SKETCH = {"AUC, contacts": 0.82, "AUC, problems": 0.89, "R-precision, contacts": 0.33}


def hits(*places: int, size: int = 4) -> np.ndarray:
    return np.isin(np.arange(size), places)


@pytest.mark.parametrize(
    ("score", "hit", "expected"),
    [
        ([4, 3, 2, 1], hits(0, 1), 1.0),
        ([4, 3, 2, 1], hits(2, 3), 0.0),
        ([4, 3, 2, 1], hits(0, 3), 0.5),
        ([1, 1, 1, 1], hits(2), 0.5),
        ([4, 3, 2, 1], hits(1), 2 / 3),
        ([4, 3, 2, 1], hits(), None),
        ([4, 3, 2, 1], hits(0, 1, 2, 3), None),
    ],
)
def test_auc_counts_the_comparisons_won(score: list[float], hit: np.ndarray, expected: float | None) -> None:
    assert auc(np.array(score, float), hit) == (None if expected is None else pytest.approx(expected))


def test_r_precision_is_the_share_of_hits_among_the_first_so_many() -> None:
    assert r_precision(np.array([4.0, 3, 2, 1]), hits(0, 2)) == 0.5
    # Three share the last place of two: each is a third of it.
    assert r_precision(np.array([4.0, 3, 3, 3]), hits(0, 2)) == pytest.approx((1 + 1 / 3) / 2)
    assert r_precision(np.array([4.0, 3, 2, 1]), hits()) is None


def test_the_bootstrap_draws_countries_by_weight() -> None:
    assert interval_of(np.array([2.1]), np.array([3.0])) == (None, None)
    low, high = interval_of(np.array([0.0, 1.0]), np.array([1.0, 1.0]))
    assert (low, high) == (0, 1)


@pytest.fixture(scope="module")
def answer(seed: Record) -> EvaluationAnswer:
    return evaluate_gaps(seed)


def row(answer: EvaluationAnswer, method: str, measure: str) -> EvaluationRow:
    (found,) = [one for one in answer["rows"] if (one["method"], one["measure"]) == (method, measure)]
    return found


@pytest.mark.parametrize("measure", SKETCH)
def test_need_is_not_below_the_sketch_outside_its_interval(answer: EvaluationAnswer, measure: str) -> None:
    high = row(answer, PROGRAM, measure)["high"]
    assert high is not None
    assert high >= SKETCH[measure]


def test_need_beats_recorded_mandates_and_chance_by_contacts(answer: EvaluationAnswer) -> None:
    low = row(answer, PROGRAM, "AUC, contacts")["low"]
    assert low is not None
    for method in (RECORDED, PRODUCT, SHUFFLED):
        high = row(answer, method, "AUC, contacts")["high"]
        assert high is not None
        assert low > high


def test_shuffled_contacts_are_at_chance(answer: EvaluationAnswer) -> None:
    shuffled = row(answer, SHUFFLED, "AUC, contacts")
    assert shuffled["low"] is not None
    assert shuffled["high"] is not None
    assert shuffled["low"] < 0.5 < shuffled["high"]


def test_every_problem_between_services_has_its_rank(answer: EvaluationAnswer) -> None:
    ranks = [one for one in answer["rows"] if one["measure"].startswith("rank of the problem")]
    assert len(ranks) == row(answer, PROGRAM, "AUC, problems")["n"]
    assert all(one["value"] is not None and 1 <= one["value"] <= one["n"] for one in ranks)


def test_a_country_without_contacts_gives_no_number() -> None:
    found = evaluate_gaps(toy(*BOTH))
    assert row(found, PROGRAM, "AUC, contacts")["value"] is None
    one = evaluate_gaps(toy(*BOTH, tie("customs", "ozone")))
    assert row(one, PROGRAM, "AUC, contacts")["value"] == 1
