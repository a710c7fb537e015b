"""A route begins and ends with a seat: one's own, that of a unit, one's country's, or a contact's at home."""

import pytest

from graph.analysis.routes.routes import routes
from tests.graph.analysis.routes.routes_toy import HERE, THERE, body, member, network, record, sequences, shares, tie


def test_who_has_no_seat_begins_down_the_corridor() -> None:
    contact = tie("pk-here", "pk-desk", since="2014")
    known = record(network("a"), body("pk-desk"), member("pk-desk", "a"), member("th-there", "a"), contact)
    (route,) = routes(known, HERE, THERE)["routes"]
    (home,) = route["home"]
    assert (home["at"], home["tie"]["a"]["id"], home["tie"]["b"]["id"]) == ("start", "pk-here", "pk-desk")
    assert home["claims"] == [contact.id]
    assert route["steps"][0]["entry"]["id"] == "pk-desk"
    assert route["cost"] == 1.8
    (back,) = routes(known, THERE, HERE)["routes"]
    assert [(tie["at"], tie["tie"]["b"]["id"]) for tie in back["home"]] == [("end", "pk-here")]


@pytest.mark.parametrize(
    "more", [{"standing": "planned"}, {"status": "absent"}, {"until": "2020"}, {"since": "2027"}], ids=str
)
def test_a_contact_that_does_not_count_is_no_way_in(more: dict[str, str]) -> None:
    desk = body("pk-desk"), member("pk-desk", "a"), member("th-there", "a")
    answer = routes(record(network("a"), *desk, tie("pk-here", "pk-desk", **more)), HERE, THERE)
    assert answer["routes"] == []
    assert answer["why_none"] == "no memberships recorded"
    assert answer["would_help"] == "A contact between pk-here and pk-desk at home would open a route through Net a."


def test_an_episode_stays_a_recorded_contact_after_its_end() -> None:
    desk = body("pk-desk"), member("pk-desk", "a"), member("th-there", "a")
    contact = tie("pk-here", "pk-desk", standing="episode", since="2014-12", until="2014-12")
    assert len(routes(record(network("a"), *desk, contact), HERE, THERE)["routes"]) == 1


def test_a_contact_abroad_is_never_used_on_the_way() -> None:
    desk = body("in-desk"), member("in-desk", "a"), member("th-there", "a"), tie("pk-here", "in-desk")
    assert routes(record(network("a"), *desk), HERE, THERE)["routes"] == []


def test_a_unit_of_the_same_service_serves_but_only_presumably() -> None:
    unit = body("pk-unit", parent="pk-here"), member("pk-unit", "a"), member("th-there", "a")
    (route,) = routes(record(network("a"), *unit), HERE, THERE)["routes"]
    assert (route["steps"][0]["entry"]["id"], route["steps"][0]["entry"]["basis"]) == ("pk-unit", "presumed")
    assert route["home"] == []


def test_the_presumed_seat_is_dearer_and_says_so() -> None:
    known = record(network("a", seat=["customs"]), member("country:PK", "a"), member("th-there", "a", "observer"))
    (route,) = routes(known, HERE, THERE)["routes"]
    assert route["cost"] == 1.6
    assert route["steps"][0]["entry"]["basis"] == "presumed"
    onlooker = record(network("a", seat=["customs"]), member("country:PK", "a", "observer"), member("th-there", "a"))
    assert routes(onlooker, HERE, THERE)["routes"][0]["cost"] == 2.4


def test_a_mechanism_at_home_helps_and_a_third_countrys_does_not() -> None:
    desk = body("pk-desk"), member("pk-desk", "a"), member("th-there", "a")
    for country, ways in (("PK", [["home", "a"]]), ("IN", [])):
        home = network("home", scope="national", country=country)
        known = record(network("a"), home, *desk, member("pk-here", "home"), member("pk-desk", "home"))
        assert sequences(routes(known, HERE, THERE)) == ways


def test_two_bodies_of_one_country_meet_at_home() -> None:
    nets = network("abroad"), network("home", scope="national", country="PK")
    seats = [member(who, net.id) for who in ("pk-here", "pk-other") for net in nets]
    ties = tie("pk-here", "pk-both"), tie("pk-both", "pk-other")
    known = record(body("pk-other"), body("pk-both"), *nets, *seats, *ties)
    first, second = routes(known, HERE, "pk-other")["routes"]
    assert [tie["tie"]["b"]["id"] for tie in first["home"]] == ["pk-both", "pk-other"]
    assert [step["network"]["id"] for step in second["steps"]] == ["home"]


def test_an_ended_body_is_answered_by_its_successor() -> None:
    known = record(network("a"), body("pk-old", until="2020", succeeded_by="pk-here"), *shares("a"))
    answer = routes(known, "pk-old", THERE)
    assert (answer["from"]["id"], sequences(answer)) == ("pk-here", [["a"]])
