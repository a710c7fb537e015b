"""Customs services of neighbours, and crossings of which both sides are recorded."""

from dataclasses import replace

import pytest

from graph.analysis.gaps.decisions import decide
from graph.analysis.levels.cross_border import cross_border
from graph.analysis.levels.crossings import UNJUDGED
from graph.model import Network
from graph.record import Record
from tests.graph.analysis.gaps_toy import TODAY, member, tie
from tests.graph.analysis.levels_toy import OTHER_SIDE, at, world


def pairs(record: Record, country: str = "") -> list[tuple[str, str, str]]:
    return [(gap["a"]["id"], gap["b"]["id"], gap["kind"]) for gap in cross_border(record, country)["gaps"]]


def test_neighbours_are_expected_to_be_in_contact_whoever_names_the_other() -> None:
    expected = [
        ("af-customs", "ir-customs", "no recorded contact"),
        ("ir-customs", "pk-customs", "no recorded contact"),
    ]
    assert pairs(world()) == expected
    assert pairs(world(), "PK") == [("pk-customs", "ir-customs", "no recorded contact")]
    assert pairs(world(), "IR") == [
        ("ir-customs", "af-customs", "no recorded contact"),
        ("ir-customs", "pk-customs", "no recorded contact"),
    ]
    assert cross_border(world())["contacts"]["expected"] == 2


def test_a_contact_of_customs_is_found_and_one_of_the_police_is_not() -> None:
    assert pairs(world(tie("pk-customs", "ir-customs")), "PK") == []
    assert pairs(world(tie("pk-police", "ir-police")), "PK") == [("pk-customs", "ir-customs", "no recorded contact")]


def test_a_contact_with_a_country_names_no_body() -> None:
    to_country = replace(tie("pk-customs", "ir-customs"), b="country:IR")
    assert len(pairs(world(to_country), "PK")) == 1


def test_a_problem_is_shown_with_publisher_and_moves_down_when_a_contact_is_younger() -> None:
    problem = tie("pk-customs", "ir-customs", status="absent", since="2025-01")
    (gap,) = cross_border(world(problem), "PK")["gaps"]
    assert (gap["kind"], "The Gazette, 2024-05-01" in gap["sentence"]) == ("problem reported", True)
    (gap,) = cross_border(world(problem, tie("pk-customs", "ir-customs", since="2026")), "PK")["gaps"]
    assert gap["kind"] == "problem reported, contact recorded since"


def test_the_citation_is_the_duty_across_borders() -> None:
    (gap,) = cross_border(world(), "PK")["gaps"]
    assert gap["citation"] == "WTO Trade Facilitation Agreement, article 8.2"
    assert "Eastland and Westland are neighbours, and their customs services are " in gap["sentence"]


def test_where_no_customs_is_recorded_nothing_is_said() -> None:
    answer = cross_border(world(countries=("PK", "IR")), "IR")
    assert [gap["b"]["id"] for gap in answer["gaps"]] == ["pk-customs"]
    assert {"id": "AF", "name": "Farland", "why": "no customs service is recorded"} in answer["cannot_be_judged"]


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ((), "no body recorded"),
        ((at("pk-police", "gate"),), "other side not recorded"),
        ((at("pk-police", "gate"), at("ir-police", "gate-west", "wen")), "no recorded contact"),
        ((at("pk-police", "gate"), at("ir-police", "gate-west")), "no recorded contact"),
        ((at("pk-police", "gate"), at("ir-police", "gate"), tie("pk-police", "ir-police")), "contact recorded"),
    ],
)
def test_a_crossing_is_judged_only_where_both_sides_are_recorded(claims: tuple[object, ...], status: str) -> None:
    answer = cross_border(world(*claims), "PK")  # type: ignore[arg-type]
    (crossing,) = answer["crossings"]
    assert (crossing["site"]["id"], crossing["status"]) == ("gate", status)
    unjudged = [one["why"] for one in answer["cannot_be_judged"] if one["id"] == "gate"]
    assert unjudged == ([status] if status in ("no body recorded", "other side not recorded") else [])


def test_what_two_sides_of_a_crossing_once_did_is_not_denied() -> None:
    once = tie("pk-police", "ir-police", "liaison", standing="episode", since="2010-07-19", until="2010-07-23")
    (crossing,) = cross_border(world(at("pk-police", "gate"), at("ir-police", "gate"), once), "PK")["crossings"]
    assert crossing["status"] == "no standing contact recorded"
    assert crossing["said"] == "Worked together in 2010 (liaison), no standing arrangement found"
    assert len(crossing["claims"]) == 1


def test_a_crossing_names_the_networks_at_borders_in_which_both_countries_are() -> None:
    border = Network(
        id="border", name="Border talks", kind="network", scope="subregional", pillars=("border-hotspots",)
    )
    talks = (border, replace(border, id="far", name="Far talks"), replace(border, id="world", scope="global"))
    seats = [member(code, name) for code in ("PK", "IR") for name in ("border", "world")]
    (crossing,) = cross_border(world(*seats, member("PK", "far"), things=talks), "PK")["crossings"]
    assert [one["id"] for one in crossing["meet_in"]] == ["border"]


@pytest.mark.parametrize(
    ("name", "seen_from_west"), [("Westpost", "Westpost / The gate"), ("The gate, west", "The gate, west")]
)
def test_a_crossing_has_the_names_of_both_sides_and_the_readers_own_first(name: str, seen_from_west: str) -> None:
    record = world(things=(replace(OTHER_SIDE, name=name),))  # in place of the row of the same id
    east, west = (cross_border(record, code)["crossings"][0] for code in ("PK", "IR"))
    assert [[side["country"]["id"] for side in one["sides"]] for one in (east, west)] == [["PK", "IR"], ["IR", "PK"]]
    assert west["site"]["name"] == seen_from_west
    assert east["site"]["name"].startswith("The gate")


def test_what_both_sides_decide_across_a_border_is_followed() -> None:
    record = world()
    batch = decide(record, "pk-customs", "ir-customs", "not-applicable", said_on=TODAY, at=f"{TODAY}T08:00:00Z")
    claims = [change.after for change in batch.changes if change.after and change.after.node == "claim"]
    source = [change.after for change in batch.changes if change.after and change.after.node == "source"]
    answer = cross_border(world(*claims, things=tuple(source)), "PK")  # type: ignore[arg-type]
    assert (answer["gaps"], answer["not_applicable"]) == ([], 1)


def test_the_seed_at_its_borders(seed: Record) -> None:
    answer = cross_border(seed, top=1000)
    ends = [{gap["a"]["id"], gap["b"]["id"]} for gap in answer["gaps"]]
    assert {"pk-customs", "in-cbic"} in ends
    assert len(answer["gaps"]) == answer["contacts"]["expected"] - answer["contacts"]["found"]
    judged = [one["site"]["id"] for one in answer["crossings"] if one["status"] not in UNJUDGED]
    assert {"attapeu-kontum", "mae-sai", "pk-taftan", "pk-torkham"} <= set(judged)
    assert not {"in-attari", "poipet"} & {one["site"]["id"] for one in answer["crossings"]}  # the other end of a row
