"""Who links others, who is the only link, and what falls apart: three plain answers, each with its claims."""

import pytest

from graph.analysis.links.brokers import brokers, measures
from graph.analysis.networks.fragility import fragility, known_ends
from graph.errors import UnknownName
from graph.model import Claim, Country, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims


def body(name: str, kind: str = "customs", **more: object) -> Organization:
    country = "INT" if kind == "igo" else name[:2].upper()
    return Organization.of_values({"id": name, "name": name, "country": country, "kind": kind, **more})


def network(name: str, **more: object) -> Network:
    return Network.of_values({"id": name, "name": f"Net {name}", "kind": "network", "scope": "regional", **more})


def member(who: str, net: str, role: str = "member") -> Claim:
    who = f"country:{who}" if who.isupper() else f"organization:{who}"
    return Claim(kind="membership", a=who, b=f"network:{net}", role=role, source="page")


def tie(a: str, b: str, **more: str) -> Claim:
    ends = {"a": f"organization:{a}", "b": f"organization:{b}"}
    kind = {"kind": "tie", "role": "liaison", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values({**ends, **kind, **more})


def duty(who: str) -> Claim:
    return Claim(kind="responsibility", a=f"organization:{who}", b="theme:wildlife", role="enforcement", source="page")


def record(*things: Thing, date: str = "2026-11-25") -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    focus = [Country(id=code, name=code) for code in ("PK", "TH", "VN")]
    nodes += [*focus, Source(id="page", title="Page", kind="web page")]
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), date)


A, B = body("pk-a", "police", functions=["investigation"]), body("pk-b", "prosecution", functions=["prosecution"])
V, U = body("pk-v", "other"), body("pk-u", "other")
NEEDED = [A, B, V, U, duty("pk-a"), duty("pk-b")]


def test_the_only_common_contact_of_two_that_ought_to_be_in_contact() -> None:
    ties = tie("pk-a", "pk-v"), tie("pk-v", "pk-b")
    answer = brokers(record(*NEEDED, *ties), "PK")
    (sole,) = answer["sole_link"]
    assert (sole["id"], sole["pairs"]) == ("pk-v", [["pk-a", "pk-b"]])
    assert set(sole["claims"]) == {one.id for one in ties}
    assert [(one["id"], one["betweenness"]) for one in answer["links_others"]] == [("pk-v", 1.0)]
    assert set(answer["links_others"][0]["claims"]) == {one.id for one in ties}


def test_a_second_common_contact_or_a_direct_one_makes_nobody_the_only_link() -> None:
    ties = [tie("pk-a", "pk-v"), tie("pk-v", "pk-b")]
    second = [tie("pk-a", "pk-u"), tie("pk-u", "pk-b")]
    assert brokers(record(*NEEDED, *ties, *second), "PK")["sole_link"] == []
    assert brokers(record(*NEEDED, *ties, tie("pk-a", "pk-b")), "PK")["sole_link"] == []


def test_what_does_not_count_as_contact_links_nobody() -> None:
    for way in ({"standing": "planned"}, {"status": "absent"}, {"until": "2020"}, {"since": "2027"}):
        known = record(*NEEDED, tie("pk-a", "pk-v", **way), tie("pk-v", "pk-b"))
        assert brokers(known, "PK") == {"links_others": [], "sole_link": []}


def test_the_measures_stand_beside_the_plain_answers() -> None:
    abroad = body("th-c")
    known = record(*NEEDED, abroad, tie("pk-a", "pk-v"), tie("pk-v", "pk-b", role="mou"), tie("pk-v", "th-c"))
    answer = measures(known, "PK")
    assert answer["links_others"] == brokers(known, "PK")["links_others"]
    first = answer["measures"][0]
    assert (first["id"], first["contacts"], first["kinds"]) == ("pk-v", 2, ["liaison", "mou"])
    assert (first["betweenness"], first["constraint"], first["effective_size"]) == (1.0, 0.5, 2.0)
    assert (first["core"], first["articulation"]) == (1, True)
    assert first["roles"] == {"coordinator": 1, "itinerant": 0, "representative": 2, "liaison": 0, "total": 3}
    assert [one["id"] for one in answer["key_players"][0]["bodies"]] == ["pk-v"]
    assert measures(record(A), "PK")["measures"] == []
    only_abroad = measures(record(A, abroad, tie("pk-a", "th-c")), "PK")["measures"]
    assert [(one["id"], one["contacts"], one["betweenness"], one["core"]) for one in only_abroad] == [
        ("pk-a", 0, None, 0)
    ]


