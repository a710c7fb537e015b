"""The smallest set of networks that gets to everybody who can be reached, with who stays out and why."""

import pytest

from graph.analysis.reach.reach import Demand, plan_reach, reach
from graph.analysis.reach.reach_target import Wish
from graph.errors import InputError, UnknownName
from graph.model import Organization
from tests.graph.analysis.reach.reach_toy import (
    COUNTRIES,
    WIDE,
    chosen,
    customs,
    member,
    network,
    out,
    record,
    sits,
    tie,
)


def test_the_smallest_set_with_what_each_adds_and_the_claims_behind_it() -> None:
    known = record(*WIDE)
    answer = reach(known, "kind:customs")
    assert (chosen(answer), answer["cost"], answer["bound"], answer["proven"]) == (["a", "c"], 2.0, 2.0, True)
    first = answer["networks"][0]
    claim = member("pk-customs", "a").id
    assert first["adds"][0] == {"id": "pk-customs", "name": "pk-customs", "claims": [claim], "basis": "recorded"}
    assert [[one["id"] for one in net["adds"]] for net in answer["networks"]] == [
        ["pk-customs", "th-customs"],
        ["la-customs", "vn-customs"],
    ]
    assert (answer["unreached"], answer["optima"]) == ([], [["a", "c"]])


def test_a_group_of_countries_or_several_groups() -> None:
    known = record(*WIDE)
    assert chosen(reach(known, "customs@TH,VN")) == ["b"]
    assert chosen(reach(known, "customs@TH", "organization:vn-customs")) == ["b"]
    with pytest.raises(UnknownName, match="nobody"):
        reach(known, "nobody")


def test_the_seat_of_ones_country_is_presumed_ones_own() -> None:
    known = record(network("a", seat=["customs"]), member("PK", "a"), *sits("a", "TH"))
    adds = reach(known, "customs@PK,TH")["networks"][0]["adds"]
    assert [(one["id"], one["basis"]) for one in adds] == [("pk-customs", "presumed"), ("th-customs", "recorded")]
    assert adds[0]["claims"] == [member("PK", "a").id]


def test_who_stays_out_and_why() -> None:
    known = record(
        network("a"), network("over", end_year="2019"), customs("LA", until="2020"), *sits("a", "PK"),
        *sits("over", "TH"), member("VN", "a"),
    )  # fmt: skip
    assert out(plan_reach(known, ["kind:customs", "la-customs"]).answer) == {
        "th-customs": "only in networks that have ended: Net over",
        "vn-customs": "in no network by name; its country is in Net a, but who sits there is not recorded",
        "la-customs": "ended in 2020, and no successor is recorded",
    }
    ruled_out = plan_reach(known, ["customs@PK"], Wish(never=frozenset({"a"}))).answer
    assert (out(ruled_out), ruled_out["cost"], ruled_out["proven"]) == (
        {"pk-customs": "only in networks that were ruled out: Net a"}, 0.0, True)  # fmt: skip
    assert out(reach(record(), "customs@PK")) == {"pk-customs": "in no network that is recorded"}


def test_what_must_and_what_may_never_be_in_the_set() -> None:
    known = record(*WIDE)
    assert set(chosen(plan_reach(known, ["kind:customs"], Wish(must=frozenset({"b"}))).answer)) == {"a", "b", "c"}
    without = plan_reach(known, ["kind:customs"], Wish(never=frozenset({"c"}))).answer
    assert (set(chosen(without)), set(out(without))) == ({"a", "b"}, {"la-customs"})
    both = Wish(must=frozenset({"a"}), never=frozenset({"a"}))
    with pytest.raises(InputError, match="both asked for and ruled out"):
        plan_reach(known, ["kind:customs"], both)


def test_what_must_be_is_in_the_set_even_if_it_reaches_nobody() -> None:
    known = record(network("a"), network("far"), *sits("far", "LA"))
    answer = plan_reach(known, ["customs@PK"], Wish(must=frozenset({"a"}))).answer
    assert (chosen(answer), answer["cost"], set(out(answer))) == (["a"], 1.0, {"pk-customs"})
    later = record(network("a", start_year="2030"))
    with pytest.raises(InputError, match="has not begun"):
        plan_reach(later, ["customs@PK"], Wish(must=frozenset({"a"})))


