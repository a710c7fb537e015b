"""Routes are the shortest ways through networks that a project officer would follow, each with what it rests on."""

import pytest

from graph.analysis.routes.routes import routes
from graph.errors import InputError, UnknownName
from tests.graph.analysis.routes.routes_toy import (
    HERE,
    THERE,
    body,
    chained,
    member,
    network,
    record,
    sequences,
    shares,
    tie,
)


def test_a_shared_network_is_one_step_with_both_claims() -> None:
    (route,) = routes(record(network("a"), *shares("a")), HERE, THERE)["routes"]
    (step,) = route["steps"]
    assert (step["status"], step["last_heard"], route["cost"], route["home"]) == ("active", None, 1.0, [])
    assert step["entry"] == {
        "id": "pk-here",
        "name": "pk-here",
        "basis": "recorded",
        "claims": [member("pk-here", "a").id],
    }
    assert step["exit"]["claims"] == [member("th-there", "a").id]


def test_living_before_silent_and_ended_only_on_request() -> None:
    heard = [member("pk-here", "quiet", since="2012"), member("th-there", "quiet")]
    known = record(network("quiet"), network("alive"), network("over", end_year="2018"), *heard,
                   *shares("alive", "over"))  # fmt: skip
    answer = routes(known, HERE, THERE)
    assert sequences(answer) == [["alive"], ["quiet"]]
    assert answer["routes"][1]["steps"][0]["last_heard"] == "2012"
    assert [route["cost"] for route in answer["routes"]] == [1.0, 2.0]
    everything = routes(known, HERE, THERE, include_ended=True)
    assert {tuple(way) for way in sequences(everything)} == {("alive",), ("quiet",), ("over",)}
    assert sequences(routes(known.as_of("2017"), HERE, THERE))[0] in (["alive"], ["over"])


def test_avoid_and_via_take_networks_and_bodies() -> None:
    known = record(network("a"), network("b"), network("c"), body("igo", "INT"), *shares("a"),
                   member("pk-here", "b"), member("igo", "b"), member("igo", "c"), member("th-there", "c"))  # fmt: skip
    assert sequences(routes(known, HERE, THERE)) == [["a"], ["b", "c"]]
    assert sequences(routes(known, HERE, THERE, avoid=["a"])) == [["b", "c"]]
    assert sequences(routes(known, HERE, THERE, avoid=["organization:igo"])) == [["a"]]
    assert sequences(routes(known, HERE, THERE, via=["network:c"])) == [["b", "c"]]
    assert sequences(routes(known, HERE, THERE, via=["igo"])) == [["b", "c"]]
    assert sequences(routes(known, HERE, THERE, via=["a"])) == [["a"]]
    with pytest.raises(UnknownName, match="nowhere"):
        routes(known, HERE, THERE, avoid=["nowhere"])


def test_a_network_on_the_theme_comes_before_an_equal_one_on_another() -> None:
    known = record(network("a", themes=["narcotics"]), network("b", themes=["wildlife"]), *shares("a", "b"))
    assert sequences(routes(known, HERE, THERE)) == [["a"], ["b"]]
    assert sequences(routes(known, HERE, THERE, theme="wildlife")) == [["b"], ["a"]]


def test_what_the_whole_world_is_in_comes_last_but_keeps_a_place() -> None:
    seats = [member("pk-here", net, "observer") for net in "abc"] + [member("th-there", net) for net in "abc"]
    known = record(*map(network, "abc"), network("world", scope="global"), *seats, *shares("world"))
    assert routes(known, HERE, THERE)["routes"][-1]["cost"] == 1.3
    assert [way[0] == "world" for way in sequences(routes(known, HERE, THERE, k=3))] == [False, False, True]
    assert sequences(routes(known, HERE, THERE, k=1)) == [["a"]]


def test_the_smaller_circle_comes_first_of_two_alike() -> None:
    others = [body(f"in-{number}") for number in range(3)]
    known = record(network("a"), network("b"), *others, *(member(other.id, "a") for other in others), *shares("a", "b"))
    assert sequences(routes(known, HERE, THERE)) == [["b"], ["a"]]


def test_a_contact_already_there_comes_first() -> None:
    contact = tie("pk-here", "th-there")
    first, second = routes(record(network("a"), *shares("a"), contact), HERE, THERE)["routes"]
    assert (first["steps"], first["home"][0]["claims"]) == ([], [contact.id])
    assert second["steps"]


def test_the_network_that_both_are_in_comes_before_a_livelier_one_by_a_contact_at_home() -> None:
    quiet, lively = network("quiet", themes=["wildlife"]), network("lively", themes=["wildlife"])
    heard = [member(who, "quiet", since="1999", role="observer") for who in ("pk-here", "th-there")]
    known = record(quiet, lively, body("pk-next"), *heard, tie("pk-here", "pk-next"),
                   member("pk-next", "lively"), member("th-there", "lively"))  # fmt: skip
    answer = routes(known, HERE, THERE)
    assert sequences(answer) == [["quiet"], ["lively"]]
    assert answer["routes"][0]["cost"] > answer["routes"][1]["cost"]


def test_whom_everybody_knows_is_asked_before_strangers_on_a_dearer_detour() -> None:
    desks = [item for who in ("pk", "th") for item in (body(f"{who}-desk"), member(f"{who}-desk", "a"))]
    ties = tie("pk-here", "pk-desk"), tie("th-there", "th-desk")
    known = record(network("a"), network("world", scope="global"), *desks, *ties, *shares("world"))
    assert sequences(routes(known, HERE, THERE)) == [["world"], ["a"]]
    two = record(network("world", scope="global"), *chained(2), *shares("world"))
    assert sequences(routes(two, HERE, THERE)) == [["world"], ["n0", "n1"]]


def test_fewer_than_one_route_is_no_question() -> None:
    with pytest.raises(InputError, match="at least one"):
        routes(record(network("a"), *shares("a")), HERE, THERE, k=0)


def test_whoever_asks_for_more_than_usual_sees_the_long_ways_as_well() -> None:
    chain = [member("igo", net) for net in ("b", "c")]
    known = record(*map(network, "abc"), body("igo", "INT"), *shares("a"), member("pk-here", "b", "observer"),
                   member("th-there", "c", "observer"), *chain)  # fmt: skip
    assert sequences(routes(known, HERE, THERE)) == [["a"]]
    assert sequences(routes(known, HERE, THERE, k=6)) == [["a"], ["b", "c"]]
