"""Coordination that is recorded, reckoned by hand: age, committees after Newman, heads, events."""

import math

import pytest

from bench.contact import facts_of
from bench.gaps import assert_same
from bench.large import large
from bench.reference import severities
from graph.analysis.bodies.block import block
from graph.analysis.contacts import mechanisms
from graph.analysis.contacts.coordination import coordination
from graph.analysis.contacts.mechanisms import stated_members
from graph.analysis.gaps.screening import screening_of
from graph.model import Claim
from graph.record import Record
from tests.graph.analysis.gaps_toy import member, network, tie, toy, workshop


def value(record: Record, a: str = "customs", b: str = "ozone") -> float:
    seen = block(record, "PK")
    return float(coordination(seen).value[seen.service_place[a], seen.service_place[b]])


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({"since": "2025"}, 0.9),
        ({"since": "2015"}, 0.45),
        ({"since": "", "source": "gazette"}, 0.9),  # published 2024
        ({"since": "", "source": "old-page"}, 0.45),
        ({"since": "", "source": "undated"}, 0.45),
        ({"since": "2015", "until": "2020"}, 0.0),
        ({"standing": "episode", "since": "2026"}, 0.9 * 0.4),
        ({"standing": "episode", "since": "2024", "until": "2024"}, 0.9 * 0.4 * 0.6),
        ({"standing": "episode", "since": "2015"}, 0.0),
        ({"standing": "episode", "since": "", "source": "undated"}, 0.09),
        ({"standing": "planned"}, 0.0),
        ({"status": "absent"}, 0.0),
        ({"since": "2030"}, 0.0),
    ],
)
def test_a_contact_counts_by_its_kind_and_age(says: dict[str, str], expected: float) -> None:
    assert value(toy(tie("customs", "ozone", **says))) == pytest.approx(expected)


def test_a_contact_of_a_unit_is_one_of_its_service() -> None:
    assert value(toy(tie("customs-lab", "ozone"))) == pytest.approx(0.9)


def test_the_same_contact_from_two_sources_counts_once_and_two_kinds_both() -> None:
    once, again = tie("customs", "ozone"), tie("ozone", "customs", source="old-page")
    assert value(toy(once, again)) == pytest.approx(0.9)
    assert value(toy(once, tie("customs", "ozone", "training"))) == pytest.approx(1 - 0.1 * 0.7)


def seats(*names: str, **more: str) -> list[Claim]:
    return [member(name, "table", **more) for name in names]


def test_a_working_committee_is_contact() -> None:
    table = network("table")
    assert value(toy(*seats("customs", "ozone"), things=(table,))) == pytest.approx(0.8)
    nine = seats("customs", "ozone", "AF", "BD", "BN", "BT", "CN", "HK", "ID")
    assert value(toy(*nine, things=(table,))) == pytest.approx(0.8 * 6 / 8)
    assert value(toy(member("customs", "table"), member("ozone", "table", "observer"), things=(table,))) == (
        pytest.approx(0.4)
    )


def test_a_large_forum_is_diluted_by_its_size() -> None:
    """Newman (2001): a table of m adds 1 / (m - 1), two alone 1, with a third 1/2; both, as here, 1 - e^-1.5."""
    two, three = network("two", "regional"), network("three", "regional")
    pair = [member(name, "two") for name in ("customs", "ozone")]
    trio = [member(name, "three") for name in ("customs", "ozone", "police")]
    assert value(toy(*pair, things=(two,))) == pytest.approx(1 - math.exp(-1))
    assert value(toy(*trio, things=(three,))) == pytest.approx(1 - math.exp(-1 / 2))
    assert value(toy(*pair, *trio, things=(two, three))) == pytest.approx(1 - math.exp(-1.5))


def test_a_stated_number_of_members_counts_where_it_is_larger() -> None:
    stated = network("table", note="About 30 bodies; meets yearly")
    assert value(toy(*seats("customs", "ozone"), things=(stated,))) == pytest.approx(1 - math.exp(-1 / 29))
    assert stated_members("12th meeting 2019; 8 federal and provincial agencies of 3 ministries") == 8


def test_an_ended_network_and_an_ended_membership_hardly_count() -> None:
    ended = network("table", end_year="2020")
    assert value(toy(*seats("customs", "ozone"), things=(ended,))) == pytest.approx(0.8 * 0.2)
    assert value(toy(*seats("customs", "ozone", until="2020"), things=(network("table"),))) == 0


def test_a_seat_of_the_country_is_nobodys_contact() -> None:
    assert value(toy(*seats("customs", "PK"), things=(network("table"),))) == 0


def test_events_together_count_once() -> None:
    claims = [
        Claim(kind="participation", a=f"organization:{name}", b=f"event:{event}", role="participant", source="gazette")
        for event in ("first", "second")
        for name in ("customs", "customs-lab", "ozone")
    ]
    record = toy(*claims, things=(workshop("first", "2024"), workshop("second", "2025")))
    assert value(record) == pytest.approx(0.2)


def test_a_contact_of_the_head_counts_less_with_every_step() -> None:
    assert value(toy(tie("board", "ozone"))) == pytest.approx(0.7 * 0.9)
    assert value(toy(tie("finance", "ozone"))) == pytest.approx(0.7**2 * 0.9)


def test_one_ministry_is_a_little_coordination() -> None:
    assert value(toy(), "board", "customs") == pytest.approx(0.3)


@pytest.mark.parametrize("wide", [1, 4, 10**6])
def test_tables_of_many_and_of_few_are_summed_alike(wide: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pair by pair or as one product of matrices: the same formula, reckoned once more in plain loops."""
    facts = facts_of(large(1, 24))
    monkeypatch.setattr(mechanisms, "WIDE", wide)
    assert_same(screening_of(block(facts.record, "AA")), severities(facts, "AA"))
