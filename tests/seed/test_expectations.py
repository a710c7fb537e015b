"""The seed holds what seed/expectations.toml says: enough rows, the reviewed content, nothing required missing."""

import csv
import hashlib
import io
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SEED = Path(__file__).parents[2] / "seed"
EXPECTED = tomllib.loads((SEED / "expectations.toml").read_text(encoding="utf-8"))
TABLES = list(EXPECTED["tables"])


def lines(path: Path) -> list[list[str]]:
    """The lines of a table, its head first."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def content(rows: list[list[str]]) -> str:
    """SHA-256 of a table without its column of short names."""
    kept = [number for number, column in enumerate(rows[0]) if column != "short_name"]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([row[number] for number in kept] for row in rows)
    return hashlib.sha256(text.getvalue().encode()).hexdigest()


@pytest.mark.parametrize("table", TABLES)
def test_no_table_has_lost_rows(
    table: str, seed: dict[str, list[dict[str, str]]], remark: Callable[[str], None]
) -> None:
    rows, limits = len(seed[table]), EXPECTED["tables"][table]
    assert rows >= limits["minimum"], f"seed/{table}.csv has {rows} rows, at least {limits['minimum']} are expected"
    if rows > limits["maximum"]:
        remark(f"seed/{table}.csv has {rows} rows, more than the {limits['maximum']} expected: did some come in twice?")


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_format(table: str, seed: dict[str, list[dict[str, str]]]) -> None:
    assert list(seed[table][0]) == EXPECTED["tables"][table]["columns"].split()


@pytest.mark.parametrize("table", TABLES)
def test_content_is_the_reviewed_content(table: str) -> None:
    found = content(lines(SEED / f"{table}.csv"))
    assert found == EXPECTED["tables"][table]["content"], f'seed/{table}.csv has changed; if meant: content = "{found}"'


def undone(table: str, rows: list[list[str]], corrections: list[list[str]]) -> list[list[str]]:
    """The table as it stood before its corrections: the last one is taken back first."""
    rows = [list(row) for row in rows]
    for _, where, key, column, was, now, *_ in reversed(corrections):
        if where != table:
            continue
        ids = key.split(">")
        [row] = [row for row in rows if row[: len(ids)] == ids]
        if column == "(row)":
            assert not was, f"{key} was withdrawn from {table}: its place is not known"
            rows.remove(row)
        else:
            place = rows[0].index(column)
            assert row[place] == now, f"{table} {key} {column} is not what its correction says"
            row[place] = was
    return rows


@pytest.mark.parametrize("table", TABLES)
def test_all_that_changed_since_the_record_was_gathered_is_in_the_corrections(table: str) -> None:
    before = undone(table, lines(SEED / f"{table}.csv"), lines(SEED / "corrections.csv")[1:])
    assert content(before) == EXPECTED["tables"][table]["gathered_sha256"], f"seed/{table}.csv: see corrections.csv"


def test_a_change_without_its_correction_is_found() -> None:
    then = [["id", "name"], ["a", "Old"], ["b", "Same"]]
    now = [["id", "name"], ["a", "New"], ["b", "Same"], ["c", "Came later"]]
    renamed = ["2026-11-25", "bodies", "a", "name", "Old", "New", "renamed", "page"]
    added = ["2026-11-25", "bodies", "c", "(row)", "", "Came later", "founded", "page"]
    assert undone("bodies", now, [renamed, added]) == then
    assert undone("bodies", now, [added]) != then
    assert undone("bodies", now, [renamed]) != then


def test_only_the_short_name_is_left_out_of_the_content(tmp_path: Path) -> None:
    def of(text: str) -> str:
        (tmp_path / "table.csv").write_text(text, encoding="utf-8")
        return content(lines(tmp_path / "table.csv"))

    before = of("id,name,short_name\na,Ministry of Climate Change,Climate\n")
    assert of("id,name,short_name\na,Ministry of Climate Change,Climate Ministry\n") == before
    assert of("id,name,short_name\na,Ministry of Climate change,Climate\n") != before


def test_every_country_in_focus_has_its_bodies(seed: dict[str, list[dict[str, str]]]) -> None:
    found = Counter(row["country"] for row in seed["organizations"])
    assert {row["iso2"] for row in seed["countries"]} == set(EXPECTED["bodies"])
    assert {country: found[country] for country, least in EXPECTED["bodies"].items() if found[country] < least} == {}


@pytest.mark.parametrize("table", list(EXPECTED["required"]))
def test_nothing_required_is_missing(table: str, seed: dict[str, list[dict[str, str]]]) -> None:
    ids = {next(iter(row.values())) for row in seed[table]}
    required: dict[str, Any] = EXPECTED["required"]
    assert set(required[table].split()) - ids == set()
