"""Every row of the seed can be followed: known ids, known sources, known words, real dates, no persons."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import iso3166
import pytest

Seed = dict[str, list[dict[str, str]]]
NODES = {
    "sources": "source_id",
    "countries": "iso2",
    "organizations": "org_id",
    "networks": "network_id",
    "sites": "site_id",
    "events": "event_id",
    "activities": "activity_id",
}
BODY = "organizations"
REFERENCES = {  # table and column: the tables in which what it names must stand ("countries" means any ISO code)
    (BODY, "parent_id"): [BODY],
    (BODY, "succeeded_by"): [BODY],
    (BODY, "country"): ["countries"],
    ("networks", "country"): ["countries"],
    ("networks", "secretariat_org_id"): [BODY],
    ("countries", "neighbours"): ["countries"],
    ("memberships", "member_id"): [BODY, "countries"],
    ("memberships", "network_id"): ["networks"],
    ("ties", "a_id"): [BODY, "countries"],
    ("ties", "b_id"): [BODY, "countries"],
    ("responsibilities", "org_id"): [BODY, "countries"],
    ("sites", "country"): ["countries"],
    ("sites", "neighbour"): ["countries"],
    ("sites", "same_as"): ["sites"],
    ("site_presence", "org_id"): [BODY],
    ("site_presence", "site_id"): ["sites"],
    ("site_presence", "through"): ["networks"],
    ("events", "network_id"): ["networks"],
    ("events", "host_org_id"): [BODY],
    ("events", "country"): ["countries"],
    ("participations", "org_id"): [BODY, "countries"],
    ("participations", "event_id"): ["events"],
    ("seats", "network_id"): ["networks"],
    ("seats", "holder_id"): [BODY],
    ("activities", "network_id"): ["networks"],
}
DATES = {"since", "until", "verified", "start", "end", "start_year", "end_year", "published"}
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
CONTACT = re.compile(r"\S@\S|(?<![\w/-])\+\d[\d ()-]{6,}\d|\b(?:tel|phone|fax)[.:]", re.IGNORECASE)


def cells(seed: Seed) -> Iterator[tuple[str, int, str, str]]:
    """Each filled cell: table, line of the file as if no cell broke a line, column, value."""
    for table, rows in seed.items():
        for line, row in enumerate(rows, start=2):
            for column, value in row.items():
                if value:
                    yield table, line, column, value


def known(seed: Seed, table: str) -> set[str]:
    """Ids of a table; for countries every code of the standard, and INT for bodies of no country."""
    if table == "countries":
        return {*iso3166.countries_by_alpha2, "INT"}
    return {row[NODES[table]] for row in seed[table]}


@pytest.mark.parametrize(("table", "column"), NODES.items())
def test_ids_are_unique_slugs(table: str, column: str, seed: Seed) -> None:
    ids = [row[column] for row in seed[table]]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []
    shape = r"[A-Z]{2}" if table == "countries" else r"[a-z0-9][a-z0-9-]*"
    assert [one for one in ids if not re.fullmatch(shape, one)] == []


def test_every_row_names_known_sources(seed: Seed) -> None:
    sources = known(seed, "sources")
    rows = [(table, row) for table in seed if table != "sources" for row in seed[table]]
    assert [(table, row) for table, row in rows if not set(row["source_id"].split("|")) <= sources] == []


@pytest.mark.parametrize(("table", "column"), REFERENCES)
def test_what_a_row_refers_to_exists(table: str, column: str, seed: Seed) -> None:
    there = set().union(*(known(seed, target) for target in REFERENCES[table, column]))
    named = {one for row in seed[table] for one in row[column].split("|") if one}
    assert named - there == set()


def test_a_row_that_must_name_both_sides_does(seed: Seed) -> None:
    needed = {"memberships": 2, "ties": 2, "responsibilities": 2, "site_presence": 2, "participations": 2, "seats": 2}
    assert [row for table, ends in needed.items() for row in seed[table] if not all(list(row.values())[:ends])] == []


def test_words_are_those_of_the_closed_lists(seed: Seed, expectations: dict[str, Any]) -> None:
    lists = expectations["lists"]
    wrong = []
    for place, words in expectations["words"].items():
        table, column = place.split()
        allowed = {one for word in words for one in (lists[word[1:]].split() if word.startswith("@") else [word])}
        found = {one for row in seed[table] for one in row[column].split("|")}
        wrong += [(place, one) for one in sorted(found - allowed)]
    assert wrong == []


def test_seat_of_a_network_is_a_kind_of_body_or_a_treaty_role(seed: Seed, expectations: dict[str, Any]) -> None:
    lists = expectations["lists"]
    roles = product(lists["agreement"].split(), lists["treaty-role"].split())
    allowed = {*lists["organization"].split(), *(f"{agreement}:{role}" for agreement, role in roles), ""}
    assert {one for row in seed["networks"] for one in row["seat"].split("|")} - allowed == set()


def real(text: str) -> bool:
    """Whether a text is a year, a month or a day that exists."""
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return DATE.fullmatch(text) is not None


def test_dates_exist_and_nothing_ends_before_it_began(seed: Seed) -> None:
    dated = [cell for cell in cells(seed) if cell[2] in DATES]
    assert [cell for cell in dated if not real(cell[3])] == []
    pairs = [("since", "until"), ("start", "end"), ("start_year", "end_year")]
    spans = [(row.get(a, ""), row.get(b, "")) for rows in seed.values() for row in rows for a, b in pairs]
    assert [(begun, over) for begun, over in spans if begun and over and over[: len(begun)] < begun[: len(over)]] == []


def test_nobody_is_part_of_itself(seed: Seed) -> None:
    parent = {row["org_id"]: row["parent_id"] for row in seed[BODY]}
    for start in parent:
        line = [start]
        while (above := parent[line[-1]]) != "":
            assert above not in line, line
            line.append(above)


def test_two_rows_of_one_crossing_stand_on_its_two_sides(seed: Seed) -> None:
    sites = {row["site_id"]: row for row in seed["sites"]}
    pairs = [(row, sites[row["same_as"]]) for row in sites.values() if row["same_as"]]
    ends = [((a["country"], a["neighbour"]), (b["neighbour"], b["country"])) for a, b in pairs]
    assert pairs
    assert [(one, two) for one, two in ends if one != two] == []


def test_text_is_clean_and_holds_no_contact_of_a_person(seed: Seed) -> None:
    def unclean(value: str) -> bool:
        controls = any(unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} for sign in value)
        return controls or value != value.strip() or value != unicodedata.normalize("NFC", value)

    assert [cell for cell in cells(seed) if unclean(cell[3])] == []
    assert [cell for cell in cells(seed) if cell[2] != "url" and CONTACT.search(cell[3])] == []


def test_addresses_of_sources_are_web_addresses(seed: Seed) -> None:
    urls = [row["url"] for row in seed["sources"] if row["url"]]
    assert [url for url in urls if not re.fullmatch(r"https?://[^\s/]+\S*", url)] == []


@pytest.mark.parametrize("table", ["memberships", "ties", "responsibilities", "site_presence", "participations"])
def test_no_fact_of_one_source_is_written_twice(table: str, seed: Seed) -> None:
    said = [tuple(value for column, value in row.items() if column not in {"note", "verified"}) for row in seed[table]]
    assert sorted({fact for fact in said if said.count(fact) > 1}) == []
