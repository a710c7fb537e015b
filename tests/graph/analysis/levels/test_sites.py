"""The sites of a country: each crossing once, whichever side's row it is, and those with nobody recorded too."""

from graph.analysis.levels.at_site import at_site
from graph.analysis.levels.sites import sites_of
from graph.model import Organization, Site
from tests.graph.analysis.levels_toy import at, world

PORT = Site(id="port", name="A port", kind="seaport", country="PK")


def test_a_crossing_stands_once_with_the_bodies_of_both_sides_and_empty_sites_last() -> None:
    record = world(at("pk-customs", "gate"), at("ir-customs", "gate-west"), things=(PORT,))
    found = [(group["site"]["id"], [body["id"] for body in group["bodies"]]) for group in sites_of(record, "PK")]
    assert found == [("gate", ["ir-customs", "pk-customs"]), ("port", [])]
    assert [group["site"]["id"] for group in sites_of(record, "IR")] == ["gate"]
    assert sites_of(record, "AF") == []


def test_a_site_of_ones_own_bodies_stands_before_a_fuller_one_of_the_neighbours() -> None:
    there = (at("ir-customs", "gate-west"), at("ir-police", "gate-west"), at("pk-customs", "port"))
    record = world(*there, things=(PORT,))
    assert [group["site"]["id"] for group in sites_of(record, "PK")] == ["port", "gate"]
    assert [group["site"]["id"] for group in sites_of(record, "IR")] == ["gate"]


def test_joint_offices_and_followers_of_ended_bodies_are_there_without_being_a_side_of_a_contact() -> None:
    office = Organization(id="office", name="Liaison office", country="PK", kind="coordination-body")
    old = Organization(id="old", name="Old agency", country="PK", kind="agriculture", until="2019", succeeded_by="new")
    new = Organization(id="new", name="New agency", country="PK", kind="agriculture")
    record = world(at("office", "gate"), at("old", "gate"), things=(office, old, new))
    (group,) = at_site(record, "gate")["groups"]
    assert (group["bodies"], group["circles"]) == ([], [])
    names = [one["name"] for one in group["others"]]
    assert names == ["Liaison office", "New agency (follows Old agency; please confirm)"]
    assert all(one["claims"] for one in group["others"])
    assert [country["id"] for country in group["silent"]] == ["IR"]
