"""A body folds into the highest one below its ministry or policy board."""

from graph.analysis.bodies.services import services
from graph.record import Record
from tests.graph.analysis.gaps_toy import BODIES, body, toy


def test_units_fold_below_the_policy_board() -> None:
    houses = services(toy(), "PK")
    assert houses.of["customs-lab"] == "customs"
    assert houses.services["customs"].bodies == ("customs", "customs-lab")
    assert houses.services["customs"].heads == ("board", "finance")
    assert houses.services["customs"].ministry == houses.services["finance"].ministry == "finance"
    assert houses.of["board"] == "board"
    assert houses.services["customs"].stages == ("border-control", "inspection", "laboratory")


def test_an_ended_body_is_in_no_service_and_its_units_follow_the_successor() -> None:
    old = body("old", "anti-narcotics", "investigation", until="2020", succeeded_by="police")
    unit = body("unit", "anti-narcotics", "investigation", parent="old")
    houses = services(toy(bodies=(*BODIES, old, unit)), "PK")
    assert "old" not in houses.of
    assert houses.of["unit"] == "police"


def test_a_circle_of_parents_ends() -> None:
    ring = (body("a", "police", parent="b"), body("b", "police", parent="a"))
    assert set(services(toy(bodies=ring), "PK").of) == {"a", "b"}


def test_provincial_bodies_of_one_kind_are_sisters() -> None:
    houses = services(toy(), "PK")
    assert houses.services["east-epa"].sisters == houses.services["west-epa"].sisters == "environment-authority"
    assert houses.services["customs"].sisters == ""


def test_the_customs_of_the_seed_is_one_house(seed: Record) -> None:
    houses = services(seed, "PK")
    assert {houses.of[unit] for unit in ("pk-dgtr", "pk-customs-lab", "pk-dgii-customs")} == {"pk-customs"}
    assert houses.of["pk-fbr"] == "pk-fbr"
