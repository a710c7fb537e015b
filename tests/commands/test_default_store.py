"""The default store begins with the record that comes with the program, whichever command comes first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Whoelse = Callable[..., Any]

MEMBERSHIPS = "member_id,network_id,role,since,until,note,verified,source_id\n"


def changes(whoelse: Whoelse, *words: object) -> list[str]:
    return [batch["reason"] for batch in whoelse("changes", *words, "--json").json["batches"]]


SEED = "The record that comes with the program"


def test_rows_of_ones_own_may_name_what_the_seed_holds(whoelse: Whoelse, tmp_path: Path) -> None:
    table = tmp_path / "memberships.csv"
    table.write_text(f"{MEMBERSHIPS}pk-customs,ren,observer,2025,,,,seed-slides\n", encoding="utf-8")
    tried = whoelse("load", table, "--dry-run", "--json").json
    assert (tried["added"], tried["batch"]) == (1, None)
    assert not (tmp_path / "data").exists()
    answer = whoelse("load", table, "--reason", "Mine", "--json").json
    assert (answer["added"], answer["revision"]) == (1, 2)
    assert changes(whoelse) == [SEED, "Mine"]


@pytest.mark.parametrize(
    "words", [["changes"], ["verify"], ["backup", "FILE"], ["export", "FILE"], ["copy", "", "FILE"]]
)
def test_every_command_that_reads_finds_the_seed(words: list[str], whoelse: Whoelse, tmp_path: Path) -> None:
    target = tmp_path / "out"
    given = [str(target) if word == "FILE" else word for word in words]
    if words[0] == "copy":
        given = ["copy", f"sqlite:///{tmp_path / 'data' / 'whoelse' / 'whoelse.db'}", f"sqlite:///{target}"]
    assert whoelse(*given).code == 0
    assert changes(whoelse) == [SEED]


def test_a_store_that_is_given_a_history_holds_that_and_no_seed(
    whoelse: Whoelse, seed_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = f"sqlite:///{tmp_path / 'mine.db'}"
    whoelse("load", seed_folder, "--store", mine, "--reason", "First")
    whoelse("backup", tmp_path / "mine.jsonl", "--store", mine)
    assert whoelse("restore", tmp_path / "mine.jsonl").code == 0
    assert changes(whoelse) == ["First"]
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    default = f"sqlite:///{tmp_path / 'other' / 'whoelse' / 'whoelse.db'}"
    assert whoelse("copy", mine, default).code == 0
    assert changes(whoelse) == ["First"]
