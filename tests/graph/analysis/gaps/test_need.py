"""Need, reckoned by hand on the toy: mandates, stages, provinces, coast and sites."""

import pytest

from graph.analysis.bodies.block import block
from graph.analysis.gaps.need import need
from graph.model import Claim, Country
from graph.record import Record, record_of, rows_of_claims
from tests.graph.analysis.gaps_toy import BODIES, BOTH, SOURCES, TODAY, body, post, responsible, toy


def value(record: Record, a: str, b: str, theme: str = "", recorded_only: bool = False) -> float:
    seen = block(record, "PK")
    return float(need(seen, theme, recorded_only).value[seen.service_place[a], seen.service_place[b]])


def test_two_recorded_mandates_at_consecutive_steps() -> None:
    assert value(toy(*BOTH), "customs", "ozone") == value(toy(*BOTH), "ozone", "customs") == pytest.approx(0.8)


def test_a_presumed_mandate_weighs_less_and_can_be_left_out() -> None:
    record = toy(BOTH[1])
    assert value(record, "customs", "ozone") == pytest.approx(0.8 * 0.6)
    assert value(record, "customs", "ozone", recorded_only=True) == 0


def test_the_second_reason_adds_half_of_what_is_left() -> None:
    record = toy(*BOTH, responsible("customs", "wildlife"), responsible("ozone", "wildlife"))
    assert value(record, "customs", "ozone") == pytest.approx(1 - 0.2 * 0.6)
    assert value(record, "customs", "ozone", "wildlife") == pytest.approx(0.8)


def test_bodies_of_one_kind_and_authorities_of_one_role_are_sisters() -> None:
    police = (*BODIES, body("other-police", "police", "prosecution"))
    claims = (responsible("police", "arms"), responsible("other-police", "arms"))
    assert value(toy(*claims, bodies=police), "police", "other-police", "arms") == pytest.approx(0.8 * 0.3)
    authorities = [responsible(name, "cites", "management-authority") for name in ("customs", "ozone")]
    assert value(toy(*authorities), "customs", "ozone", "wildlife") == pytest.approx(0.8 * 0.3)


def test_provinces_apart_hardly_meet() -> None:
    west = body("west-police", "police", "investigation", level="provincial", area="PK-PB")
    claims = (responsible("east-epa", "wildlife"), responsible("west-police", "wildlife"))
    found = value(toy(*claims, bodies=(*BODIES, west)), "east-epa", "west-police", "wildlife")
    assert found == pytest.approx(0.8 * 0.1 * 0.3)


@pytest.mark.parametrize(("coast", "expected"), [("yes", 0.8), ("no", 0.0)])
def test_a_maritime_reason_needs_a_coast(coast: str, expected: float) -> None:
    claims = (responsible("customs", "maritime"), responsible("ozone", "maritime"))
    nodes = (Country(id="PK", name="Toyland", coast=coast), *SOURCES, *BODIES)
    record = record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), TODAY)
    assert value(record, "customs", "ozone", "maritime") == pytest.approx(expected)


def test_working_at_one_site_is_a_reason_unless_it_is_a_joint_teams() -> None:
    def at(name: str, through: str = "") -> Claim:
        return Claim(
            kind="presence", a=f"organization:{name}", b="site:gate", role="", through=through, source="gazette"
        )

    assert value(toy(at("finance"), at("ozone"), things=(post("gate"),)), "finance", "ozone") == pytest.approx(0.5)
    hotspot = toy(at("finance"), at("ozone"), things=(post("gate", "hotspot"),))
    assert value(hotspot, "finance", "ozone") == pytest.approx(0.7)
    assert value(toy(at("finance", "team"), at("ozone"), things=(post("gate"),)), "finance", "ozone") == 0


def test_committees_donors_and_groups_are_no_party() -> None:
    others = (body("committee", "coordination-body", "licensing"), body("fund", "donor", "licensing"))
    group = body("inspectors", "inspectorate", "licensing", note="Generic group; no single body")
    claims = [
        responsible(name, "ozone-depleting-substances") for name in ("customs", "committee", "fund", "inspectors")
    ]
    record = toy(*claims, bodies=(*BODIES, *others, group))
    assert [value(record, "customs", name) for name in ("committee", "fund", "inspectors")] == [0, 0, 0]


def test_no_contact_is_expected_along_a_line_of_command() -> None:
    claims = [responsible(name, "ozone-depleting-substances") for name in ("ozone", "environment")]
    seen = block(toy(*claims), "PK")
    found = need(seen)
    pair = sorted((seen.service_place["ozone"], seen.service_place["environment"]))
    assert found.value[pair[0], pair[1]] >= 0.4
    assert not found.expected[pair[0], pair[1]]
