"""How good is "who sits with these"? Hidden members, looked for among everybody who could have sat there."""

import numpy as np
import pytest

from graph.analysis.bodies.mandates import mandates
from graph.analysis.evaluation.bootstrap import interval
from graph.analysis.evaluation.choice import fitted
from graph.analysis.evaluation.evaluation_who_else import (
    BETTER,
    ORDER,
    POPULAR,
    RANDOM,
    STRICT,
    cases,
    evaluate_who_else,
    rank_of,
)
from graph.analysis.networks.members import members
from graph.analysis.who_else.sits_with import WEIGHTS, signs, sits_with
from graph.answers import EvaluationAnswer
from graph.model import Thing
from graph.record import Record, record_of, rows_of_claims


@pytest.fixture(scope="module")
def answer(seed: Record) -> EvaluationAnswer:
    return evaluate_who_else(seed)


def without_memberships(record: Record) -> Record:
    tables = (record.sources, record.countries, record.organizations, record.networks, record.sites, record.events)
    nodes: list[Thing] = [node for table in tables for node in table.values()]
    claims = (record.claim(row) for row in range(len(record.claims)))
    kept = ((claim, "batch") for claim in claims if claim.kind != "membership")
    return record_of(2, nodes, rows_of_claims(kept), record.date)


def values(answer: EvaluationAnswer, method: str) -> list[float]:
    return [row["value"] or 0.0 for row in answer["rows"] if row["method"] == method]


def test_the_goal_is_reached_on_the_seed(answer: EvaluationAnswer) -> None:
    """recall@5, recall@10 and MRR of 0.50, 0.65, 0.36, and the interval against popularity clear of zero.

    The docs give the figures; MRR has little to spare, so that a few new claims may move it below.
    """
    assert all(np.array(values(answer, ORDER)) >= [0.50, 0.65, 0.34])
    assert all(row["low"] is not None and row["low"] > 0 for row in answer["rows"] if row["method"] == BETTER)


def test_knowing_less_is_never_better_and_chance_is_worst(answer: EvaluationAnswer) -> None:
    methods = (ORDER, STRICT, POPULAR, RANDOM)
    for order, strict, popular, drawn in zip(*(values(answer, method) for method in methods), strict=True):
        assert order > strict > popular > drawn


def test_every_member_of_a_committee_of_three_is_hidden_once(seed: Record) -> None:
    found = list(cases(seed))
    of_narcotics = [body for body in members(seed)["pk-iatf-narcotics"] if seed.is_living(body.partition(":")[2])]
    assert len([case for case in found if case.country == "PK"]) > len(of_narcotics) > 10
    for case in found:
        assert case.signs.shape == (len(case.known), len(WEIGHTS))
        assert 0 <= case.chosen < len(case.known)


def test_no_seat_tells_of_another(seed: Record) -> None:
    """The signs look at no membership at all, so the hidden one cannot give itself away."""
    less = without_memberships(seed)
    held, listed = mandates(seed, "PK"), frozenset(["pk-anf", "pk-fia"])
    assert np.array_equal(signs(seed, held, listed), signs(less, held, listed))


def test_contacts_of_unread_sources_tell_nothing(seed: Record) -> None:
    held, listed = mandates(seed, "PK"), frozenset(["pk-anf", "pk-fia"])
    contacts = list(WEIGHTS).index("recorded contacts with the list")
    known = signs(seed, held, listed)[:, contacts]
    assert known.sum() > 0
    assert signs(seed, held, listed, set(seed.claims.source.tolist()))[:, contacts].sum() == 0


def test_the_weights_are_those_that_the_seed_gives(seed: Record) -> None:
    """The record may grow; once they differ they are fitted anew with these lines, and the figures looked at again."""
    again = fitted([(case.signs, case.chosen) for case in cases(seed)])
    assert np.allclose(again, list(WEIGHTS.values()), atol=0.3)


def test_a_list_of_nobody_gives_no_order(seed: Record) -> None:
    held = mandates(seed, "PK")
    assert set(sits_with(seed, held, frozenset()).values()) == {0.0}


def test_ties_stand_at_their_middle() -> None:
    assert rank_of(np.array([3.0, 1.0, 1.0, 1.0, 0.0]), 2) == 3.0
    assert rank_of(np.array([3.0, 1.0]), 0) == 1.0


def test_a_choice_that_one_sign_decides_gives_it_weight() -> None:
    signs_of_three = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
    one, other = fitted([(signs_of_three, 0)] * 20)
    assert one > 1 > 0 > other


def test_the_interval_draws_clusters() -> None:
    values = np.array([0.0, 0.0, 1.0, 1.0])
    assert interval(values, ["a", "a", "a", "a"]) == (None, None)
    low, high = interval(values, ["a", "a", "b", "b"])
    assert (low, high) == (0.0, 1.0)
    assert interval(values, ["a", "b", "a", "b"]) == (0.5, 0.5)


def test_a_record_without_committees_has_no_figures() -> None:
    assert evaluate_who_else(record_of(1, [], []))["rows"] == []
