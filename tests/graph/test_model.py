"""The nodes and claims: what may be said, and what it is called."""

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from graph import vocabulary
from graph.errors import InvalidThing
from graph.history import json_of, thing_of
from graph.model import THINGS, Claim, Organization, Source
from tests.contract.small import CUSTOMS, DESK, MEMBER, PROBLEM, TIE
from tests.contract.small import THINGS as OF_THE_STORES

SAID = Claim(
    kind="assessment", a="organization:pk-customs", b="theme:wildlife", role="goal", name="no ivory", source="gazette"
)
SMALL = (*OF_THE_STORES, SAID)
TURNED = replace(TIE, a=TIE.b, b=TIE.a)


def test_the_id_of_a_claim_never_changes() -> None:
    """Published numbers point to these ids: if this fails, every claim of every store gets another name."""
    assert [claim.id for claim in (TIE, PROBLEM, MEMBER, DESK)] == [
        "ac301772e50290bb",
        "8c14b7371283f982",
        "ca05afa975d0f0a6",
        "029697c667ea4a37",
    ]


def test_an_undirected_tie_is_one_claim_either_way_round() -> None:
    assert TURNED.id == TIE.id
    assert TURNED != TIE


def test_a_directed_tie_is_another_claim_the_other_way_round() -> None:
    one = replace(TIE, directed="yes")
    assert replace(one, a=one.b, b=one.a).id != one.id


@pytest.mark.parametrize("change", [{"until": "2025"}, {"note": "other"}, {"read_on": "2026"}])
def test_what_may_change_later_is_not_in_the_id(change: dict[str, str]) -> None:
    assert replace(TIE, **change).id == TIE.id


@pytest.mark.parametrize(
    "change",
    [
        {"role": "agreement"},
        {"name": "Another"},
        {"standing": "planned"},
        {"status": "absent"},
        {"since": "2019-06"},
        {"theme": "wildlife"},
        {"source": "report"},
        {"b": "organization:pk-navy"},
    ],
)
def test_what_a_claim_says_is_in_the_id(change: dict[str, str]) -> None:
    assert replace(TIE, **change).id != TIE.id


def test_addresses_tell_apart_what_ids_do_not() -> None:
    assert CUSTOMS.address == "organization:pk-customs"
    assert TIE.address == f"claim:{TIE.id}"


@pytest.mark.parametrize("thing", SMALL, ids=lambda thing: thing.address)
def test_things_come_back_from_a_line(thing: Any) -> None:
    assert thing_of(json_of(thing)) == thing
    assert type(thing).of_values(thing.values()) == thing


def test_every_kind_has_an_example() -> None:
    assert {thing.node for thing in SMALL} == set(THINGS)
    assert {thing.kind for thing in SMALL if isinstance(thing, Claim)} == set(vocabulary.CLAIM_KINDS)


def test_things_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CUSTOMS.name = "Other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("thing", "change", "faults"),
    [
        (CUSTOMS, {"name": ""}, [("name", "is empty")]),
        (CUSTOMS, {"name": "", "country": "Pakistan"}, [("name", "is empty"), ("country", "is not a country code of")]),
        (CUSTOMS, {"aliases": ("fine", "x@y.org")}, [("aliases", "holds an e-mail address")]),
        (CUSTOMS, {"functions": ("cooking",)}, [("functions", "is none of: policy, licensing")]),
        (TIE, {"a": "person:x"}, [("a", "is not an address such as")]),
        (TIE, {"a": "network:ren"}, [("a", "a tie joins organization or country here")]),
        (TIE, {"b": ""}, [("b", "a tie joins")]),
        (TIE, {"b": TIE.a}, [("b", "joins a thing to itself")]),
        (TIE, {"role": "friendship"}, [("role", "is none of: mou, agreement")]),
        (TIE, {"standing": ""}, [("standing", "is empty")]),
        (TIE, {"directed": ""}, [("directed", "is empty")]),
        (TIE, {"through": "ren"}, [("through", "is not said by a tie")]),
        (TIE, {"until": "2018"}, [("until", "lies before the beginning")]),
        (TIE, {"until": "2019-04-30"}, [("until", "lies before the beginning")]),
        (TIE, {"source": ""}, [("source", "is empty")]),
        (MEMBER, {"b": "organization:interpol"}, [("b", "a membership joins network here")]),
        (MEMBER, {"directed": "yes"}, [("directed", "is not said by a membership")]),
        (MEMBER, {"status": "absent"}, [("status", "is not said by a membership")]),
        (MEMBER, {"theme": "wildlife"}, [("theme", "is not said by a membership")]),
        (TIE, {"role": "friendship", "until": "2018-13"}, [("until", "is not a day"), ("role", "is none of")]),
        (TIE, {"kind": "rumour", "since": "x"}, [("kind", "is none of"), ("since", "is not a date")]),
        (TIE, {"a": "nobody", "b": "nobody"}, [("a", "is not an address"), ("b", "is not an address")]),
    ],
)
def test_what_is_wrong_is_named(thing: Any, change: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    with pytest.raises(InvalidThing) as caught:
        replace(thing, **change)
    found = [(fault.column, fault.reason) for fault in caught.value.faults]
    assert [column for column, _ in found] == [column for column, _ in faults]
    assert all(reason.startswith(start) for (_, reason), (_, start) in zip(found, faults, strict=True))


@pytest.mark.parametrize("until", ["2019", "2019-05", "2019-05-01", "2020"])
def test_an_end_in_the_same_month_or_year_is_none_too_early(until: str) -> None:
    assert replace(TIE, until=until).until == until


def test_only_a_seat_may_be_empty() -> None:
    seat = Claim(kind="seat", a="network:ren", role="member", name="Customs seat", source="s")
    assert seat.b == ""


def test_namibia_and_international_are_countries() -> None:
    assert Organization(id="na-customs", name="Customs", country="NA", kind="customs").country == "NA"
    assert Organization(id="wco", name="WCO", country="INT", kind="igo").country == "INT"


def test_a_map_shows_the_short_name() -> None:
    assert CUSTOMS.shown == "Pakistan Customs"
    assert replace(CUSTOMS, short_name="Customs").shown == "Customs"


def test_a_source_may_lack_its_page() -> None:
    assert Source(id="s", title="S", kind="workshop").url == ""
