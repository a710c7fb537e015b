"""Where no route is an answer: why, and which new contact would help."""

import pytest

from graph.analysis.routes.routes import routes
from graph.errors import UnknownName
from graph.record import Record
from tests.graph.analysis.routes.routes_toy import HERE, THERE, body, chained, member, network, record, sequences, tie


def test_why_there_is_none() -> None:
    known = record(network("a"), network("b"), body("pk-gone", until="2020"), member("pk-here", "a"),
                   member("th-there", "b"), body("pk-alone"))  # fmt: skip
    assert routes(known, HERE, HERE)["why_none"] == "same organization"
    assert routes(known, HERE, "customs@PK")["why_none"] == "same organization"
    assert routes(known, HERE, THERE)["why_none"] == "no connection"
    assert routes(known, "pk-alone", THERE)["why_none"] == "no memberships recorded"
    assert routes(known, "pk-gone", THERE)["why_none"] == "no memberships recorded"
    with pytest.raises(UnknownName, match="nobody"):
        routes(known, "nobody", THERE)


def test_what_would_help_is_a_new_contact_by_what_is_wanted() -> None:
    # Customs at home knows the desk already and both have a seat in "b", which does not lead there.
    nets = network("a"), network("b")
    known = record(*nets, body("pk-desk"), body("pk-new"), *(member(who, "b") for who in ("pk-here", "pk-desk")),
                   member("pk-new", "a"), member("th-there", "a"), tie("pk-here", "pk-desk"))  # fmt: skip
    assert routes(known, HERE, THERE)["would_help"] == (
        "A contact between pk-here and pk-new at home would open a route through Net a."
    )
    answer = routes(known, HERE, THERE, via=["b"])
    assert (answer["routes"], answer["why_none"], answer["would_help"]) == ([], "no connection", None)


def test_nobody_is_advised_to_meet_himself_or_whom_he_knows(seed: Record) -> None:
    for start, target in (("pk-customs", "th-customs"), ("pk-nou", "vn-customs")):
        answer = routes(seed, start, target, via=["sawen"])
        assert (answer["routes"], answer["why_none"], answer["would_help"]) == ([], "no connection", None)


def test_where_one_contact_would_not_do_two_are_named() -> None:
    desks = body("pk-desk"), body("th-desk"), member("pk-desk", "a"), member("th-desk", "a")
    known = record(*map(network, "abc"), *desks, member("pk-here", "b"), member("th-there", "c"))
    assert routes(known, HERE, THERE)["would_help"] == (
        "Two contacts at home, between pk-here and pk-desk in Pakistan and between th-there and th-desk in Thailand, "
        "would open a route through Net a."
    )


def test_a_contact_with_who_opens_no_door_is_no_advice() -> None:
    spies = body("pk-spies", kind="state-intelligence"), member("pk-spies", "a"), member("th-there", "a")
    assert routes(record(network("a"), *spies), HERE, THERE)["would_help"] is None


@pytest.mark.parametrize(("count", "found"), [(2, True), (3, True), (4, False)])
def test_more_than_three_networks_are_no_answer(count: int, found: bool) -> None:
    answer = routes(record(*chained(count)), HERE, THERE)
    assert [len(way) for way in sequences(answer)] == [count] * found
    assert answer["why_none"] == (None if found else "no connection")


def test_three_networks_and_a_contact_at_home_are_none_either_unless_asked_for() -> None:
    known = record(*chained(3), body("pk-alone"), tie("pk-alone", "pk-here"))
    assert routes(known, "pk-alone", THERE)["why_none"] == "no connection"
    assert len(routes(known, "pk-alone", THERE, via=["n1"])["routes"]) == 1


@pytest.mark.parametrize(
    ("start", "target"),
    [("vn-cites-ma", "pk-cites-ma"), ("pk-sepa", "th-customs"), ("pk-pak-epa", "sg-nea")],
)
def test_no_long_way_is_advice_but_what_would_help_is(seed: Record, start: str, target: str) -> None:
    answer = routes(seed, start, target)
    assert (answer["routes"], answer["why_none"]) == ([], "no connection")
    assert "RILO Asia/Pacific" in (answer["would_help"] or "")
