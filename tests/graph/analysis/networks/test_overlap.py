"""What networks share is counted as recorded, and that two do the same work is only suspected."""

import networkx as nx
import pytest

from graph.analysis.networks.overlap import overlap, overlap_with_others
from graph.analysis.networks.overlap_measures import overlap_measures
from graph.analysis.networks.overlap_words import overlap_in_words
from graph.analysis.networks.pillars import pillars
from graph.errors import InputError, UnknownName
from graph.model import Activity, Claim, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims


def body(name: str, country: str = "PK") -> Organization:
    return Organization(id=name, name=name, country=country, kind="customs")


def network(name: str, **more: object) -> Network:
    values = {"id": name, "name": f"Net {name}", "kind": "network", "scope": "regional", "themes": ["wildlife"]}
    return Network.of_values(values | {"pillars": ["networking"]} | more)


def member(who: str, net: str) -> Claim:
    who = f"country:{who}" if who.isupper() else f"organization:{who}"
    return Claim(kind="membership", a=who, b=f"network:{net}", role="member", source="page")


def record(*things: Thing) -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    nodes.append(Source(id="page", title="Page", kind="web page"))
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), "2026-11-25")


def southern_women() -> Record:
    """Davis, Gardner and Gardner (1941): 18 women as bodies, 14 social events as networks."""
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    ids = {woman: woman.lower().replace(" ", "-") for woman in women}
    claims = [member(ids[woman], event.lower()) for woman in women for event in graph[woman]]
    return record(*(body(ids[woman]) for woman in women), *(network(event.lower()) for event in events), *claims)


def test_davis_southern_women() -> None:
    # Borgatti and Everett, Social Networks 19 (1997): events 8 and 9 share nine of 14 and 12 women.
    answer = overlap(southern_women(), ["e8", "e9"])
    (pair,) = answer["pairs"]
    assert len(pair["shared"]) == 9
    assert pair["jaccard"] == pytest.approx(0.529412, abs=5e-7)
    assert pair["containment"] == pytest.approx(9 / 12)
    assert {one["id"] for one in answer["spanners"]} == {one["id"] for one in pair["shared"]}


def test_every_pair_of_the_southern_women_is_that_of_networkx() -> None:
    graph = nx.davis_southern_women_graph()
    events = graph.graph["bottom"]
    for pair in overlap(southern_women(), [event.lower() for event in events])["pairs"]:
        a, b = set(graph[pair["a"]["id"].upper()]), set(graph[pair["b"]["id"].upper()])
        assert len(pair["shared"]) == len(a & b)
        assert pair["jaccard"] == pytest.approx(len(a & b) / len(a | b))


def test_the_two_mode_centralities_of_the_southern_women() -> None:
    events = [event.lower() for event in nx.davis_southern_women_graph().graph["bottom"]]
    found = {one["id"]: one for one in overlap_measures(southern_women(), events)["two_mode"]}
    e8 = found["e8"]
    assert [round(value, 4) for value in (e8["degree"], e8["closeness"], e8["betweenness"])] == [0.7778, 0.8462, 0.2438]
    assert (found["e8"]["what"], round(found["nora-fayette"]["betweenness"], 4)) == ("network", 0.1135)
    assert (found["evelyn-jefferson"]["what"], round(found["evelyn-jefferson"]["betweenness"], 4)) == ("member", 0.0966)
    empty = record(network("a"), network("b"))
    assert overlap_measures(empty, ["a", "b"])["two_mode"] == []


def test_members_are_as_recorded_and_countries_only_on_request() -> None:
    seats = member("x", "a"), member("PK", "b"), member("TH", "b"), member("y", "b")
    known = record(body("x"), body("y"), network("a"), network("b"), *seats)
    assert overlap(known, ["a", "b"])["pairs"][0]["shared"] == []
    (pair,) = overlap(known, ["a", "b"], by_country=True)["pairs"]
    claims = {member("x", "a").id, member("y", "b").id, member("PK", "b").id}
    assert [(one["id"], one["name"], set(one["claims"])) for one in pair["shared"]] == [("PK", "Pakistan", claims)]
    assert pair["jaccard"] == 0.5


def test_who_sits_in_both_with_the_claims_on_each_seat() -> None:
    known = record(body("x"), network("a"), network("b"), *(member(who, net) for who in ("x", "PK") for net in "ab"))
    (spanner,) = overlap(known, ["a", "b"])["spanners"]
    assert spanner["id"] == "x"
    assert [(net["id"], net["claims"]) for net in spanner["networks"]] == [
        ("a", [member("x", "a").id]),
        ("b", [member("x", "b").id]),
    ]


@pytest.mark.parametrize(
    ("other", "suspected"),
    [
        ({}, True),
        ({"themes": ["timber", "wildlife"]}, True),
        ({"themes": ["timber"]}, False),
        ({"scope": "subregional"}, False),
        ({"pillars": ["joint-operations"]}, False),
        ({"end_year": "2009"}, False),
        ({"end_year": "2010"}, True),
    ],
)
def test_two_may_duplicate_each_other_only_where_all_speaks_for_it(other: dict[str, object], suspected: bool) -> None:
    claims = [member(who, net) for net in "ab" for who in ("x", "y")]
    known = record(body("x"), body("y"), network("a", start_year="2010"), network("b", **other), *claims)
    (pair,) = overlap(known, ["a", "b"])["pairs"]
    assert pair["may_duplicate"] is suspected
    words = overlap_in_words(known, pair)
    differ = "may do the same work, though their purposes may differ: ask both"
    asks = "may have done the same work" if "end_year" in other else differ
    assert (asks in words) is suspected
    assert words.startswith("2 recorded members sit in both Net a and Net b: 100% of the smaller circle.")


