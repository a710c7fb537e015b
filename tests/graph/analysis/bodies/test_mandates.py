"""Who answers for what: recorded before coded, lifted from agreements, in force on the date of the record."""

import pytest

from graph.analysis.bodies.mandates import mandates
from tests.graph.analysis.gaps_toy import BODIES, body, responsible, toy


def test_a_source_counts_for_one_and_a_kind_of_body_for_its_coded_weight() -> None:
    held = mandates(toy(responsible("customs", "wildlife")), "PK")
    customs = held.place["customs"]
    assert held.weight[customs, held.subject["wildlife"]] == 1
    assert held.basis("customs", "wildlife") == "recorded"
    assert held.weight[customs, held.subject["timber"]] == pytest.approx(0.6)
    assert held.basis("customs", "timber") == "coded"
    assert held.basis("customs", "maritime") is None


def test_an_agreement_is_lifted_to_its_theme_and_stays_named() -> None:
    record = toy(responsible("ozone", "montreal-protocol", "national-ozone-unit"))
    (support,) = mandates(record, "PK").support("ozone", "ozone-depleting-substances")
    assert support.agreement == "montreal-protocol"
    assert record.claim(support.row).a == "organization:ozone"


def test_what_has_ended_or_not_yet_begun_does_not_count() -> None:
    ended = responsible("finance", "wildlife", until="2019")
    future = responsible("finance", "timber", since="2030")
    held = mandates(toy(ended, future), "PK")
    assert held.subjects_of("finance") == []
    assert mandates(toy(ended, future).as_of("2018"), "PK").subjects_of("finance") == []  # read in 2024 only
    assert mandates(
        toy(responsible("finance", "wildlife", since="2010", until="2019")).as_of("2018"), "PK"
    ).subjects_of("finance") == ["wildlife"]


def test_an_ended_body_answers_for_nothing() -> None:
    record = toy(responsible("gone", "wildlife"), bodies=(*BODIES, body("gone", "wildlife", until="2020")))
    assert "gone" not in mandates(record, "PK").place


def test_recorded_themes_come_first() -> None:
    held = mandates(toy(responsible("customs", "biosafety")), "PK")
    assert held.subjects_of("customs")[:2] == ["biosafety", "customs-fraud"]