WILD = {"themes": ["wildlife"]}


def nets(*claims: Thing, **b: object) -> Record:
    """Two networks: Pakistan is in one, Thailand in both."""
    bodies = body("int-s", "igo"), body("pk-customs"), body("th-customs")
    seats = member("pk-customs", "a"), member("th-customs", "a"), member("th-customs", "b")
    return record(network("a", **WILD), network("b", **WILD | b), *bodies, *seats, *claims)


def loses(record: Record, asked: str, theme: str = "") -> dict[str, tuple[int, int]]:
    return {
        one["country"]["id"]: (one["routes_before"], one["routes_after"])
        for one in fragility(record, asked, theme)["loses"]
    }


def test_who_loses_the_only_route_when_a_network_ends() -> None:
    answer = fragility(nets(), "a")
    lost = {"country": {"id": "PK", "name": "PK"}, "routes_before": 1, "routes_after": 0}
    assert answer == {
        "loses": [lost | {"claims": [member("pk-customs", "a").id]}],
        "still": [{"id": "TH", "name": "TH", "routes_before": 2, "routes_after": 1}],
    }
    assert fragility(nets(), "b")["loses"] == []


def test_a_secretariat_takes_the_networks_with_it_that_it_alone_convenes() -> None:
    alone = nets(member("int-s", "a", "secretariat"))
    assert loses(alone, "int-s") == {"PK": (1, 0)}
    two = nets(member("int-s", "a", "secretariat"), member("th-customs", "a", "lead"))
    assert loses(two, "int-s") == {}
    assert loses(nets(member("int-s", "a")), "int-s") == {}


def test_only_routes_on_the_same_subjects_count() -> None:
    assert loses(nets(themes=["narcotics"]), "a") == {"PK": (1, 0), "TH": (1, 0)}
    assert loses(nets(themes=["narcotics"]), "b") == {"TH": (1, 0)}
    assert loses(nets(themes=["narcotics"]), "a", "narcotics") == {}


@pytest.mark.parametrize(
    "other", [{"scope": "global"}, {"scope": "national"}, {"end_year": "2020"}, {"start_year": "2027"}]
)
def test_what_is_world_wide_national_over_or_not_begun_is_no_other_route(other: dict[str, object]) -> None:
    assert loses(nets(**other), "a") == {"PK": (1, 0), "TH": (1, 0)}


def test_what_has_ended_is_read_as_known_on_its_last_day() -> None:
    over = nets(end_year="2020")
    assert fragility(over, "b")["still"] == [{"id": "TH", "name": "TH", "routes_before": 2, "routes_after": 1}]
    (end,) = known_ends(over)["ends"]
    assert (end["id"], end["ends"], end["loses"]) == ("b", "2020", [])
    later = nets(end_year="2030")
    assert [one["id"] for one in known_ends(later)["ends"]] == ["b"]


def test_what_has_not_begun_leaves_nothing_behind() -> None:
    assert fragility(nets(start_year="2030"), "b") == {"loses": [], "still": []}
    early = body("int-later", "igo", since="2030")
    assert fragility(nets(early, member("int-later", "a", "secretariat")), "int-later")["loses"] == []


def test_what_is_not_recorded_is_named() -> None:
    with pytest.raises(UnknownName, match="nothing"):
        fragility(nets(), "nothing")


def test_on_the_seed_every_answer_rests_on_claims(seed: Record) -> None:
    answer = brokers(seed, "PK")
    assert answer["links_others"][0]["id"] == "pk-customs"
    assert "pk-mocc" in [one["id"] for one in answer["sole_link"]]
    lost = fragility(seed, "ozone-network-sa")["loses"]
    assert "PK" in [one["country"]["id"] for one in lost]
    claims = [claim for one in (*answer["links_others"], *answer["sole_link"], *lost) for claim in one["claims"]]
    assert claims
    assert all(seed.row_of_claim(claim) is not None for claim in claims)
    assert brokers(seed.as_of(seed.date), "PK") == answer
