"""Workshops by command: listed, shown, written, joined, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands.shapes import MergeAnswer, WorkshopFileAnswer, WorkshopsAnswer, WorkshopTakenBack
from graph.analysis.workshop.said import contact, no_contact
from graph.analysis.workshop.workshop import Workshop, apart
from graph.answers.workshop import WorkshopAnswer
from graph.stores.open import open_store
from loaders.seed import ensure_seed
from tests.commands.shapes import faults

Whoelse = Callable[..., Any]

KARACHI = Workshop("Karachi", "2026-11-20")


def laptop(file: Path, *pairs: tuple[str, str]) -> str:
    url = f"sqlite:///{file}"
    with open_store(url) as store:
        ensure_seed(store)
        for second, (a, b) in enumerate(pairs):
            for batch in apart(contact(store.read(), KARACHI, a, b, at=f"2026-11-20T10:00:{second:02d}Z")):
                store.apply(batch)
    return url


@pytest.fixture
def one(tmp_path: Path) -> str:
    return laptop(tmp_path / "one.db", ("pk-customs", "pk-pcg"))


def test_a_workshop_goes_by_file_to_another_laptop_and_is_taken_back_there(
    whoelse: Whoelse, one: str, tmp_path: Path
) -> None:
    two = laptop(tmp_path / "two.db", ("pk-customs", "pk-anf"))
    file = tmp_path / "karachi.whoelse"
    written = whoelse("workshop", "Karachi", "--out", file, "--store", one, "--json").json
    dry = whoelse("merge", file, "--dry-run", "--store", two, "--json").json
    joined = whoelse("merge", file, "--store", two, "--json").json
    again = whoelse("merge", file, "--store", two, "--json").json
    assert (dry["added"], joined["added"], again["added"], again["already"]) == (1, 1, 0, 2)
    shown = whoelse("workshop", "Karachi", "--store", two, "--json").json
    assert {said["b"]["id"] for said in shown["contacts"]} | {said["a"]["id"] for said in shown["contacts"]} == {
        "pk-customs",
        "pk-anf",
        "pk-pcg",
    }
    assert joined["opposite"] == []
    listed = whoelse("workshop", "--store", two, "--json").json
    back = whoelse("workshop", "Karachi", "--take-back", "--store", two, "--json").json
    assert listed["workshops"] == [{"workshop": "Karachi", "date": "2026-11-20", "changes": len(back["batches"])}]
    shapes = (
        (WorkshopFileAnswer, written),
        (MergeAnswer, joined),
        (WorkshopAnswer, shown),
        (WorkshopsAnswer, listed),
        (WorkshopTakenBack, back),
    )
    assert [fault for shape, answer in shapes for fault in faults(answer, shape)] == []
    assert whoelse("workshop", "Karachi", "--store", two, "--json").json["contacts"] == []
    assert whoelse("verify", "--store", two).code == 0


def test_a_workshop_that_nobody_held_is_named(whoelse: Whoelse, one: str) -> None:
    run = whoelse("workshop", "Lahore", "--store", one)
    assert run.code == 2
    assert "There is no workshop Lahore." in run.err


def test_what_cannot_both_hold_is_named_when_a_file_is_joined(whoelse: Whoelse, one: str, tmp_path: Path) -> None:
    two, file = laptop(tmp_path / "two.db"), tmp_path / "karachi.whoelse"
    with open_store(two) as store:
        store.apply(no_contact(store.read(), KARACHI, "pk-customs", "pk-pcg", at="2026-11-20T11:00:00Z"))
    assert whoelse("workshop", "Karachi", "--out", file, "--store", one).code == 0
    dry = whoelse("merge", file, "--dry-run", "--store", two, "--json").json
    assert faults(dry, MergeAnswer) == []
    (pair,) = dry["opposite"]
    assert "not in contact" in pair["here"]
    assert "Pakistan Customs" in pair["there"]
    told = " ".join(whoelse("merge", file, "--store", two).out.split())
    assert f"Cannot both hold: {pair['here']}. in the file: {pair['there']}." in told
    assert "Both stand." in told