def test_a_share_and_at_least_so_many_of_each_country() -> None:
    known = record(*WIDE)
    most = plan_reach(known, ["kind:customs"], demand=Demand(at_least=0.5)).answer
    assert len(most["networks"]) == 1
    assert set(out(most).values()) == {"can be reached, but the share that was asked for is met without it"}
    each = plan_reach(known, ["kind:customs"], demand=Demand(at_least=0.5, per_country=1)).answer
    assert chosen(each) == ["a", "c"]
    for wrong in (Demand(at_least=0), Demand(at_least=1.1), Demand(per_country=-1)):
        with pytest.raises(InputError):
            plan_reach(known, ["kind:customs"], demand=wrong)


def test_the_cheapest_set_is_not_always_the_smallest() -> None:
    known = record(*WIDE, network("all"), *sits("all", *COUNTRIES))
    assert chosen(reach(known, "kind:customs")) == ["all"]
    dear = plan_reach(known, ["kind:customs"], costs={"all": 2.5}).answer
    assert (chosen(dear), dear["cost"]) == (["a", "c"], 2.0)
    with pytest.raises(InputError, match="cost of a"):
        plan_reach(known, ["kind:customs"], costs={"a": float("nan")})


def test_all_sets_of_equal_cost_and_of_these_first_the_one_that_still_lives() -> None:
    nets = network("live"), network("quiet", start_year="1990"), network("world", scope="global")
    heard = member("pk-customs", "quiet", since="1999")
    known = record(*nets, heard, *sits("live", "PK"), *sits("world", "PK"))
    answer = plan_reach(known, ["customs@PK"], every_optimum=True).answer
    assert (answer["optima"][0], sorted(answer["optima"])) == (["live"], [["live"], ["quiet"], ["world"]])
    assert chosen(plan_reach(known, ["customs@PK"], Wish(world_wide=False, never=frozenset({"live"}))).answer) == [
        "quiet"
    ]


def test_a_set_that_hangs_together_begins_with_ones_own_networks() -> None:
    igo = Organization(id="igo", name="igo", country="INT", kind="igo")
    home = network("home", scope="national", country="VN")
    known = record(*WIDE, igo, network("far"), home, *sits("far", "LA"), *sits("home", "VN", "LA"),
                   member("igo", "a"), member("igo", "b"), member("igo", "far"), member("igo", "home"))  # fmt: skip
    plan = plan_reach(known, ["customs@LA"], demand=Demand(connected_from="pk-customs"))
    # One network beside a would do, but the mechanism at home in Viet Nam costs no less than the regional one.
    assert set(chosen(plan.answer)) in ({"a", "far"}, {"a", "home"})
    assert [(link["from"]["id"], link["by"]["id"]) for link in plan.links()] == [("a", "igo")]
    alone = record(*WIDE)
    unlinked = plan_reach(alone, ["customs@LA"], demand=Demand(connected_from="pk-customs")).answer
    assert out(unlinked) == {"la-customs": "no chain of networks leads there from one's own"}
    with pytest.raises(InputError, match="sits in no network"):
        plan_reach(record(network("a")), ["customs@LA"], demand=Demand(connected_from="pk-customs"))
    with pytest.raises(InputError, match="No chain of networks leads to Net c"):
        plan_reach(alone, ["customs@TH"], Wish(must=frozenset({"c"})), Demand(connected_from="pk-customs"))


def test_a_set_may_begin_down_the_corridor() -> None:
    unit = Organization.of_values({"id": "pk-unit", "name": "pk-unit", "country": "PK", "kind": "ozone-unit"})
    igo = Organization(id="igo", name="igo", country="INT", kind="igo")
    known = record(*WIDE, unit, igo, tie("pk-unit", "pk-customs"), member("igo", "a"), member("igo", "c"))
    with pytest.raises(InputError, match="sits in no network") as refused:
        plan_reach(known, ["customs@LA"], demand=Demand(connected_from="pk-unit"))
    assert "at home" in refused.value.do
    plan = plan_reach(known, ["customs@LA"], demand=Demand(connected_from="pk-unit", at_home=True))
    assert set(chosen(plan.answer)) == {"a", "c"}
    assert [(way.body, way.seat.body, way.seat.network) for way in plan.contacts_at_home()] == [
        ("pk-unit", "pk-customs", "a")
    ]
    own = plan_reach(known, ["customs@LA"], demand=Demand(connected_from="pk-customs", at_home=True))
    assert (set(chosen(own.answer)), own.contacts_at_home()) == ({"a", "c"}, [])
    lonely = record(*WIDE, unit)
    with pytest.raises(InputError, match="nor does anybody whom it knows at home"):
        plan_reach(lonely, ["customs@LA"], demand=Demand(connected_from="pk-unit", at_home=True))


