"""Who takes a message from one network to the next, and nobody twice."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.reach.different_bodies import different_bodies
from graph.analysis.routes.routes import routes
from graph.model import Organization
from tests.graph.analysis.routes.routes_toy import HERE, THERE, body, member, network, record, sequences


@pytest.mark.parametrize(
    ("carrier", "role", "crosses"),
    [
        (body("igo", "INT"), "member", True),
        (body("igo", "INT"), "donor", False),
        (body("giver", "INT", kind="donor"), "member", False),
        (body("in-lead"), "lead", True),
        (body("in-customs"), "member", False),
    ],
    ids=["international", "as a donor", "a donor", "a third country's lead", "a third country's member"],
)
def test_who_may_carry_a_message_between_networks(carrier: Organization, role: str, crosses: bool) -> None:
    seats = member("pk-here", "a"), member(carrier.id, "a", role), member(carrier.id, "b"), member("th-there", "b")
    known = record(network("a"), network("b"), carrier, *seats)
    assert bool(routes(known, HERE, THERE)["routes"]) == crosses


def test_a_country_that_is_in_both_networks_carries_nothing() -> None:
    seats = member("pk-here", "a"), member("country:IN", "a"), member("country:IN", "b"), member("th-there", "b")
    assert routes(record(network("a"), network("b"), *seats), HERE, THERE)["routes"] == []


def test_a_secretariat_without_a_membership_carries_too() -> None:
    nets = network("a", secretariat="igo"), network("b", secretariat="igo")
    answer = routes(record(*nets, body("igo", "INT"), member("pk-here", "a"), member("th-there", "b")), HERE, THERE)
    assert sequences(answer) == [["a", "b"]]
    assert answer["routes"][0]["steps"][0]["exit"]["id"] == "igo"


def test_networks_without_a_common_subject_pass_nothing_on() -> None:
    seats = member("pk-here", "a"), member("igo", "a"), member("igo", "b"), member("th-there", "b")
    for themes, crosses in (("wildlife", True), ("environmental-crime", True), ("terrorism", False)):
        known = record(network("a", themes=["wildlife"]), network("b", themes=[themes]), body("igo", "INT"), *seats)
        assert bool(routes(known, HERE, THERE)["routes"]) == crosses


def test_nobody_serves_twice_where_another_can_serve() -> None:
    # Both ways into b lead past one, who is the nearest to both tables; two can take the message from b to c.
    convened = [
        member("one", "b", "secretariat"),
        *(member("one", net) for net in "ac"),
        member("two", "b", "secretariat"),
    ]
    seats = [member("pk-here", "a"), member("th-there", "c"), *convened, member("two", "c")]
    known = record(*map(network, "abc"), body("one", "IN"), body("two", "JP"), *seats)
    (route,) = routes(known, HERE, THERE)["routes"]
    assert sequences(routes(known, HERE, THERE)) == [["a", "b", "c"]]
    assert [step["exit"]["id"] for step in route["steps"]] == ["one", "two", "th-there"]
    assert sequences(routes(known, HERE, THERE, avoid=["two"])) == []


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True), min_size=1, max_size=4))
def test_different_bodies_are_found_wherever_there_are_any(places: list[list[str]]) -> None:
    costs = [[(body, (ord(body) * (row + 3)) % 7 + 1.0) for body in bodies] for row, bodies in enumerate(places)]
    able = [choice for choice in product(*costs) if len({body for body, _ in choice}) == len(choice)]
    chosen = different_bodies(costs)
    if chosen is None:
        assert not able
        return
    taken = [row[place] for row, place in zip(costs, chosen, strict=True)]
    assert tuple(taken) in able
    assert sum(cost for _, cost in taken) == min(sum(cost for _, cost in choice) for choice in able)
