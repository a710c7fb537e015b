"""The sites of a country: each crossing once, whichever side's row it is, and those with nobody recorded too."""

from graph.analysis.levels.sites import sites_of
from graph.model import Site
from tests.graph.analysis.levels_toy import at, world

PORT = Site(id="port", name="A port", kind="seaport", country="PK")


def test_a_crossing_stands_once_with_the_bodies_of_both_sides_and_empty_sites_last() -> None:
    record = world(at("pk-customs", "gate"), at("ir-customs", "gate-west"), things=(PORT,))
    found = [(group["site"]["id"], [body["id"] for body in group["bodies"]]) for group in sites_of(record, "PK")]
    assert found == [("gate", ["ir-customs", "pk-customs"]), ("port", [])]
    assert [group["site"]["id"] for group in sites_of(record, "IR")] == ["gate"]
    assert sites_of(record, "AF") == []
