"""A country is entered by who sits there; a presumed seat is never given to who cannot speak for the country."""

from collections.abc import Sequence

import pytest

from graph.analysis.networks.entry_points import EntryPoints, entry_points
from graph.model import Claim, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims


def body(body_id: str, kind: str = "customs", **more: object) -> Organization:
    values = {"id": body_id, "name": body_id, "country": "PK", "kind": kind, "level": "national"}
    return Organization.of_values({**values, **more})


def member(who: str, role: str = "member", **more: str) -> Claim:
    values = {"kind": "membership", "a": who, "b": "network:net", "role": role, "source": "page"}
    return Claim.of_values(values | more)


def tie(a: str, b: str) -> Claim:
    ends = {"a": f"organization:{a}", "b": f"organization:{b}"}
    more = {"kind": "tie", "role": "liaison", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values(ends | more)


def holds(who: str, subject: str, role: str) -> Claim:
    return Claim(kind="responsibility", a=f"organization:{who}", b=subject, role=role, source="page")


def record(*things: Thing, seat: Sequence[str] = ("customs",), secretariat: str = "") -> Record:
    values = {"id": "net", "name": "Net", "kind": "network", "scope": "regional", "themes": ["wildlife"]}
    network = Network.of_values({**values, "seat": list(seat), "secretariat": secretariat})
    nodes: list[Thing] = [network, Source(id="page", title="Page", kind="web page")]
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes += [thing for thing in things if not isinstance(thing, Claim)]
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), "2026-11-25")


def bodies(point: EntryPoints) -> list[str]:
    return [door.body for door in point.doors]


def test_a_recorded_member_comes_before_what_could_be_presumed() -> None:
    known = record(body("customs"), body("police", "police"), member("country:PK"), member("organization:police"))
    point = entry_points(known, "PK", "net")
    assert (point.basis, bodies(point)) == ("recorded", ["police"])


def test_the_recorded_member_nearest_to_the_table_comes_first() -> None:
    claims = member("organization:a", "observer"), member("organization:b", "lead"), member("organization:c", "donor")
    point = entry_points(record(body("a"), body("b"), body("c"), *claims), "PK", "net")
    assert [(door.body, door.role) for door in point.doors] == [("b", "lead"), ("a", "observer"), ("c", "donor")]


def test_the_seat_says_who_is_presumed_and_the_country_is_the_evidence() -> None:
    known = record(body("customs"), body("police", "police"), member("country:PK"))
    point = entry_points(known, "PK", "net")
    assert (point.basis, bodies(point)) == ("presumed", ["customs"])
    assert point.claims == (member("country:PK").id,)
    assert point.doors[0].claims == point.claims


def test_a_role_that_a_source_gives_goes_before_the_kind_of_body_and_is_evidence_too() -> None:
    role = holds("forest", "agreement:cites", "management-authority")
    known = record(body("forest", "forestry"), body("wild", "wildlife"), role, member("country:PK"),
                   seat=["cites:management-authority", "wildlife"])  # fmt: skip
    point = entry_points(known, "PK", "net")
    assert (point.basis, bodies(point)) == ("presumed", ["forest"])
    assert set(point.doors[0].claims) == {member("country:PK").id, role.id}


def test_a_body_with_a_national_role_for_the_theme_goes_before_one_with_more_records() -> None:
    role = holds("desk", "theme:wildlife", "national-focal-point")
    known = record(body("big"), body("desk"), body("x", "police"), body("y", "police"), body("z", "police"), role,
                   tie("big", "x"), tie("big", "y"), tie("big", "z"), member("country:PK"))  # fmt: skip
    assert bodies(entry_points(known, "PK", "net")) == ["desk"]


def test_where_nobody_holds_the_treaty_role_a_national_role_for_the_theme_does_whatever_the_kind() -> None:
    role = holds("forest", "theme:wildlife", "competent-authority")
    things = body("forest", "forestry"), body("wild", "wildlife"), role, member("country:PK")
    point = entry_points(record(*things, seat=["cites:management-authority"]), "PK", "net")
    assert (point.basis, bodies(point)) == ("presumed", ["forest"])
    assert role.id in point.doors[0].claims
    # A seat of customs stays one of customs: who answers for the theme elsewhere does not sit there.
    assert entry_points(record(*things, seat=["customs"]), "PK", "net").basis == "country only"


