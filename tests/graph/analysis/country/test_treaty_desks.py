"""Who answers for each agreement: recorded, not found, not a Party, or unknown, which is none of the others."""

import pytest

from graph import vocabulary
from graph.analysis.country.treaty_desks import desks_of, treaty_desks
from graph.answers import TreatyDesk
from graph.model import Claim, Country, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims

THINGS: list[Thing] = [
    Source(id="page", title="A page", kind="web page"),
    Country(id="PK", name="Pakistan"),
    Organization(id="pk-ministry", name="Climate Ministry", country="PK", kind="ministry", level="national"),
    Organization(id="pk-agency", name="Agency", country="PK", kind="environment-authority", level="national"),
    Organization(id="pk-old", name="Old Board", country="PK", kind="agriculture", until="2020", succeeded_by="pk-new"),
    Organization(id="pk-new", name="New Board", country="PK", kind="agriculture", since="2020"),
    Organization(id="pk-gone", name="Gone", country="PK", kind="agriculture", until="2020"),
]


def says(body: str, agreement: str, role: str, **more: str) -> Claim:
    a = f"organization:{body}" if body[0].islower() else f"country:{body}"
    values = {"kind": "responsibility", "a": a, "b": f"agreement:{agreement}", "role": role, "source": "page"}
    return Claim.of_values(values | more)


def desk(role: str, *said: Claim, date: str = "2026-11-25", agreement: str = "basel-convention") -> TreatyDesk:
    record = record_of(1, THINGS, rows_of_claims((claim, "batch") for claim in said), date)
    return next(d for d in treaty_desks(record, "PK") if d["agreement"] == agreement and d["role"] == role)


AUTHORITY = says("pk-agency", "basel-convention", "competent-authority")
POINT = says("pk-agency", "basel-convention", "national-focal-point")
PARTY = says("PK", "basel-convention", "party")


@pytest.mark.parametrize(
    ("said", "status", "claims"),
    [
        ([AUTHORITY], "recorded", [AUTHORITY]),
        ([AUTHORITY, PARTY], "recorded", [AUTHORITY]),
        ([PARTY], "not found", [PARTY]),
        ([POINT], "not found", [POINT]),
        ([], "unknown", []),
        ([says("PK", "basel-convention", "party", since="1994", until="2001")], "not a party", None),
        ([says("PK", "basel-convention", "party", since="2030")], "not a party", None),
        ([says("PK", "basel-convention", "party", since="1994", until="2001"), PARTY], "not found", None),
        ([says("pk-gone", "basel-convention", "competent-authority")], "not found", None),
        ([says("pk-agency", "basel-convention", "competent-authority", until="2001")], "unknown", []),
    ],
)
def test_the_status_of_a_desk(said: list[Claim], status: str, claims: list[Claim] | None) -> None:
    found = desk("Competent authority", *said)
    assert found["status"] == status
    assert bool(found["organizations"]) == (status == "recorded")
    if claims is not None:
        assert found["claims"] == [claim.id for claim in claims]


def test_two_desks_of_one_agreement_are_two_answers() -> None:
    assert desk("Focal point", AUTHORITY, POINT)["organizations"] == [{"id": "pk-agency", "name": "Agency"}]
    assert desk("Focal point", AUTHORITY)["status"] == "not found"


def test_an_ended_body_is_followed_by_its_successor_which_is_to_be_confirmed() -> None:
    found = desk("Competent authority", says("pk-old", "basel-convention", "competent-authority"))
    assert found["organizations"] == [{"id": "pk-new", "name": "New Board (follows Old Board; please confirm)"}]
    then = desk("Competent authority", says("pk-old", "basel-convention", "competent-authority"), date="2015")
    assert then["organizations"] == [{"id": "pk-old", "name": "Old Board"}]


def test_a_body_stands_before_the_ministry_that_holds_the_same_desk() -> None:
    ministry = says("pk-ministry", "basel-convention", "competent-authority")
    assert [o["id"] for o in desk("Competent authority", ministry, AUTHORITY)["organizations"]] == [
        "pk-agency",
        "pk-ministry",
    ]


def test_a_body_named_by_two_sources_stands_once() -> None:
    twice = says("pk-agency", "basel-convention", "competent-authority", since="1999")
    found = desk("Competent authority", AUTHORITY, twice)
    assert (len(found["organizations"]), len(found["claims"])) == (1, 2)


def test_a_focal_point_answers_where_an_agreement_has_no_desk_for_one() -> None:
    point = says("pk-agency", "cwc", "national-focal-point")
    assert desk("National authority", point, agreement="cwc")["status"] == "recorded"
    permits = says("pk-agency", "cwc", "licensing")
    assert desk("National authority", permits, agreement="cwc")["status"] == "not found"


def test_the_desks_of_eight_agreements_open_every_country(seed: Record) -> None:
    for country in seed.countries:
        desks = treaty_desks(seed, country)
        assert list(dict.fromkeys(d["agreement"] for d in desks)) == list(vocabulary.AGREEMENTS)
        assert len(desks) == sum(len(desks_of(agreement)) for agreement in vocabulary.AGREEMENTS) == 10
        assert all(seed.row_of_claim(claim) is not None for d in desks for claim in d["claims"])
        assert all(d["claims"] for d in desks if d["status"] != "unknown")


@pytest.mark.parametrize(
    ("agreement", "body"),
    [
        ("montreal-protocol", "pk-nou"),
        ("basel-convention", "pk-mocc"),
        ("rotterdam-convention", "pk-mocc"),
        ("stockholm-convention", "pk-mocc"),
        ("cites", "pk-cites-ma"),
        ("cartagena-protocol", "pk-nbc"),
    ],
)
def test_who_answers_in_pakistan(seed: Record, agreement: str, body: str) -> None:
    first = next(d for d in treaty_desks(seed, "PK") if d["agreement"] == agreement)
    assert (first["status"], first["organizations"][0]["id"]) == ("recorded", body)


def test_where_nobody_is_found_who_has_another_part_is_asked(seed: Record) -> None:
    """In Myanmar nobody is recorded as CITES management authority, but the Forest Department issues the permits."""
    desks = {(desk["agreement"], desk["role"]): desk for desk in treaty_desks(seed, "MM")}
    assert [body["id"] for body in desks["cites", "Management authority"]["ask"]] == ["mm-fd"]
    for code in seed.countries:
        for desk in treaty_desks(seed, code):
            assert not desk["ask"] or desk["status"] == "not found"
            assert all(seed.is_living(body["id"]) for body in desk["ask"])
