"""A route is told as a project officer would tell it, with what to confirm and what to ask."""

import pytest

from graph.analysis.routes.route_words import length_in_words, length_of, route_in_words, route_title
from graph.analysis.routes.routes import routes
from graph.answers import Route
from graph.record import Record


@pytest.fixture(scope="module")
def to_viet_nam(seed: Record) -> list[Route]:
    return routes(seed, "pk-nou", "vn-customs", k=3)["routes"]


def test_headlines(seed: Record, to_viet_nam: list[Route]) -> None:
    first, second, third = (route_in_words(seed, route) for route in to_viet_nam)
    assert first == (
        "Begin down the corridor. Pakistan Customs and Viet Nam Customs both have a seat in RILO Asia/Pacific. "
        "Both seats are presumed: please confirm."
    )
    assert second == (
        "Ozone Unit (Pakistan) has a seat in South Asia ozone officers; UNEP Compliance Assistance links it to South "
        "East Asia ozone officers, where Climate Change Department has a seat. Climate Change Department is in "
        "contact with Viet Nam Customs. Both seats are presumed: please confirm."
    )
    assert third.endswith("The seat of Pakistan is presumed: please confirm.")


def test_titles_and_lengths(seed: Record, to_viet_nam: list[Route]) -> None:
    assert [route_title(seed, route) for route in to_viet_nam] == [
        "By Pakistan Customs and RILO Asia/Pacific",
        "By South Asia ozone officers and South East Asia ozone officers",
        "By Pakistan Customs and WCO",
    ]
    assert [length_of(seed, route) for route in to_viet_nam] == ["short", "longer", "fallback"]
    assert [length_in_words(seed, route) for route in to_viet_nam] == [
        "short: one contact at home, one network",
        "longer: one contact at home, two networks",
        "fallback: one contact at home, one network, everybody is a member",
    ]


def test_a_silent_network_is_to_be_asked_about(seed: Record) -> None:
    route = routes(seed, "lk-cea", "sg-nea", via=["aecen"])["routes"][0]
    assert route_in_words(seed, route).endswith(
        "AECEN (compliance) was last heard of in 2011: ask whether it still runs."
    )
    assert length_in_words(seed, route) == "short: one network, silent"


def test_where_nobody_stands_out_who_may_hold_the_seat_instead_is_named(seed: Record) -> None:
    route = routes(seed, "pk-cites-ma", "in-wccb", k=1)["routes"][0]
    assert "That of Pakistan may be held by Climate Ministry instead." in route_in_words(seed, route)


def test_contacts_already_there(seed: Record) -> None:
    route = routes(seed, "vn-customs", "cn-gacc", k=1)["routes"][0]
    assert route_in_words(seed, route) == "Viet Nam Customs and China Customs are in contact already."
    assert (route_title(seed, route), length_in_words(seed, route)) == ("In contact already", "short: one contact")


def test_two_of_one_name_are_told_apart_by_their_countries(seed: Record) -> None:
    route = routes(seed, "bt-nou", "tl-nou", k=1)["routes"][0]
    assert "Ozone Unit (Bhutan)" in route_in_words(seed, route)
    assert "Ozone Unit (Timor-Leste)" in route_in_words(seed, route)
