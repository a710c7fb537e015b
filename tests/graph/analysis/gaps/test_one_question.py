"""Lines that ask one question are one line; what a name denies is not presumed; who may have ended is asked after."""

import pytest

from graph.analysis.bodies.mandates import mandates
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.screening import screen
from graph.model import Organization
from graph.record import Record
from graph.rules import rules
from tests.graph.analysis.gaps_toy import BODIES, body, responsible, tie, toy

WASTE = "hazardous-waste"
UNIT = body("waste-unit", "environment-authority", "licensing", parent="environment")
CUSTOMS = responsible("customs", WASTE)
ABOVE = responsible("environment", WASTE, "licensing")
BELOW = responsible("waste-unit", WASTE, "licensing")
LICENSER = body("environment", "ministry", "policy", "licensing")
LAND = (*(one for one in BODIES if one.id != "environment"), LICENSER, UNIT)


def on_waste(record: Record) -> list[tuple[str, str]]:
    answer = gaps(record, "PK", WASTE)
    return [(gap["a"]["id"], gap["b"]["id"]) for gap in answer["gaps"] if "customs" in (gap["a"]["id"], gap["b"]["id"])]


def test_a_ministry_and_its_unit_are_asked_one_question_under_the_name_of_the_one_above() -> None:
    record = toy(CUSTOMS, ABOVE, BELOW, bodies=LAND)
    (line,) = [gap for gap in gaps(record, "PK", WASTE, recorded_only=True)["gaps"] if gap["a"]["id"] == "customs"]
    assert (line["b"]["id"], line["folded"]["pairs"]) == ("environment", 2)
    assert line["sentence"].endswith("The same question concerns The waste-unit.")


def test_two_units_of_one_ministry_are_asked_apart() -> None:
    other = body("air-unit", "environment-authority", "licensing", parent="environment")
    record = toy(CUSTOMS, BELOW, responsible("air-unit", WASTE, "licensing"), bodies=(*BODIES, UNIT, other))
    answer = gaps(record, "PK", WASTE, recorded_only=True)
    assert {gap["b"]["id"] for gap in answer["gaps"] if gap["a"]["id"] == "customs"} == {"waste-unit", "air-unit"}


def test_a_problem_with_the_unit_stays_a_line_of_its_own() -> None:
    problem = tie("customs", "waste-unit", status="absent")
    record = toy(CUSTOMS, ABOVE, BELOW, problem, bodies=LAND)
    pairs = on_waste(record)
    assert ("customs", "waste-unit") in pairs
    assert ("customs", "environment") in pairs


@pytest.mark.parametrize("country", ["PK", "JP", "MY", "KH", "VN"])
def test_every_expected_pair_that_is_not_found_stands_in_one_line(seed: Record, country: str) -> None:
    seen = screen(seed, country)
    stood = [pair for line in lines(seen) for pair in line.pairs if line.trace.kind != "confirmed: none"]
    own = {pair for pair in stood if pair in seen.problems}
    unknown = {pair for pair in seen.expected_pairs if seen.status(pair) == "not known"}
    assert unknown <= set(stood)
    assert len([pair for pair in stood if pair not in own]) == len({pair for pair in stood if pair not in own})


def test_who_stood_under_an_ended_ministry_is_to_be_confirmed() -> None:
    ended = body("old-ministry", "ministry", "policy", until="2024")
    unit = body("waste-unit", "environment-authority", "licensing", parent="old-ministry")
    record = toy(CUSTOMS, BELOW, bodies=(*BODIES, ended, unit))
    (line,) = [gap for gap in gaps(record, "PK", WASTE, recorded_only=True)["gaps"] if gap["b"]["id"] == "waste-unit"]
    assert line["sentence"].endswith(
        "Please confirm who answers today: The old-ministry, above The waste-unit, ended in 2024."
    )


def vets(name: str) -> Organization:
    return Organization(id="vets", name=name, country="PK", kind="agriculture", functions=("licensing",))


def weight(record: Record, theme: str) -> float:
    held = mandates(record, "PK")
    return float(held.weight[held.place["vets"], held.subject[theme]])


def test_a_name_can_deny_what_the_kind_presumes_but_not_what_a_source_says() -> None:
    assert weight(toy(bodies=(vets("Plant Protection"),)), "pesticides") == 0.8
    animals = (vets("Veterinary Services"),)
    assert weight(toy(bodies=animals), "pesticides") == 0
    assert weight(toy(responsible("vets", "pesticides"), bodies=animals), "pesticides") == 1


def test_an_agreement_on_two_subjects_counts_in_the_one_that_a_body_has() -> None:
    duty = responsible("vets", "rotterdam-convention", "designated-national-authority")
    for name, chemicals in (("Department of Agriculture", 0), ("Chemicals Board", 1)):
        record = toy(duty, bodies=(vets(name),))
        assert (weight(record, "pesticides"), weight(record, "chemicals")) == (1, chemicals)
        supported = mandates(record, "PK").support("vets", "chemicals")
        assert bool(supported) == bool(chemicals)


def test_every_rule_by_name_fits_a_body_of_the_seed_and_denies_what_its_kind_or_an_agreement_would_give(
    seed: Record,
) -> None:
    for rule in rules().without:
        names = [one.name.casefold() for one in seed.organizations.values() if one.kind == rule.kind]
        assert any(word in name for word in rule.words for name in names), rule
