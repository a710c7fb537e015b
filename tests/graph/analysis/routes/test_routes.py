"""Routes are the shortest ways through networks that a project officer would follow, each with what it rests on."""

from itertools import combinations, pairwise, permutations, product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.names.groups import group_of
from graph.analysis.networks.members import countries_of
from graph.analysis.reach.different_bodies import different_bodies
from graph.analysis.routes.paths import shortest_paths
from graph.analysis.routes.route_ends import Means
from graph.analysis.routes.route_graph import network_factors, search_between, trails
from graph.analysis.routes.routes import routes, routes_to_each
from graph.answers import Route, RoutesAnswer
from graph.errors import InputError, UnknownName
from graph.model import Claim, Country, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims

HERE, THERE = "organization:pk-here", "organization:th-there"


def body(body_id: str, country: str = "", **more: object) -> Organization:
    """A customs body of the country in its id, or an international one."""
    code = country or body_id[:2].upper()
    kind = "igo" if code == "INT" else "customs"
    return Organization.of_values({"id": body_id, "name": body_id, "country": code, "kind": kind, **more})


def network(name: str, **more: object) -> Network:
    return Network.of_values({"id": name, "name": f"Net {name}", "kind": "network", "scope": "regional", **more})


def member(who: str, net: str, role: str = "member", **more: str) -> Claim:
    who = who if ":" in who else f"organization:{who}"
    return Claim.of_values(
        {"kind": "membership", "a": who, "b": f"network:{net}", "role": role, "source": "page"} | more
    )


def tie(a: str, b: str, **more: str) -> Claim:
    ends = {"a": f"organization:{a}", "b": f"organization:{b}"}
    kind = {"kind": "tie", "role": "liaison", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values({**ends, **kind, **more})


def record(*things: Thing, date: str = "2026-11-25") -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    ends = [body("pk-here"), body("th-there"), Source(id="page", title="Page", kind="web page")]
    return record_of(1, [*nodes, *ends], rows_of_claims((claim, "batch") for claim in claims), date)


def sequences(answer: RoutesAnswer) -> list[list[str]]:
    return [[step["network"]["id"] for step in route["steps"]] for route in answer["routes"]]


def test_yens_example() -> None:
    graph = nx.DiGraph()
    for edge in ("CD3", "CE2", "DF4", "ED1", "EF2", "EG3", "FG2", "FH1", "GH2"):
        graph.add_edge(edge[0], edge[1], cost=int(edge[2]))
    found = list(shortest_paths(graph, "C", "H"))
    assert [cost for cost, _ in found[:3]] == [5, 7, 8]
    assert found[0][1] == ["C", "E", "F", "H"]
    assert [cost for cost, _ in found] == sorted(cost for cost, _ in found)


EDGES = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(0, 9), max_size=20)


@given(EDGES)
def test_all_paths_come_in_the_order_of_networkx(edges: dict[tuple[int, int], int]) -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from((0, 5))
    for (one, other), cost in edges.items():
        if one != other:
            graph.add_edge(one, other, cost=cost)
    yens = list(nx.shortest_simple_paths(graph, 0, 5, weight="cost")) if nx.has_path(graph, 0, 5) else []
    found = list(shortest_paths(graph, 0, 5))
    assert [cost for cost, _ in found] == [nx.path_weight(graph, path, "cost") for path in yens]
    assert sorted(path for _, path in found) == sorted(yens)


NETS = "abcdef"
GROUPS = st.lists(st.frozensets(st.sampled_from(NETS), min_size=2, max_size=3), max_size=6)


@given(
    start=st.frozensets(st.sampled_from(NETS), min_size=1, max_size=3),
    end=st.frozensets(st.sampled_from(NETS), min_size=1, max_size=3),
    carriers=GROUPS,
    world_wide=st.frozensets(st.sampled_from(NETS)),
    most=st.integers(1, 4),
)
def test_all_ways_are_those_that_brute_force_finds(
    start: frozenset[str],
    end: frozenset[str],
    carriers: list[frozenset[str]],
    world_wide: frozenset[str],
    most: int,
) -> None:
    nets = [network(net, scope="global" if net in world_wide else "regional") for net in NETS]
    seats = [member("pk-here", net) for net in start] + [member("th-there", net) for net in end]
    igos = [body(f"igo-{number}", "INT") for number in range(len(carriers))]
    seats += [member(igo.id, net) for igo, places in zip(igos, carriers, strict=True) for net in places]
    known = record(*nets, *igos, *seats)

    def shared(one: str, other: str) -> int:
        return sum({one, other} <= places for places in carriers)

    def is_way(way: tuple[str, ...]) -> bool:
        ends = [net in start for net in way] == [True] + [False] * (len(way) - 1)
        ends = ends and [net in end for net in way] == [False] * (len(way) - 1) + [True]
        apart = [(way[i], way[j]) for i in range(len(way)) for j in range(i + 2, len(way))]
        return ends and all(shared(*pair) for pair in pairwise(way)) and not any(shared(*pair) for pair in apart)

    def cost(way: tuple[str, ...]) -> float:
        return sum(1.3 if net in world_wide else 1.0 for net in way) + sum(1 / shared(*pair) for pair in pairwise(way))

    ways = [way for length in range(1, most + 1) for way in permutations(NETS, length) if is_way(way)]
    here, there = group_of(known, HERE), group_of(known, THERE)
    factors = network_factors(known, {"PK", "TH"}, "", include_ended=False)
    found = list(trails(search_between(known, here, there, factors, Means()), most))
    assert {trail.networks: round(trail.cost, 6) for trail in found} == {way: round(cost(way), 6) for way in ways}
    assert len(found) == len(ways)
    assert [trail.cost for trail in found] == sorted(trail.cost for trail in found)


