"""Circles of the bodies with a role under one agreement, or at one site, and the link to customs."""

from graph.analysis.levels.at_site import at_site
from graph.analysis.levels.treaty import treaty
from graph.answers import TreatyGroup
from graph.model import Claim
from graph.record import Record
from tests.graph.analysis.gaps_toy import responsible, tie
from tests.graph.analysis.levels_toy import at, world

ROLES = (
    responsible("pk-wildlife", "cites", "management-authority"),
    responsible("pk-police", "cites", "enforcement"),
    responsible("ir-wildlife", "cites", "management-authority"),
)


def group(*claims: Claim) -> TreatyGroup:
    (found,) = treaty(world(*ROLES, *claims), "PK", "cites")["groups"]
    return found


def test_bodies_without_contact_are_circles_of_their_own() -> None:
    found = group()
    assert found["circles"] == [["pk-police"], ["pk-wildlife"]]
    assert (found["contacts_needed"], found["alone"], found["cohesion"]) == (1, ["pk-police", "pk-wildlife"], 0)
    assert found["customs"]["found"] is False


def test_a_contact_joins_circles_and_the_link_to_customs_names_whom_it_reaches() -> None:
    contact = tie("pk-wildlife", "pk-customs")
    found = group(tie("pk-police", "pk-wildlife"), contact)
    assert (found["circles"], found["contacts_needed"], found["cohesion"]) == ([["pk-police", "pk-wildlife"]], 0, 1)
    assert (found["customs"]["reached"], found["customs"]["claims"]) == (["pk-wildlife"], [contact.id])


def test_contacts_of_the_group_with_others_join_nothing() -> None:
    assert len(group(tie("pk-police", "ir-police"), tie("pk-wildlife", "ir-wildlife"))["circles"]) == 2


def test_between_countries_only_counts_are_given() -> None:
    answer = treaty(world(*ROLES, tie("pk-wildlife", "ir-wildlife")), agreement="cites")
    assert answer["focal_points"] == [{"agreement": "cites", "bodies": 3, "pairs": 2, "contacts": 1}]
    assert [one["country"]["id"] for one in answer["groups"]] == ["IR", "PK"]
    planned = tie("pk-wildlife", "ir-wildlife", standing="planned")
    assert treaty(world(*ROLES, planned), agreement="cites")["focal_points"][0]["contacts"] == 0


def test_a_role_that_has_ended_is_none() -> None:
    ended = responsible("pk-customs", "cites", "enforcement", until="2020")
    assert [body["id"] for body in group(ended)["bodies"]] == ["pk-police", "pk-wildlife"]


def test_both_sides_of_a_crossing_are_one_group() -> None:
    claims = [at("pk-customs", "gate"), at("pk-police", "gate"), at("ir-customs", "gate-west")]
    record = world(*claims, tie("pk-customs", "ir-customs"))
    for site in ("gate", "gate-west"):
        (found,) = at_site(record, site)["groups"]
        assert found["circles"] == [["ir-customs", "pk-customs"], ["pk-police"]]
        assert (found["contacts_needed"], [one["id"] for one in found["countries"]]) == (1, ["IR", "PK"])


def test_a_site_where_nobody_is_recorded_needs_no_contact() -> None:
    (found,) = at_site(world(), "gate")["groups"]
    assert (found["bodies"], found["circles"], found["contacts_needed"], found["cohesion"]) == ([], [], 0, None)


def test_the_seed_under_its_agreements(seed: Record) -> None:
    for found in treaty(seed)["groups"]:
        ids = [body["id"] for body in found["bodies"]]
        assert sorted(one for circle in found["circles"] for one in circle) == ids
        assert found["contacts_needed"] == len(found["circles"]) - 1
        assert all(seed.organizations[one].country == found["country"]["id"] for one in ids)