def test_each_set_of_equal_cost_can_be_looked_at() -> None:
    known = record(network("one"), network("two"), *sits("one", "PK"), *sits("two", "PK"))
    plan = plan_reach(known, ["customs@PK"], every_optimum=True)
    shown = [chosen(plan.with_set(place).answer) for place in range(2)]
    assert shown == plan.answer["optima"] == [["one"], ["two"]]
    assert [one["id"] for one in plan.with_set(1).one_more()] == ["one"]


def test_who_stays_out_names_every_network_under_what_one_would_have_to_change() -> None:
    known = record(
        network("waste", themes=["hazardous-waste"]), network("world", scope="global"), network("crime"),
        *sits("waste", "PK"), *sits("world", "PK"), *sits("crime", "PK"),
    )  # fmt: skip
    wish = Wish(never=frozenset({"crime"}), theme="wildlife", world_wide=False)
    assert out(plan_reach(known, ["customs@PK"], wish).answer) == {
        "pk-customs": "only in networks that were ruled out: Net crime; and in world-wide networks: Net world"
    }
    on_theme = Wish(theme="wildlife", never=frozenset({"crime", "world"}))
    assert (
        "networks on other themes: Net waste" in out(plan_reach(known, ["customs@PK"], on_theme).answer)["pk-customs"]
    )


@pytest.mark.parametrize(("theme", "found"), [("wildlife", ["all"]), ("narcotics", [])])
def test_networks_on_environmental_crime_serve_every_theme_of_the_environment(theme: str, found: list[str]) -> None:
    known = record(network("all", themes=["environmental-crime"]), *sits("all", "PK"))
    assert chosen(plan_reach(known, ["customs@PK"], Wish(theme=theme)).answer) == found


def test_one_more_network_is_one_that_one_can_join_before_a_mechanism_of_a_country() -> None:
    nets = network("all"), network("home", scope="national", country="PK"), network("wide")
    known = record(*nets, *sits("all", *COUNTRIES), *sits("home", "PK"), *sits("wide", "PK"))
    plan = plan_reach(known, ["kind:customs"])
    assert (chosen(plan.answer), [one["id"] for one in plan.one_more()]) == (["all"], ["wide", "home"])


def test_a_set_may_begin_with_a_network() -> None:
    igo = Organization(id="igo", name="igo", country="INT", kind="igo")
    known = record(*WIDE, igo, member("igo", "a"), member("igo", "c"))
    answer = plan_reach(known, ["customs@LA"], demand=Demand(connected_from="network:a")).answer
    assert set(chosen(answer)) == {"a", "c"}
    with pytest.raises(InputError, match="no set can begin there"):
        plan_reach(known, ["customs@LA"], demand=Demand(connected_from="network:nowhere"))


def test_what_one_more_network_would_buy() -> None:
    plan = plan_reach(record(*WIDE), ["kind:customs"], demand=Demand(at_least=0.5))
    (net,) = chosen(plan.answer)
    more = {one["id"]: ({x["id"] for x in one["adds"]}, {x["id"] for x in one["second"]}) for one in plan.one_more()}
    expected = {
        "a": {"b": ({"vn-customs"}, {"th-customs"}), "c": ({"la-customs", "vn-customs"}, set())},
        "b": {"a": ({"pk-customs"}, {"th-customs"}), "c": ({"la-customs"}, {"vn-customs"})},
        "c": {"a": ({"pk-customs", "th-customs"}, set()), "b": ({"th-customs"}, {"vn-customs"})},
    }
    assert more == expected[net]
