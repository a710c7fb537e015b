"""What the workshop slides name is in the record, with the slides as its source."""

import pytest

SLIDES = "seed-slides"
STAKEHOLDERS = [
    "Federal Board of Revenue",
    "Directorate General of Training and Research (Customs)",
    "Environmental Auditors and Inspectors",
    "Anti-Narcotics Force",
    "Federal Investigation Agency",
    "Frontier Constabulary",
    "Frontier Corps",
    "INTERPOL National Central Bureau",
    "National Highways and Motorway Police",
    "National Police Academy",
    "Pakistan Coast Guard",
    "Pakistan Railways Police",
    "Pakistan Rangers",
]
NETWORKS = {
    "ren": "Project REN",
    "arpec": "ARPEC",
    "patrol": "PATROL",
    "asian-network": "Asian Network",
    "sky-hole-patching": "Sky Hole Patching",
    "operation-demeter-ii": "DEMETER II",
    "seaport-inspection-month": "Seaport Inspection Month",
    "green-customs": "Green Customs",
    "hs2012-mea-training": "HS2012",
}
STEERING_GROUP = {  # the seat as the record words it, and its holder; None where the slides name no holder
    "Basel and Stockholm regional centre South-East Asia": "bcrc-sea",
    "Basel and Stockholm regional centre China": "bcrc-beijing",
    "Basel and Stockholm regional centre Teheran": "bcrc-scrc-iran",
    "WCO Regional Intelligence Liaison Office Asia/Pacific": "wco-rilo-ap",
    "WCO Regional Office for Capacity Building Asia/Pacific": "wco-rocb-ap",
    "INTERPOL": "interpol",
    "One national ozone officer": None,
    "One national chemicals and waste focal point": None,
    "One member from the coordinating agencies": None,
    "UNEP compliance assistance programme ROAP": "unep-cap-roap",
    "UNEP Chemicals": "unep-chemicals",
    "Project coordinator (a post)": None,
}
PILLARS = {"capacity-building", "networking", "joint-operations", "mea-synergies", "border-hotspots"}
Seed = dict[str, list[dict[str, str]]]


def from_slides(row: dict[str, str]) -> bool:
    return SLIDES in row["source_id"].split("|")


@pytest.mark.parametrize("stakeholder", STAKEHOLDERS)
def test_each_stakeholder_of_the_slide_is_one_body_of_pakistan(stakeholder: str, seed: Seed) -> None:
    def named(row: dict[str, str]) -> bool:
        return stakeholder.casefold() in {name.casefold() for name in (row["name"], *row["aliases"].split("|"))}

    found = [row for row in seed["organizations"] if row["country"] == "PK" and named(row)]
    assert [from_slides(row) for row in found] == [True]


@pytest.mark.parametrize(("network", "words"), NETWORKS.items())
def test_each_network_of_the_slides_is_found_by_its_words(network: str, words: str, seed: Seed) -> None:
    row = next(row for row in seed["networks"] if row["network_id"] == network)
    assert any(words.casefold() in row[column].casefold() for column in ("name", "acronym", "short_name"))
    assert from_slides(row)


def test_steering_group_of_project_ren_has_a_holder_or_says_that_none_is_recorded(seed: Seed) -> None:
    seats = [row for row in seed["seats"] if row["network_id"] == "ren" and row["role"] == "steering-group"]
    assert {row["seat"]: row["holder_id"] or None for row in seats} == STEERING_GROUP
    assert all(from_slides(row) for row in seats)


def test_observers_and_national_seats_of_project_ren(seed: Seed) -> None:
    others = [row for row in seed["seats"] if row["network_id"] == "ren" and row["role"] != "steering-group"]
    assert {(row["role"], row["holder_id"] or row["holder_kind"]) for row in others if from_slides(row)} == {
        ("observer", "brs-secretariat"),
        ("observer", "sida-thailand"),
        ("coordinating-agency", "customs"),
        ("partner-agency", "focal-point"),
    }


def test_every_recorded_holder_of_a_seat_is_a_member_of_the_network_too(seed: Seed) -> None:
    members = {(row["member_id"], row["network_id"], row["role"]) for row in seed["memberships"]}
    holders = {(row["holder_id"], row["network_id"], row["role"]) for row in seed["seats"] if row["holder_id"]}
    assert holders - members == set()


def test_activities_a_to_e_of_project_ren(seed: Seed) -> None:
    planned = [row for row in seed["activities"] if row["network_id"] == "ren" and row["code"]]
    assert [(row["code"], from_slides(row)) for row in planned] == [(code, True) for code in "ABCDE"]


def test_what_we_have_stands_against_the_pillars(seed: Seed) -> None:
    """The slides list running work under four pillars; for the fifth a network of theirs must stand."""
    have = {row["pillar"] for row in seed["activities"] if row["status"] == "running" and from_slides(row)}
    coded = {pillar for row in seed["networks"] if from_slides(row) for pillar in row["pillars"].split("|") if pillar}
    assert have == PILLARS - {"mea-synergies"}
    assert coded == PILLARS


def test_hs2012_workshops_were_held_in_bhutan_and_sri_lanka(seed: Seed) -> None:
    events = [row for row in seed["events"] if row["network_id"] == "hs2012-mea-training" and from_slides(row)]
    assert {row["country"] for row in events} == {"BT", "LK"}
