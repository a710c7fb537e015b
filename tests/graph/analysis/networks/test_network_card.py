"""One network on one page: what is recorded with its sources, and that what is not recorded is said."""

import pytest

from graph.analysis.networks.network_card import network
from graph.analysis.networks.tiles import tiles
from graph.answers import Field, NetworkAnswer
from graph.errors import UnknownName
from graph.model import Claim, Event, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims
from graph.rules import rules

# The factsheet of the Basel Convention on enforcement networks.
BASEL = (
    "date of establishment", "legal basis", "objective", "nature", "activities", "membership", "observers",
    "geographical scope", "substantive scope", "governance structure", "cooperation", "activities held",
    "source of funding", "contact information", "website",
)  # fmt: skip


def record(*things: Thing) -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    nodes.append(Source(id="page", title="Page", kind="web page"))
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in claims), "2026-11-25")


def says(answer: NetworkAnswer) -> dict[str, Field]:
    return {field["field"]: field for field in answer["factsheet"]}


NET = Network.of_values({"id": "a", "name": "Net a", "kind": "network", "scope": "regional", "start_year": "2011",
                         "seat": ["customs"], "sources": ["page"]})  # fmt: skip
SECRETARIAT = Organization(id="int-s", name="Office", country="INT", kind="igo")
CUSTOMS = Organization(id="pk-customs", name="Pakistan Customs", country="PK", kind="customs")


def member(who: str, role: str = "member", **more: str) -> Claim:
    return Claim.of_values({"kind": "membership", "a": who, "b": "network:a", "role": role, "source": "page"} | more)


def test_the_fields_come_in_the_order_of_basel_and_say_what_is_not_recorded() -> None:
    answer = network(record(NET), "a")
    fields = [field["field"] for field in answer["factsheet"]]
    assert tuple(fields[: len(BASEL)]) == BASEL
    empty = [field for field in answer["factsheet"] if field["says"] is None]
    assert all((field["basis"], field["claims"], field["sources"]) == ("not recorded", [], []) for field in empty)
    assert {"legal basis", "objective", "website", "membership"} <= {field["field"] for field in empty}


def test_each_field_rests_on_sources_or_claims_and_coding_is_named() -> None:
    seats = member("organization:int-s", "secretariat"), member("country:PK"), member("country:JP", "donor")
    found = says(network(record(NET, SECRETARIAT, CUSTOMS, *seats), "network:a"))
    assert (found["date of establishment"]["says"], found["date of establishment"]["sources"]) == ("2011", ["page"])
    assert found["membership"]["says"] == "Pakistan; Office"
    assert set(found["membership"]["claims"]) == {seats[0].id, seats[1].id}
    assert (found["governance structure"]["says"], found["source of funding"]["says"]) == (
        "Office (secretariat)",
        "Japan",
    )
    assert (found["seats are held by"]["says"], found["seats are held by"]["basis"]) == ("customs", "coded")


def test_a_seat_without_a_holder_says_so() -> None:
    seat = {"kind": "seat", "a": "network:a", "role": "steering-group", "source": "page"}
    held = Claim.of_values(seat | {"b": "organization:int-s", "name": "The office"})
    empty = Claim.of_values(seat | {"b": "", "name": "One officer", "holder_kind": "ozone-unit"})
    answer = network(record(NET, SECRETARIAT, held, empty), "a")
    assert [(one["seat"], one["holder"] and one["holder"]["id"], one["holder_kind"]) for one in answer["seats"]] == [
        ("One officer", None, "ozone-unit"),
        ("The office", "int-s", None),
    ]
    assert [one["claims"] for one in answer["seats"]] == [[empty.id], [held.id]]


def test_the_entry_points_of_each_country() -> None:
    seats = member("country:PK"), member("country:JP")
    answer = network(record(NET, CUSTOMS, *seats), "a")
    japan, pakistan = answer["countries"]
    assert (japan["country"]["id"], japan["basis"], japan["entry_points"]) == ("JP", "country only", [])
    assert (pakistan["basis"], pakistan["entry_points"][0]["id"]) == ("presumed", "pk-customs")
    assert pakistan["entry_points"][0]["claims"] == [seats[0].id]