def test_of_several_of_a_kind_the_head_with_most_records_and_who_is_close_behind() -> None:
    others = [body(f"x{number}", "police") for number in range(6)]
    far = [tie("first", f"x{number}") for number in range(6)] + [tie("second", "x0")]
    known = record(body("first"), body("second"), body("unit", parent="first"), *others, *far, member("country:PK"))
    assert bodies(entry_points(known, "PK", "net")) == ["first"]
    close = [tie("second", f"x{number}") for number in range(1, 4)]
    known = record(body("first"), body("second"), *others, *far, *close, member("country:PK"))
    assert bodies(entry_points(known, "PK", "net")) == ["first", "second"]


@pytest.mark.parametrize(
    "more", [{"level": "provincial"}, {"level": "local"}, {"level": "", "area": "PK-SD"}, {"until": "2020"}]
)
def test_who_cannot_speak_for_the_country_leaves_it_alone(more: dict[str, str]) -> None:
    point = entry_points(record(body("customs", **more), member("country:PK")), "PK", "net")
    assert (point.basis, bodies(point)) == ("country only", [])
    assert point.claims == (member("country:PK").id,)


def test_interpols_bureau_sits_in_interpols_networks() -> None:
    bureau = body("ncb", "police", name="INTERPOL National Central Bureau", parent="police")
    interpol = body("interpol", "igo", country="INT")
    known = record(body("police", "police"), bureau, interpol, tie("police", "interpol"), member("country:PK"),
                   seat=["police"], secretariat="interpol")  # fmt: skip
    assert bodies(entry_points(known, "PK", "net")) == ["ncb"]


def test_the_successor_of_an_ended_member_is_presumed() -> None:
    known = record(body("old", until="2019", succeeded_by="new"), body("new"), member("organization:old"))
    point = entry_points(known, "PK", "net")
    assert (point.basis, bodies(point)) == ("presumed", ["new"])
    assert bodies(entry_points(known.as_of("2018"), "PK", "net")) == ["old"]


def test_a_membership_counts_from_its_beginning_to_its_end() -> None:
    known = record(body("customs"), member("country:PK", since="2012", until="2018"))
    assert [entry_points(known.as_of(year), "PK", "net").basis for year in ("2011", "2015", "2020")] == [
        None,
        "presumed",
        None,
    ]


def test_who_is_not_in_it_has_no_entry_point() -> None:
    known = record(body("customs"), member("country:PK"))
    assert entry_points(known, "TH", "net") == EntryPoints(None)
    assert entry_points(known, "INT", "net") == EntryPoints(None)


def test_on_the_seed_nobody_presumed_is_provincial_local_or_ended_and_every_claim_exists(seed: Record) -> None:
    presumed = 0
    for network in seed.networks:
        for country in seed.countries:
            point = entry_points(seed, country, network)
            assert (point.basis in ("recorded", "presumed")) == bool(point.doors)
            assert all(seed.row_of_claim(claim) is not None for door in point.doors for claim in door.claims)
            for door in point.doors if point.basis == "presumed" else ():
                presumed += 1
                found = seed.organizations[door.body]
                assert found.level in ("", "national")
                assert not found.area
                assert seed.is_living(door.body)
                assert found.country == country
                assert door.claims
    assert presumed > 300


@pytest.mark.parametrize(
    ("country", "network", "basis", "first"),
    [
        ("PK", "wco-rilo-ap", "presumed", "pk-customs"),
        ("TH", "wco-rilo-ap", "recorded", "th-customs"),
        ("PK", "ozone-network-sa", "presumed", "pk-nou"),
        ("VN", "ozone-network-seap", "presumed", "vn-dcc"),
        ("PK", "interpol", "recorded", "pk-ncb"),
        ("TH", "interpol", "presumed", "th-ncb"),
        ("SG", "ozone-network-seap", "country only", None),
    ],
)
def test_entry_points_of_the_seed(seed: Record, country: str, network: str, basis: str, first: str | None) -> None:
    point = entry_points(seed, country, network)
    assert point.basis == basis
    assert (point.first.body if point.first else None) == first


def test_pakistans_door_to_the_wildlife_network_is_no_province(seed: Record) -> None:
    assert set(bodies(entry_points(seed, "PK", "sawen"))) == {"pk-mocc", "pk-cites-ma"}