def test_a_part_is_not_taken_for_a_double() -> None:
    claims = [member(who, net) for net in "ab" for who in ("x", "y")]
    part = Network.of_values(
        {
            "id": "b",
            "name": "Working Group of the ABC on Wildlife",
            "short_name": "ABC wildlife",
            "kind": "network",
            "scope": "regional",
            "themes": ["wildlife"],
            "pillars": ["networking"],
        }
    )
    known = record(body("x"), body("y"), network("a", acronym="ABC"), part, *claims)
    (pair,) = overlap(known, ["a", "b"])["pairs"]
    assert overlap_in_words(known, pair).endswith("ABC wildlife bears the name of Net a and may be a part of it.")


def test_what_one_network_shares_with_all_others() -> None:
    seats = [member(who, net) for who, nets in {"x": "abc", "y": "abd", "z": "c"}.items() for net in nets]
    others = network("c", themes=["timber"]), network("d"), network("e")
    known = record(*map(body, "xyz"), network("a"), network("b"), *others, *seats)
    found = overlap_with_others(known, "a")
    assert [(pair["b"]["id"], len(pair["shared"])) for pair in found] == [("b", 2), ("d", 1), ("c", 1)]
    over = record(*map(body, "xy"), network("a", end_year="2019"), network("b"), network("d"), *seats[:2], *seats[3:5])
    assert "may have done the same work" in overlap_in_words(over, overlap_with_others(over, "b")[0])


def test_half_of_the_members_must_be_the_same_and_more_than_the_convener() -> None:
    few = record(body("x"), network("a"), network("b"), member("x", "a"), member("x", "b"))
    (pair,) = overlap(few, ["a", "b"])["pairs"]
    assert (pair["jaccard"], pair["may_duplicate"]) == (1.0, False)
    others = [member(who, "a") for who in "xyz"] + [member(who, "b") for who in "xyuv"]
    wide = record(*map(body, "xyzuv"), network("a"), network("b"), *others)
    assert overlap(wide, ["a", "b"])["pairs"][0]["may_duplicate"] is False


def test_of_a_network_without_members_nothing_is_said() -> None:
    known = record(body("x"), network("a"), network("b"), member("x", "a"))
    (pair,) = overlap(known, ["a", "b"])["pairs"]
    assert (pair["jaccard"], pair["containment"], pair["may_duplicate"]) == (None, None, False)
    assert "no member is recorded" in overlap_in_words(known, pair)


def test_what_is_asked_must_be_comparable() -> None:
    known = record(network("a"))
    with pytest.raises(InputError, match="overlaps with nothing"):
        overlap(known, ["a", "a"])
    with pytest.raises(InputError, match="Neither"):
        overlap(known)
    with pytest.raises(UnknownName, match="nowhere"):
        overlap(known, ["a", "nowhere"])


def test_on_the_seed_the_pairs_of_a_theme_rest_on_claims_and_begin_with_what_may_be_double(seed: Record) -> None:
    answer = overlap(seed, theme="wildlife")
    first = answer["pairs"][0]
    assert (first["a"]["id"], first["b"]["id"], first["may_duplicate"]) == ("asean-somtc", "awg-cites-we", True)
    claims = [claim for one in first["shared"] for claim in one["claims"]]
    assert len(claims) >= 2 * len(first["shared"])
    assert all(seed.row_of_claim(claim) is not None for claim in claims)
    flags = [pair["may_duplicate"] for pair in answer["pairs"]]
    assert flags == sorted(flags, reverse=True)
    assert answer["spanners"][0]["id"] == "interpol"


def test_the_pillars_of_the_strategy_with_their_empty_cells(seed: Record) -> None:
    answer = pillars(seed)
    assert [column["id"] for column in answer["columns"]] == ["ren-a", "ren-b", "ren-c", "ren-d", "ren-e", "running"]
    rows = {row["id"]: row for row in answer["pillars"]}
    assert [row for row, found in rows.items() if found["says"]] == ["mea-synergies"]
    assert all(cell["says"] == "nothing recorded" for cell in rows["mea-synergies"]["cells"])
    assert rows["mea-synergies"]["networks"]
    capacity = rows["capacity-building"]["cells"]
    assert [one["id"] for one in capacity[0]["activities"]] == ["ren-a"]
    by = [one["network"]["id"] for one in capacity[-1]["activities"] if one["network"]]
    assert by == ["green-customs", "hs2012-mea-training"]
    shown = [one for row in answer["pillars"] for cell in row["cells"] for one in cell["activities"]]
    assert {one["id"] for one in shown} == set(seed.activities)
    assert all(source in seed.sources for one in shown for source in one["sources"])


def test_an_activity_that_is_neither_planned_nor_running_stands_with_the_planned_ones() -> None:
    known = record(Activity(id="one", name="One", pillar="networking", sources=("page",)))
    assert [column["id"] for column in pillars(known)["columns"]] == ["one", "running"]
