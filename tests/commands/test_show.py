"""What a reader of a terminal needs to tell one line from another."""

from collections.abc import Callable
from typing import Any

import pytest

from commands.result import json_text
from commands.show.parts import contacts

Whoelse = Callable[..., Any]


def test_a_treaty_desk_is_named_with_its_treaty(whoelse: Whoelse, seeded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    lines = whoelse("who-else", "PK", "--store", seeded).out.splitlines()
    for role, treaty in (
        ("Competent authority", "Basel Convention"),
        ("Focal point", "Basel Convention"),
        ("National focal point", "Minamata Convention"),
        ("Official contact point", "Stockholm Convention"),
        ("National authority", "Chemical Weapons Convention"),
    ):
        assert any(line.startswith(f"{role} ") and treaty in line for line in lines)


def test_no_band_is_printed_where_no_reason_is_recorded(whoelse: Whoelse, seeded: str) -> None:
    words = ["gaps", "--country", "PK", "--recorded-only", "--store", seeded]
    found = whoelse(*words, "--json").json["gaps"]
    shown = [line.strip() for line in whoelse(*words).out.splitlines() if " and pk-" in line and "searched:" in line]
    assert len(shown) == len(found)
    for gap, line in zip(found, shown, strict=True):
        assert line.startswith(f"band {gap['band']}, " if gap["reasons"] else "no reason recorded, ")
    assert any(not gap["reasons"] for gap in found)


def test_the_next_step_names_both_sides_of_each_gap(whoelse: Whoelse, seeded: str) -> None:
    words = ["next-step", "--country", "TH", "--store", seeded]
    pairs = [pair for step in whoelse(*words, "--json").json["steps"] for pair in step["pairs"]]
    lines = [line.strip() for line in whoelse(*words).out.splitlines() if line.strip().startswith("- ")]
    assert len(lines) == len(pairs) > 0
    assert "- Customs Department and Royal Thai Police" in lines


def test_the_list_of_gaps_says_how_many_lines_it_leaves_out(whoelse: Whoelse, seeded: str) -> None:
    words = ["gaps", "--country", "LK", "--store", seeded]
    left_out = next(line for line in whoelse(*words, "--top", "3").out.splitlines() if line.startswith("And "))
    every = whoelse(*words, "--top", left_out.split()[-3])
    assert len(whoelse(*words, "--json").json["gaps"]) == 3 + int(left_out.split()[1])
    assert "more line" not in every.out


def test_problems_outside_the_expected_are_counted_apart(whoelse: Whoelse, seeded: str) -> None:
    said = " ".join(whoelse("gaps", "--country", "PK", "--store", seeded).out.split())
    assert "2 reported as a problem. 1 more outside the expected." in said


def test_where_nothing_is_expected_no_figure_and_no_all_clear_is_printed(whoelse: Whoelse, seeded: str) -> None:
    said = whoelse("gaps", "--country", "BN", "--theme", "arms", "--store", seeded).out
    assert "0 of 0" not in said
    assert "No gap was found" not in said
    assert said.startswith("Nothing recorded here lets a contact be expected")


def test_one_is_no_plural() -> None:
    said = contacts({"expected": 1, "found": 0, "problems": 0, "sources_read": 1})
    assert said == "Found 0 of 1 expected contact; 1 source read."


def test_broken_numbers_are_rounded() -> None:
    answer = {"severity": 0.1 + 0.2, "gaps": [{"sits_with": 1 / 3, "cost": 2.0, "of": 3}]}
    text = json_text(answer)
    assert '"severity": 0.3,' in text
    assert '"sits_with": 0.333333,' in text
    assert '"cost": 2.0,' in text
    assert '"of": 3' in text


@pytest.mark.parametrize(("level", "key"), [("hand-in-hand", "cells"), ("treaty", "groups"), ("site", "groups")])
def test_every_level_prints_as_many_as_asked_for_and_all_where_nothing_is_said(
    level: str, key: str, whoelse: Whoelse, seeded: str
) -> None:
    words = ["gaps", "--country", "TH", "--level", level, "--store", seeded, "--json"]
    every = whoelse(*words).json[key]
    assert len(every) > 2
    assert whoelse(*words, "--top", "2").json[key] == every[:2]