def shares(*nets: str) -> list[Claim]:
    return [member(who, net) for net in nets for who in ("pk-here", "th-there")]


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


def test_a_mechanism_at_home_helps_and_a_third_countrys_does_not() -> None:
    desk = body("pk-desk"), member("pk-desk", "a"), member("th-there", "a")
    for country, ways in (("PK", [["home", "a"]]), ("IN", [])):
        home = network("home", scope="national", country=country)
        known = record(network("a"), home, *desk, member("pk-here", "home"), member("pk-desk", "home"))
        assert sequences(routes(known, HERE, THERE)) == ways


def test_networks_without_a_common_subject_pass_nothing_on() -> None:
    seats = member("pk-here", "a"), member("igo", "a"), member("igo", "b"), member("th-there", "b")
    for themes, crosses in (("wildlife", True), ("environmental-crime", True), ("terrorism", False)):
        known = record(network("a", themes=["wildlife"]), network("b", themes=[themes]), body("igo", "INT"), *seats)
        assert bool(routes(known, HERE, THERE)["routes"]) == crosses


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


def test_a_secretariat_of_a_kind_does_not_stand_for_the_kind_in_all_countries() -> None:
    known = record(network("a"), body("oco", "INT", kind="customs"), member("oco", "a"), member("pk-here", "a"))
    assert group_of(known, "kind:customs").bodies == ("pk-here", "th-there")
    assert group_of(known, "customs@INT").bodies == ("oco",)


def test_two_bodies_of_one_country_meet_at_home() -> None:
    nets = network("abroad"), network("home", scope="national", country="PK")
    seats = [member(who, net.id) for who in ("pk-here", "pk-other") for net in nets]
    ties = tie("pk-here", "pk-both"), tie("pk-both", "pk-other")
    known = record(body("pk-other"), body("pk-both"), *nets, *seats, *ties)
    first, second = routes(known, HERE, "pk-other")["routes"]
    assert [tie["tie"]["b"]["id"] for tie in first["home"]] == ["pk-both", "pk-other"]
    assert [step["network"]["id"] for step in second["steps"]] == ["home"]


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


def chained(count: int) -> list[Thing]:
    """Networks n0, n1 ..., each linked to the next; the start is in the first and the target in the last."""
    igos = [body(f"igo-{number}", "INT") for number in range(count - 1)]
    links = [member(igo.id, f"n{number + step}") for number, igo in enumerate(igos) for step in (0, 1)]
    ends = member("pk-here", "n0"), member("th-there", f"n{count - 1}")
    return [*(network(f"n{number}") for number in range(count)), *igos, *links, *ends]


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


def test_whom_everybody_knows_is_asked_before_strangers_on_a_dearer_detour() -> None:
    desks = [item for who in ("pk", "th") for item in (body(f"{who}-desk"), member(f"{who}-desk", "a"))]
    ties = tie("pk-here", "pk-desk"), tie("th-there", "th-desk")
    known = record(network("a"), network("world", scope="global"), *desks, *ties, *shares("world"))
    assert sequences(routes(known, HERE, THERE)) == [["world"], ["a"]]
    two = record(network("world", scope="global"), *chained(2), *shares("world"))
    assert sequences(routes(two, HERE, THERE)) == [["world"], ["n0", "n1"]]


def test_a_world_wide_network_that_itself_needs_two_contacts_stays_last(seed: Record) -> None:
    ways = sequences(routes(seed, "bt-nou", "tl-nou"))
    assert (ways[0], ways[-1]) == (["ozone-network-sa", "ozone-network-seap"], ["wco-asia-pacific"])


CUSTOMS_NETWORKS = {"asean-dg-customs", "carec-ccc", "mekong-dragon", "mlc-customs", "sasec", "wco", "wco-ap-rtc",
                    "wco-rilo-ap", "wco-rocb-ap"}  # fmt: skip


