"""From and to groups: the bodies of a kind in one country, in several, or in all."""

import pytest

from graph.analysis.names.groups import group_of
from graph.analysis.routes.routes import routes, routes_to_each
from graph.errors import UnknownName
from graph.model import Country
from graph.record import Record
from tests.graph.analysis.routes.routes_toy import HERE, body, member, network, record, sequences, shares


def test_a_secretariat_of_a_kind_does_not_stand_for_the_kind_in_all_countries() -> None:
    known = record(network("a"), body("oco", "INT", kind="customs"), member("oco", "a"), member("pk-here", "a"))
    assert group_of(known, "kind:customs").bodies == ("pk-here", "th-there")
    assert group_of(known, "customs@INT").bodies == ("oco",)


def test_the_bodies_of_a_country_are_left_out_of_all_countries() -> None:
    known = record(network("a"), Country(id="TH", name="Thailand"), *shares("a"))
    answer = routes(known, "kind:customs", "customs@TH")
    assert [route["steps"][0]["entry"]["id"] for route in answer["routes"]] == ["pk-here"]
    assert [route["steps"][0]["exit"]["id"] for route in routes(known, HERE, "kind:customs")["routes"]] == ["th-there"]
    assert routes(known, "kind:customs", "kind:customs")["why_none"] == "same organization"


@pytest.mark.parametrize("place", ["TH", "th", "Thailand", "THA"])
def test_the_country_of_a_group_is_known_by_its_names(seed: Record, place: str) -> None:
    group = group_of(seed, f"customs@{place}")
    assert (group.id, group.bodies) == ("customs@TH", ("th-customs",))


def test_a_group_of_no_country_is_refused(seed: Record) -> None:
    with pytest.raises(UnknownName, match="Atlantis"):
        group_of(seed, "customs@Atlantis")


def test_a_group_is_reached_by_its_best_member() -> None:
    country = Country(id="TH", name="Thailand")
    known = record(network("a"), network("b"), country, body("th-port", level="provincial"), member("pk-here", "a"),
                   member("pk-here", "b"), member("th-port", "a"), member("th-there", "b", "observer"))  # fmt: skip
    answer = routes(known, HERE, "customs@TH")
    assert answer["to"] == {"id": "customs@TH", "name": "customs of Thailand"}
    # A port's office is not the customs of the country.
    assert [route["steps"][-1]["exit"]["id"] for route in answer["routes"]] == ["th-there"]


def test_a_group_may_hold_several_countries_or_everybody_of_one() -> None:
    th, vn = Country(id="TH", name="Thailand"), Country(id="VN", name="Viet Nam")
    police = body("th-police", kind="police")
    known = record(
        network("a"),
        network("b"),
        th,
        vn,
        body("vn-customs"),
        police,
        *(member("pk-here", net) for net in "ab"),
        member("vn-customs", "a"),
        member("th-police", "b"),
    )
    both = routes(known, HERE, "customs@th,VN")
    assert (both["to"]["name"], sequences(both)) == ("customs of Thailand and Viet Nam", [["a"]])
    whole = routes(known, HERE, "country:TH")
    assert (whole["to"]["name"], sequences(whole)) == ("Thailand", [["b"]])
    with pytest.raises(UnknownName, match="MN"):
        routes(known, HERE, "customs@MN")


def test_the_best_route_to_each_of_a_group() -> None:
    seats = [member("pk-here", net) for net in "ab"] + [member("th-there", "a", "observer"), member("vn-customs", "b")]
    known = record(network("a"), network("b"), body("vn-customs"), body("la-customs"), *seats)
    answers = routes_to_each(known, HERE, "customs@TH,VN,LA")
    assert [(one["to"]["id"], sequences(one), one["why_none"]) for one in answers] == [
        ("vn-customs", [["b"]], None),
        ("th-there", [["a"]], None),
        ("la-customs", [], "no memberships recorded"),
    ]
