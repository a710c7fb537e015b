"""What an incomplete record says of itself, against values reckoned by hand."""

import pytest

from graph.analysis.contacts.collaboration import collaboration
from graph.analysis.gaps.uncertainty import chapman, closed, recall_of, unrecorded
from graph.model import Claim, Source
from graph.record import Record
from tests.graph.analysis.gaps_toy import BODIES, body, tie, toy


@pytest.mark.parametrize(("prior", "recall", "chance"), [(0.3, 0.5, 0.1765), (0.3, 0.9, 0.0411), (0.6, 0.2, 0.5455)])
def test_the_chance_that_a_contact_is_merely_unrecorded(prior: float, recall: float, chance: float) -> None:
    assert unrecorded(prior, recall) == pytest.approx(chance, abs=5e-5)


def test_a_whole_recall_leaves_no_chance_and_none_leaves_the_prior() -> None:
    assert unrecorded(0.4, 1.0) == unrecorded(1.0, 1.0) == 0
    assert unrecorded(1.0, 0.5) == 1
    assert unrecorded(0.4, 0.0) == pytest.approx(0.4)


def test_two_lists_estimate_the_whole() -> None:
    assert chapman(600, 400, 240) == pytest.approx(601 * 401 / 241 - 1)
    assert chapman(9, 9, 9) == pytest.approx(9)


def test_too_few_in_both_lists_give_no_number() -> None:
    assert chapman(40, 40, 4) is None


def test_three_equal_needs_one_met() -> None:
    found = closed([1, 1, 1], [1, 0, 0], [0, 0.2, 0.2])
    assert list(found or ()) == pytest.approx([0.4667, 0.1886], abs=5e-5)
    assert closed([], [], []) is None


def test_newmans_weights() -> None:
    assert collaboration([["a", "b"]]) == {("a", "b"): 1}
    assert collaboration([["a", "b", "c"]])["a", "b"] == 0.5
    assert collaboration([["b", "a"], ["a", "b", "c"]])["a", "b"] == 1.5
    assert collaboration([["a"], ["a", "a"]]) == {}


NEWS = Source(id="news", title="News", kind="news", published="2025")


def contacts_by(*kinds: str) -> Record:
    """Customs in contact with one police service after another; n: the news say so, o: an official page."""
    services = [body(f"police-{place}", "police") for place in range(len(kinds))]
    sources = {"n": "news", "o": "gazette"}
    claims: list[Claim] = [
        tie("customs", f"police-{place}", source=sources[one]) for place, kind in enumerate(kinds) for one in kind
    ]
    return toy(*claims, bodies=(*BODIES, *services), things=(NEWS,))


def test_recall_is_estimated_only_where_enough_was_read_twice() -> None:
    assert recall_of(contacts_by(*["no"] * 4, "n", "o"), "PK") is None
    # Of 6 and 6 contacts 5 are in both lists: 7 * 7 / 6 - 1 = 7.17 in all, 7 of them recorded.
    assert recall_of(contacts_by(*["no"] * 5, "n", "o"), "PK") == pytest.approx(7 / (49 / 6 - 1))
