"""A box of the map shows every body and network in two lines, whole words, and no two of one country alike."""

import textwrap
from collections import defaultdict

import pytest

Seed = dict[str, list[dict[str, str]]]
LINE = 18  # signs in a line of a box
LONGEST = 30
NAMED = ["organizations", "networks"]


def shown(row: dict[str, str]) -> str:
    """What a box says: the short name, or the name where it is short enough."""
    return row["short_name"] or row["name"]


def place(table: str, row: dict[str, str]) -> str:
    """Within what a name must be the only one: a country for bodies, the whole record for networks."""
    return row["country"] if table == "organizations" else ""


@pytest.mark.parametrize("table", NAMED)
def test_every_name_fits_two_lines_of_a_box(table: str, seed: Seed) -> None:
    def fits(text: str) -> bool:
        lines = textwrap.wrap(text, LINE, break_long_words=False, break_on_hyphens=False)
        return len(text) <= LONGEST and len(lines) <= 2 and max(map(len, lines)) <= LINE

    assert [shown(row) for row in seed[table] if not fits(shown(row))] == []


@pytest.mark.parametrize("table", NAMED)
def test_no_short_name_is_cut(table: str, seed: Seed) -> None:
    short = [row["short_name"] for row in seed[table] if row["short_name"]]
    ends = ("...", "…", "-", ".", ",", "&", " and", " of", " for", " the", " in")
    assert [text for text in short if text.endswith(ends) or text != " ".join(text.split())] == []


@pytest.mark.parametrize("table", NAMED)
def test_no_two_boxes_of_one_country_say_the_same(table: str, seed: Seed) -> None:
    said = defaultdict(list)
    for row in seed[table]:
        said[place(table, row), shown(row).casefold()].append(next(iter(row.values())))
    assert {text: ids for text, ids in said.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("table", NAMED)
def test_no_short_name_is_the_name_of_another(table: str, seed: Seed) -> None:
    named = defaultdict(list)
    for row in seed[table]:
        for name in filter(None, [row["name"], *row.get("aliases", "").split("|")]):
            named[place(table, row), name.casefold()].append(row["name"])
    wrong = [
        (row["short_name"], other)
        for row in seed[table]
        for other in named[place(table, row), row["short_name"].casefold()]
        if other != row["name"]
    ]
    assert wrong == []