def test_customs_come_to_customs_by_networks_of_customs_first(seed: Record) -> None:
    for one, other in combinations(sorted(seed.countries), 2):
        first = routes(seed, f"customs@{one}", f"customs@{other}")["routes"][0]
        networks = {step["network"]["id"] for step in first["steps"]}
        assert networks <= CUSTOMS_NETWORKS, (one, other)
        assert len(networks) + len(first["home"]) == 1, (one, other)


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


def test_the_countries_of_a_network_are_looked_up_once(seed: Record) -> None:
    assert countries_of(seed, "sawen") is countries_of(seed, "sawen")
    assert "PK" in countries_of(seed, "sawen")
    assert "INT" not in countries_of(seed, "wco")


def test_fewer_than_one_route_is_no_question() -> None:
    with pytest.raises(InputError, match="at least one"):
        routes(record(network("a"), *shares("a")), HERE, THERE, k=0)


def test_an_ended_body_is_answered_by_its_successor() -> None:
    known = record(network("a"), body("pk-old", until="2020", succeeded_by="pk-here"), *shares("a"))
    answer = routes(known, "pk-old", THERE)
    assert (answer["from"]["id"], sequences(answer)) == ("pk-here", [["a"]])


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


def test_whoever_asks_for_more_than_usual_sees_the_long_ways_as_well() -> None:
    chain = [member("igo", net) for net in ("b", "c")]
    known = record(*map(network, "abc"), body("igo", "INT"), *shares("a"), member("pk-here", "b", "observer"),
                   member("th-there", "c", "observer"), *chain)  # fmt: skip
    assert sequences(routes(known, HERE, THERE)) == [["a"]]
    assert sequences(routes(known, HERE, THERE, k=6)) == [["a"], ["b", "c"]]


def claims_of(route: Route) -> list[str]:
    at_home = [claim for tie in route["home"] for claim in tie["claims"]]
    points = [point for step in route["steps"] for point in (step["entry"], step["exit"])]
    return at_home + [claim for point in points for claim in point["claims"]]


PAIRS = (
    ("pk-customs", "customs@TH"),
    ("pk-nou", "vn-customs"),
    ("lk-nou", "th-nou"),
    ("bt-drc", "tl-customs"),
    ("lk-dwc", "wildlife@IN"),
    ("pk-fia", "th-rtp"),
    ("mn-noa", "pk-nou"),
    ("lk-cea", "sg-nea"),
    ("pk-pak-epa", "lk-cea"),
    ("unodc", "pk-customs"),
)


@pytest.mark.parametrize(("start", "target"), PAIRS)
def test_on_the_seed_every_claim_exists_no_way_comes_twice_and_the_order_is_stable(
    seed: Record, start: str, target: str
) -> None:
    answer = routes(seed, start, target, k=10)
    assert answer["routes"]
    assert answer["why_none"] is None
    claims = [claim for route in answer["routes"] for claim in claims_of(route)]
    assert all(seed.row_of_claim(claim) is not None for claim in claims)
    assert all(tie["claims"] for route in answer["routes"] for tie in route["home"])
    ways = [tuple(way) for way in sequences(answer) if way]
    assert len(set(ways)) == len(ways)
    assert routes(seed.as_of(seed.date), start, target, k=10) == answer


def test_from_pakistans_customs_to_thailands(seed: Record) -> None:
    answer = routes(seed, "organization:pk-customs", "customs@TH")
    assert sequences(answer) == [["wco-rilo-ap"], ["wco"], ["wco-asia-pacific"]]
    (step,) = answer["routes"][0]["steps"]
    assert (step["entry"]["id"], step["entry"]["basis"]) == ("pk-customs", "presumed")
    assert (step["exit"]["id"], step["exit"]["basis"]) == ("th-customs", "recorded")


def test_from_pakistans_ozone_unit_to_viet_nams_customs(seed: Record) -> None:
    answer = routes(seed, "pk-nou", "vn-customs", k=3)
    assert sequences(answer) == [["wco-rilo-ap"], ["ozone-network-sa", "ozone-network-seap"], ["wco"]]
    first, second, third = answer["routes"]
    assert [(tie["at"], tie["tie"]["b"]["id"]) for tie in first["home"]] == [("start", "pk-customs")]
    assert second["steps"][0]["exit"]["id"] == second["steps"][1]["entry"]["id"] == "unep-cap-roap"
    assert [(tie["at"], tie["tie"]["a"]["id"]) for tie in second["home"]] == [("end", "vn-dcc")]
    assert third["steps"][0]["exit"]["basis"] == "recorded"
    assert all(step["status"] == "active" for route in answer["routes"] for step in route["steps"])


def test_as_known_ten_years_ago(seed: Record) -> None:
    answer = routes(seed.as_of("2015-06"), "pk-nou", "vn-customs")
    heard = [step["last_heard"] for route in answer["routes"] for step in route["steps"] if step["last_heard"]]
    assert heard
    assert max(heard) <= "2015-06-30"
    assert ["ozone-network-sa", "ren"] in sequences(answer)
