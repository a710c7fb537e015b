"""The chance that a contact is merely unrecorded, and who could close a gap."""

import pytest

from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.uncertainty import unrecorded
from graph.analysis.gaps.unrecorded import MOST, read_of
from graph.answers import Gap
from graph.record import Record
from tests.graph.analysis.gaps_toy import BOTH, body, member, network, tie, toy


def line(record: Record) -> Gap:
    (gap,) = [one for one in gaps(record, "PK")["gaps"] if {one["a"]["id"], one["b"]["id"]} == {"customs", "ozone"}]
    return gap


def test_with_too_little_read_twice_no_chance_is_given_and_why_is_said() -> None:
    chance = line(toy(*BOTH))["unrecorded"]
    assert (chance["low"], chance["high"]) == (None, None)
    assert chance["basis"].startswith("Not estimated: the official pages and the news share 0 contacts")


def test_a_reported_problem_is_no_question_of_chance() -> None:
    problem = tie("customs", "ozone", status="absent")
    assert line(toy(*BOTH, problem))["unrecorded"]["basis"].startswith("Not asked")


@pytest.mark.parametrize("country", ["PK", "LK", "TH", "TL"])
def test_the_chance_is_a_range_of_chances_with_its_basis(seed: Record, country: str) -> None:
    for gap in gaps(seed, country, top=40)["gaps"]:
        chance = gap["unrecorded"]
        assert chance["basis"].endswith(".")
        if chance["low"] is None or chance["high"] is None:
            assert gap["kind"].startswith("problem") or gap["kind"] in ("one-sided", "only a light contact")
        else:
            assert 0 <= chance["low"] <= chance["high"] < 1


def test_a_country_does_not_judge_itself(seed: Record) -> None:
    """The range for a pair of kinds rests on the other countries: counted once more by hand."""
    read = read_of(seed)
    assert read.recall is not None
    low, middle, high = read.recall
    others = {kinds: [n for code, n in by.items() if code != "LK"] for kinds, by in read.pairs.items()}
    of_all = sum(found for by in others.values() for _, found in by) / sum(n for by in others.values() for n, _ in by)
    such = others["agriculture", "customs"]
    share = (sum(found for _, found in such) + 5 * of_all) / (sum(n for n, _ in such) + 5)
    (gap,) = [g for g in gaps(seed, "LK")["gaps"] if g["b"]["id"] == "lk-doa" and g["a"]["id"] == "lk-customs"]
    chance = gap["unrecorded"]
    assert chance["low"] == round(unrecorded(share, high), 2)
    assert chance["high"] == round(unrecorded(min(share / middle, MOST), low), 2)


def test_a_body_in_contact_with_both_could_close_a_gap() -> None:
    record = toy(*BOTH, tie("customs", "police"), tie("ozone", "police"))
    assert [(one["what"], one["id"]) for one in line(record)["could_close"]] == [("organization", "police")]
    assert len(line(record)["could_close"][0]["claims"]) == 2
    half = toy(*BOTH, tie("customs", "police"))
    assert line(half)["could_close"] == []


def test_a_mechanism_in_which_both_sit_comes_first() -> None:
    forum = network("forum", "regional")
    many = [member(code, "forum") for code in ("IR", "AF", "CN", "IN", "BD", "NP", "BT", "LK")]
    both = (member("customs", "forum"), member("ozone", "forum"), *many)
    record = toy(*BOTH, *both, tie("customs", "police"), tie("ozone", "police"), things=(forum,))
    assert [one["what"] for one in line(record)["could_close"]] == ["network", "organization"]
    ended = network("forum", "regional", end_year="2020")
    assert [one["what"] for one in line(toy(*BOTH, *both, things=(ended,)))["could_close"]] == []


def test_a_forum_of_most_of_the_world_brings_no_two_of_its_members_together() -> None:
    both = (member("customs", "forum"), member("ozone", "forum"))
    small, large = (network("forum", "regional", note=f"{number} members") for number in (50, 177))
    assert [one["id"] for one in line(toy(*BOTH, *both, things=(small,)))["could_close"]] == ["forum"]
    assert line(toy(*BOTH, *both, things=(large,)))["could_close"] == []


def test_a_body_that_opens_no_door_closes_no_gap() -> None:
    agency = body("agency", "state-intelligence", "intelligence")
    record = toy(
        *BOTH, tie("customs", "agency"), tie("ozone", "agency"), bodies=(*toy().organizations.values(), agency)
    )
    assert line(record)["could_close"] == []
