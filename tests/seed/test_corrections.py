"""A correction says what was wrong, what is right and why, and the table shows the corrected value."""

import csv
import re
from pathlib import Path
from typing import Any

SEED = Path(__file__).parents[2] / "seed"
COLUMNS = ["date", "table", "key", "column", "was", "is", "why", "source_id"]
Seed = dict[str, list[dict[str, str]]]


def faults(correction: dict[str, str], seed: Seed, columns: dict[str, list[str]]) -> list[str]:
    """What is wrong with one line of corrections.csv."""
    table = seed.get(correction["table"], [])
    ids = correction["key"].split(">")
    rows = [row for row in table if list(row.values())[: len(ids)] == ids]
    withdrawn = correction["column"] == "(row)" and not correction["is"]
    checks = {
        "date": re.fullmatch(r"\d{4}-\d{2}-\d{2}", correction["date"]) is not None,
        "table": bool(table),
        "key": len(rows) == (0 if withdrawn else 1),
        "column": correction["column"] in {*columns.get(correction["table"], []), "(row)"},
        "is": correction["column"] == "(row)" or any(row.get(correction["column"]) == correction["is"] for row in rows),
        "why": bool(correction["why"]),
        "source_id": correction["source_id"] in {row["source_id"] for row in seed["sources"]},
    }
    return [name for name, right in checks.items() if not right]


def columns_of(seed: Seed) -> dict[str, list[str]]:
    return {table: list(rows[0]) for table, rows in seed.items()}


def test_every_correction_can_be_followed(seed: Seed, expectations: dict[str, Any]) -> None:
    with (SEED / "corrections.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, strict=True)
        assert lines.fieldnames == COLUMNS
        assert [(line, found) for line in lines if (found := faults(line, seed, columns_of(seed)))] == []


def test_a_correction_that_the_table_does_not_show_is_found(seed: Seed) -> None:
    values = ["2026-11-25", "organizations", "pk-fbr", "acronym", "FBoR", "FBR", "as on the slide", "seed-slides"]
    right = dict(zip(COLUMNS, values, strict=True))
    assert faults(right, seed, columns_of(seed)) == []
    assert faults(right | {"is": "CBR", "table": "organizations"}, seed, columns_of(seed)) == ["is"]
    assert faults(right | {"key": "pk-nobody", "source_id": "hearsay"}, seed, columns_of(seed)) == [
        "key",
        "is",
        "source_id",
    ]
    row = right | {"column": "(row)"}
    assert faults(row | {"was": ""}, seed, columns_of(seed)) == []
    assert faults(row | {"is": ""}, seed, columns_of(seed)) == ["key"]
