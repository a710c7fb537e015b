"""A network is silent when nothing dated speaks for it for five years; a missing date is not held against it."""

import pytest

from graph.analysis.country.country import country
from graph.analysis.networks.network_state import NetworkState, state_of
from graph.model import Claim, Event, Network, Organization, Source, Thing
from graph.record import Record, record_of, rows_of_claims

DATE = "2026-11-25"


def network(**more: object) -> Network:
    return Network.of_values({"id": "net", "name": "Asian Net", "kind": "network", "scope": "regional", **more})


def record(*things: Thing, date: str = DATE, published: str = "") -> Record:
    claims = [thing for thing in things if isinstance(thing, Claim)]
    bodies = [Organization(id=name, name=name, country="PK", kind="customs") for name in ("a", "b")]
    nodes = [thing for thing in things if not isinstance(thing, Claim)]
    source = Source(id="page", title="Page", kind="web page", published=published)
    return record_of(1, [*nodes, *bodies, source], rows_of_claims((claim, "batch") for claim in claims), date)


def member(**more: str) -> Claim:
    values = {"kind": "membership", "a": "organization:a", "b": "network:net", "role": "member", "source": "page"}
    return Claim.of_values(values | more)


@pytest.mark.parametrize(
    ("since", "published", "state"),
    [
        ("2024-03", "", NetworkState("active", "2024-03")),
        ("1996", "2023-05-01", NetworkState("active", "2023-05-01")),  # who says in 2023 that it is a member
        ("2021-11-26", "", NetworkState("active", "2021-11-26")),
        ("2021-10", "", NetworkState("silent", "2021-10")),
        ("2021", "", NetworkState("active", "2021")),  # the year alone: five years by the calendar
        ("2019", "", NetworkState("silent", "2019")),
        ("", "", NetworkState("active", None)),
    ],
)
def test_the_newest_date_of_a_membership_decides(since: str, published: str, state: NetworkState) -> None:
    assert state_of(record(network(), member(since=since), published=published), "net") == state


def test_every_sort_of_evidence_counts() -> None:
    event = Event(id="meeting", name="Meeting", kind="meeting", network="net", start="2025-02-03")
    tie = Claim(
        kind="tie", a="organization:a", b="organization:b", role="liaison", name="asian NET", directed="no",
        standing="episode", since="2024", source="page",
    )  # fmt: skip
    came = Claim(kind="participation", a="organization:a", b="event:meeting", role="participant", source="page")
    assert state_of(record(network(), event), "net").last_heard == "2025-02-03"
    assert state_of(record(network(), tie), "net").last_heard == "2024"
    undated = Event(id="meeting", name="Meeting", kind="meeting", network="net")
    assert state_of(record(network(), undated, came, published="2023-01"), "net").last_heard == "2023-01"
    assert state_of(record(network(sources=["page"]), published="2022-06"), "net").last_heard == "2022-06"


def test_the_year_of_its_beginning_is_no_sign_of_life() -> None:
    assert state_of(record(network(start_year="1992")), "net") == NetworkState("active", None)


def test_an_ended_network_is_ended_only_from_its_end() -> None:
    ended = record(network(end_year="2018"), member(since="2014"))
    assert state_of(ended, "net") == NetworkState("ended", "2014")
    assert state_of(ended.as_of("2018-12"), "net").status == "active"


def test_what_lies_after_the_date_of_the_record_is_not_known_yet() -> None:
    later = record(network(), member(since="2012"), member(since="2024"))
    assert state_of(later.as_of("2015"), "net") == NetworkState("active", "2012")
    assert state_of(later.as_of("2019"), "net") == NetworkState("silent", "2012")


@pytest.mark.parametrize(
    ("network_id", "status", "last_heard"),
    [
        ("wco-rilo-ap", "active", "2022-10-01"),
        ("ozone-network-seap", "active", "2025-12-19"),
        ("wco", "active", None),
        ("arpec", "silent", "2013-11-22"),
        ("ren", "ended", "2018-03-05"),
    ],
)
def test_networks_of_the_seed(seed: Record, network_id: str, status: str, last_heard: str | None) -> None:
    assert state_of(seed, network_id) == NetworkState(status, last_heard)  # type: ignore[arg-type]


def test_what_had_not_begun_is_nowhere_in_the_past(seed: Record) -> None:
    past = seed.as_of("2012")
    assert not past.is_living("pk-nafsa")  # founded in 2025
    answer = country(past, "PK")
    assert all(seed.networks[seat["id"]].start_year <= "2012" for seat in answer["networks"])
    assert all(seed.organizations[body["id"]].since[:4] <= "2012" for body in answer["organizations"])
