"""The smallest set of networks that gets to everybody who can be reached, with who stays out and why."""

from itertools import combinations

import numpy as np
import pytest

from graph.analysis.reach.reach import Demand, plan_reach, reach
from graph.analysis.reach.reach_target import Wish, open_networks, ways_to
from graph.analysis.routes.route_graph import is_world_wide
from graph.answers import ReachAnswer
from graph.errors import InputError, UnknownName
from graph.model import Claim, Country, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims

COUNTRIES = ("PK", "TH", "VN", "LA")


def customs(country: str, **more: object) -> Organization:
    name = f"{country.lower()}-customs"
    return Organization.of_values({"id": name, "name": name, "country": country, "kind": "customs", **more})


def network(name: str, **more: object) -> Network:
    return Network.of_values({"id": name, "name": f"Net {name}", "kind": "network", "scope": "regional", **more})


def member(who: str, net: str, role: str = "member", **more: str) -> Claim:
    who = f"country:{who}" if who.isupper() else f"organization:{who}"
    return Claim.of_values(
        {"kind": "membership", "a": who, "b": f"network:{net}", "role": role, "source": "page"} | more
    )


def record(*things: Thing) -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    own: list[Thing] = [Country(id=code, name=code) for code in COUNTRIES]
    given = {node.id for node in nodes if isinstance(node, Organization)}
    own += [customs(code) for code in COUNTRIES if f"{code.lower()}-customs" not in given]
    own.append(Source(id="page", title="Page", kind="web page"))
    return record_of(1, [*nodes, *own], rows_of_claims((claim, "batch") for claim in claims), "2026-11-25")


def sits(net: str, *codes: str) -> list[Claim]:
    return [member(f"{code.lower()}-customs", net) for code in codes]


def chosen(answer: ReachAnswer) -> list[str]:
    return [net["id"] for net in answer["networks"]]


def out(answer: ReachAnswer) -> dict[str, str]:
    return {one["id"]: one["why"] for one in answer["unreached"]}


WIDE = [
    network("a"),
    network("b"),
    network("c"),
    *sits("a", "PK", "TH"),
    *sits("b", "VN", "TH"),
    *sits("c", "VN", "LA"),
]


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


def tie(a: str, b: str) -> Claim:
    ends = {"a": f"organization:{a}", "b": f"organization:{b}"}
    kind = {"kind": "tie", "role": "liaison", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values({**ends, **kind})


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


@pytest.mark.parametrize("asked", ["kind:customs", "kind:ozone-unit", "customs@TH,VN,LA,KH,MM,MY,ID,PH,SG"])
@pytest.mark.parametrize("world_wide", [True, False])
def test_on_the_seed_no_smaller_set_reaches_as_many(seed: Record, asked: str, world_wide: bool) -> None:
    plan = plan_reach(seed, [asked], Wish(world_wide=world_wide))
    answer, bodies = plan.answer, [body for body in plan.targets if body not in out(plan.answer)]
    usable = open_networks(seed, Wish(world_wide=world_wide))
    reached = np.array([[name in ways_to(seed, body) for body in bodies] for name in usable])
    useful = np.unique(reached, axis=0)
    smaller = range(1, min(len(answer["networks"]), 4))
    assert not any(
        useful[list(some)].any(axis=0).all() for n in smaller for some in combinations(range(len(useful)), n)
    )
    assert sorted(one["id"] for net in answer["networks"] for one in net["adds"]) == sorted(bodies)
    claims = [claim for net in answer["networks"] for one in net["adds"] for claim in one["claims"]]
    assert all(seed.row_of_claim(claim) is not None for claim in claims)
    assert world_wide or not any(is_world_wide(seed, name) for name in chosen(answer))
    assert plan_reach(seed.as_of(seed.date), [asked], Wish(world_wide=world_wide)).answer == answer


def test_the_customs_of_the_25_countries_on_the_seed(seed: Record) -> None:
    answer = reach(seed, "kind:customs")
    assert (chosen(answer), len(answer["networks"][0]["adds"]), answer["unreached"]) == (["wco"], 25, [])
    beside = plan_reach(seed, ["kind:customs"], Wish(world_wide=False), every_optimum=True).answer
    assert (beside["cost"], beside["proven"]) == (5.0, True)
    assert chosen(beside)[0] == "wco-rilo-ap"
    assert len(beside["optima"]) > 1


def test_a_share_that_cannot_be_met_is_said_and_one_that_can_says_nothing(seed: Record) -> None:
    half, wish = Demand(at_least=0.8, per_country=70), Wish(world_wide=False)
    share, each = plan_reach(seed, ["country:PK"], wish, half).falls_short()
    plan = plan_reach(seed, ["country:PK"], wish, half)
    reached = len(plan.targets) - len(plan.answer["unreached"])
    assert (
        share == f"At least {-(-8 * len(plan.targets) // 10)} were asked for; no more than {reached} can be reached so."
    )
    assert each == "Of Pakistan fewer can be reached than the 70 of each country asked for."
    assert plan_reach(seed, ["country:PK"], wish, Demand(at_least=0.3, per_country=5)).falls_short() == []
    assert plan_reach(seed, ["country:PK"], wish).falls_short() == []