def test_who_was_trained_in_what_and_when() -> None:
    event = {"kind": "training", "network": "a", "topic": "waste codes", "sources": ["page"]}
    events = [
        Event.of_values(event | {"id": name, "name": name, "start": start} | more)
        for name, start, more in (
            ("old", "2015", {}),
            ("new", "2020-05", {}),
            ("later", "2027", {}),
            ("talk", "2021", {"kind": "meeting"}),
        )
    ]
    there = [
        Claim(kind="participation", a="organization:pk-customs", b=f"event:{one.id}", role="participant", source="page")
        for one in events
    ]
    host = Claim(kind="participation", a="organization:int-s", b="event:new", role="host", source="page")
    answer = network(record(NET, SECRETARIAT, CUSTOMS, *events, *there, host), "a")
    assert [one["id"] for one in answer["events"]] == ["talk", "new", "old"]
    assert [(one["id"], one["role"]) for one in answer["events"][1]["participants"]] == [
        ("int-s", "host"),
        ("pk-customs", "participant"),
    ]
    assert [(one["who"]["id"], one["topic"], one["when"], one["claims"]) for one in answer["trained"]] == [
        ("pk-customs", "waste codes", "2020-05", [there[1].id]),
        ("pk-customs", "waste codes", "2015", [there[0].id]),
    ]


def test_the_life_of_a_network_as_a_line_of_dates() -> None:
    joins = member("country:PK", since="2012-03", until="2019"), member("country:JP", since="2012-03")
    later = member("country:CN", since="2027")
    answer = network(record(NET, *joins, later), "a")
    assert [(one["when"], one["says"]) for one in answer["timeline"]] == [
        ("2011", "begins"),
        ("2012-03", "as member: Japan, Pakistan"),
        ("2012-03", "last heard of"),
        ("2019", "no longer member: Pakistan"),
    ]
    assert set(answer["timeline"][1]["claims"]) == {one.id for one in joins}


def test_an_unknown_network_is_named() -> None:
    with pytest.raises(UnknownName, match="nowhere"):
        network(record(NET), "nowhere")


def test_on_the_seed_every_network_has_a_card_that_rests_on_claims_and_sources(seed: Record) -> None:
    for name in seed.networks:
        answer = network(seed, name)
        claims = [claim for field in answer["factsheet"] for claim in field["claims"]]
        claims += [
            claim for one in (*answer["members"], *answer["seats"], *answer["countries"]) for claim in one["claims"]
        ]
        claims += [claim for event in answer["events"] for one in event["participants"] for claim in one["claims"]]
        sources = [source for field in answer["factsheet"] for source in field["sources"]]
        assert all(seed.row_of_claim(claim) is not None for claim in claims)
        assert all(source in seed.sources for source in sources)
        said = [field for field in answer["factsheet"] if field["basis"] == "recorded"]
        assert all(field["claims"] or field["sources"] for field in said if field["says"])


def test_ren_as_the_slides_have_it(seed: Record) -> None:
    answer = network(seed, "ren")
    assert answer["status"] == "ended"
    assert len(answer["seats"]) == 16
    assert sum(one["holder"] is None for one in answer["seats"]) == 6
    assert says(answer)["source of funding"]["says"] == "Sida"
    assert network(seed.as_of("2015"), "ren")["status"] == "active"


def test_a_country_has_one_tile_and_no_two_have_the_same(seed: Record) -> None:
    placed = rules().tiles
    assert placed.keys() == seed.countries.keys()
    assert len({(tile.column, tile.row) for tile in placed.values()}) == len(placed)
    assert tiles(seed)["beside"] == []
    assert {tile["basis"] for tile in tiles(seed)["tiles"]} == {None}


def test_neighbours_on_land_are_near_on_the_tiles(seed: Record) -> None:
    placed = rules().tiles
    for country in seed.countries.values():
        for other in set(country.neighbours) & placed.keys():
            one, two = placed[country.id], placed[other]
            assert max(abs(one.column - two.column), abs(one.row - two.row)) <= 4


def test_the_members_of_a_network_on_the_tiles(seed: Record) -> None:
    found = tiles(seed, "ren")
    inside = {tile["country"]["id"]: tile["basis"] for tile in found["tiles"] if tile["basis"]}
    assert inside["TH"] == "presumed"
    assert "PK" not in inside
    assert [one["id"] for one in found["beside"]] == ["FJ", "SE"]
