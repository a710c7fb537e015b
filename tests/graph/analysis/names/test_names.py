"""What people call a body leads to it: any script, any spelling a list may have, and nothing by accident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.names.lists import match_list
from graph.analysis.names.names import BODIES, find, resolve
from graph.errors import UnknownName
from graph.record import Record, record_of
from tests.graph.analysis.names.names_toy import THINGS


@pytest.mark.parametrize(
    ("text", "country", "address"),
    [
        ("pk-customs", "", "organization:pk-customs"),
        ("organization:pk-customs", "", "organization:pk-customs"),
        ("network:pk-anf", "", "network:pk-anf"),
        ("PAKISTAN   customs", "", "organization:pk-customs"),
        ("Ｐａｋｉｓｔａｎ Ｃｕｓｔｏｍｓ", "", "organization:pk-customs"),
        ("پاکستان کسٹمز", "", "organization:pk-customs"),
        ("\u200fپاکستان کسٹمز\u200f", "", "organization:pk-customs"),
        ("Pak\u200bistan\u200d Cus\ufefftoms", "", "organization:pk-customs"),
        ("istanbul sinir mudurlugu", "", "organization:tr-mit"),
        ("İSTANBUL SINIR MÜDÜRLÜĞÜ", "", "organization:tr-mit"),
        ("กรมศุลกากร", "", "organization:th-krom"),
        ("thai customs", "", "organization:th-krom"),
        ("中华人民共和国海关总署", "", "organization:cn-gacc"),
        ("anf", "PK", "organization:pk-anf"),
        ("Anti Narcotics Force", "IN", "organization:in-anf"),
        ("interpol", "PK", "organization:int-interpol"),
        ("Plant Board", "", "organization:pk-old"),
        ("torkham", "", "site:pk-torkham"),
    ],
)
def test_a_name_is_resolved(small: Record, text: str, country: str, address: str) -> None:
    assert resolve(small, text, country) == address


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("ANF", ["in-anf Anti-Narcotics Force (IN)", "pk-anf Anti-Narcotics Force (PK)"]),
        ("pk-anf", ["network:pk-anf Narcotics network", "organization:pk-anf Anti-Narcotics Force (PK)"]),
        ("Pakistan Custms", ["pk-customs Pakistan Customs (PK)"]),
        ("nothing of the kind", []),
        ("", []),
        ("\u200b", []),
    ],
)
def test_what_is_not_one_thing_is_refused_with_candidates(small: Record, text: str, candidates: list[str]) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(small, text)
    assert sorted(caught.value.candidates) == candidates


def test_what_may_be_named_can_be_narrowed(small: Record) -> None:
    assert resolve(small, "pk-anf", what=("organization",)) == "organization:pk-anf"
    assert resolve(small, "pk-anf", what=("network",)) == "network:pk-anf"


def test_the_best_match_stands_first(small: Record) -> None:
    whys = {entry["id"]: entry["why"] for entry in find(small, "customs")["found"]}
    assert next(iter(whys)) == "pk-customs"  # its kind is meant; the laboratory is only called so
    assert whys == {
        "pk-customs": "words of its name",
        "pk-customs-lab": "name begins so",
        "th-krom": "words of its short name",
    }


@pytest.mark.parametrize("text", ["customs", " Customs ", "CUSTOMS"])
def test_the_word_for_a_kind_finds_the_customs_of_every_country_first(seed: Record, text: str) -> None:
    found = [seed.organizations[entry["id"]] for entry in find(seed, text)["found"][: len(seed.countries)]]
    assert {body.country for body in found} == seed.countries.keys()
    assert {body.kind for body in found} == {"customs"}
    assert {body.level for body in found} <= {"", "national"}
    assert {"pk-customs", "th-customs", "vn-customs"} <= {body.id for body in found}


def test_of_a_kind_in_one_country_heads_come_before_units_and_these_before_other_kinds(seed: Record) -> None:
    found = [seed.organizations[entry["id"]] for entry in find(seed, "customs", "PK")["found"]]
    assert found[0].id == "pk-customs"
    kinds = [body.kind == "customs" for body in found]
    assert kinds == sorted(kinds, reverse=True)
    police = [seed.organizations[entry["id"]] for entry in find(seed, "police", "PK")["found"]]
    local = [body.level in ("provincial", "local") for body in police if body.kind == "police"]
    assert local == sorted(local)
    assert {True, False} == set(local)


def test_a_body_of_the_kind_is_found_though_no_name_says_so(seed: Record) -> None:
    whys = {entry["id"]: entry["why"] for entry in find(seed, "police", "PK")["found"]}
    assert whys["pk-ncb"] == "kind"
    assert list(whys).index("pk-npb") < list(whys).index("pk-ncb")


def test_a_refused_kind_is_answered_by_heads(seed: Record) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(seed, "Customs", "TH", BODIES)
    assert caught.value.candidates[0] == "th-customs Customs Department (TH)"


def test_a_misspelled_name_is_found_and_says_so(small: Record) -> None:
    (first,) = find(small, "Pakistan Custms")["found"]
    assert (first["id"], first["why"]) == ("pk-customs", "name is spelled nearly so")


def test_the_words_of_a_country_help_and_do_not_find_by_themselves(small: Record) -> None:
    assert [entry["id"] for entry in find(small, "laboratory pakistan")["found"]] == ["pk-customs-lab"]
    assert {entry["id"] for entry in find(small, "pakistan")["found"]} == {"pk-customs"}


def test_an_ended_body_is_found_and_says_what_follows_it(small: Record) -> None:
    (found,) = find(small, "Plant Board")["found"]
    assert found["why"] == "name; ended 2020, followed by Food Authority"


def test_before_its_end_a_body_is_not_called_ended(small: Record) -> None:
    (found,) = find(small.as_of("2019"), "Plant Board")["found"]
    assert found["why"] == "name"


HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "=HYPERLINK('x')",
    "'; DROP TABLE organizations; --",
    "\x00\x1b[31m red \x07",
    "\u202egnihtemos",
    "{0.__class__} %s {a}",
    "x" * 100_000,
    "\ud800",
    "*" * 50,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_finds_nothing_and_is_repeated_harmlessly(small: Record, text: str) -> None:
    assert find(small, text)["found"] == []
    with pytest.raises(UnknownName) as caught:
        resolve(small, text)
    assert len(str(caught.value)) < 300
    assert not {"\x00", "\x1b", "\x07", "\u202e", "\ud800"} & set(str(caught.value))


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    small = record_of(1, THINGS, [], "2026-11-25")
    find(small, text)
    for listed in match_list(small, "PK", [text]):
        assert listed.organization is None or listed.organization in small.organizations
