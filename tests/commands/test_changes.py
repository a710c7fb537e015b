"""The history of a store by command: list, undo, back up, restore, copy."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loaders.seed import FOLDER

Whoelse = Callable[..., Any]


@pytest.fixture
def mine(tmp_path: Path, whoelse: Whoelse, seed_folder: Path) -> str:
    """The address of a store with one load."""
    url = f"sqlite:///{tmp_path / 'mine.db'}"
    assert whoelse("load", seed_folder, "--store", url, "--author", "UNEP ROAP", "--reason", "First").code == 0
    return url


def revision(whoelse: Whoelse, url: str) -> int:
    return len(whoelse("changes", "--store", url, "--json").json["batches"])


def test_changes_say_who_when_why_and_what(whoelse: Whoelse, mine: str) -> None:
    (batch,) = whoelse("changes", "--store", mine, "--json").json["batches"]
    assert (batch["author"], batch["reason"], batch["added"], batch["undoes"]) == ("UNEP ROAP", "First", 2, None)
    assert "2 added" in whoelse("changes", "--store", mine).out


def test_undo_is_a_change_that_names_what_it_undoes(whoelse: Whoelse, mine: str) -> None:
    first = whoelse("changes", "--store", mine, "--json").json["batches"][0]["id"]
    answer = whoelse("undo", first, "--store", mine, "--reason", "wrong file", "--json").json
    assert answer["revision"] == 2
    last = whoelse("changes", "--since", first, "--store", mine, "--json").json["batches"]
    assert [(one["id"], one["undoes"], one["reason"], one["withdrawn"]) for one in last] == [
        (answer["batch"], first, "wrong file", 2)
    ]
    assert whoelse("undo", first, "--store", mine).code == 2


def test_a_backup_is_restored_elsewhere(whoelse: Whoelse, mine: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    assert whoelse("backup", file, "--store", mine).code == 0
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert whoelse("restore", file, "--store", other, "--json").json == {"copied": 1, "revision": 1}
    assert whoelse("changes", "--store", other, "--json") == whoelse("changes", "--store", mine, "--json")
    assert whoelse("verify", "--store", other).code == 0


def test_restoring_over_changes_of_its_own_asks_for_replace(
    whoelse: Whoelse, mine: str, seed_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "backup.jsonl"
    whoelse("backup", file, "--store", mine)
    with (seed_folder / "sources.csv").open("a", encoding="utf-8") as out:
        out.write("other,Another page,,,2021,report\n")
    whoelse("load", seed_folder, "--store", mine)
    run = whoelse("restore", file, "--store", mine)
    assert run.code == 2
    assert "The store holds 1 change that the backup does not hold." in " ".join(run.err.split())
    assert revision(whoelse, mine) == 2
    assert whoelse("restore", file, "--store", mine, "--replace").code == 0
    assert revision(whoelse, mine) == 1


def test_a_backup_that_goes_further_is_restored_without_asking(
    whoelse: Whoelse, mine: str, seed_folder: Path, tmp_path: Path
) -> None:
    early = f"sqlite:///{tmp_path / 'early.db'}"
    whoelse("copy", mine, early)
    with (seed_folder / "sources.csv").open("a", encoding="utf-8") as out:
        out.write("other,Another page,,,2021,report\n")
    whoelse("load", seed_folder, "--store", mine)
    assert whoelse("copy", mine, early, "--json").json == {"copied": 2, "revision": 2}
    assert whoelse("copy", early, mine, "--json").json == {"copied": 2, "revision": 2}


def test_a_damaged_backup_changes_nothing(whoelse: Whoelse, mine: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.jsonl"
    whoelse("backup", file, "--store", mine)
    file.write_text(file.read_text(encoding="utf-8").replace("Project REN", "Project XYZ"), encoding="utf-8")
    assert whoelse("restore", file, "--store", mine, "--replace").code == 2
    assert revision(whoelse, mine) == 1


def test_a_store_that_lost_all_of_its_content_does_not_verify(whoelse: Whoelse, mine: str, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_bytes(b"")
    run = whoelse("verify", "--store", mine, "--json")
    assert (run.code, run.json["ok"]) == (3, False)
    assert run.json["problems"] == ["The store is empty: nothing was ever written to it, or what was written is lost."]


def test_a_damaged_store_does_not_verify(whoelse: Whoelse, mine: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.db"
    file.write_bytes(file.read_bytes().replace(b"Project REN", b"Project XYZ"))
    run = whoelse("verify", "--store", mine, "--json")
    assert run.code == 3
    answer = json.loads(run.out)
    assert answer.get("problems") or answer.get("error")


def test_an_export_is_read_back_without_a_change(whoelse: Whoelse, mine: str, tmp_path: Path) -> None:
    assert whoelse("export", tmp_path / "out", "--store", mine).code == 0
    answer = whoelse("load", tmp_path / "out", "--store", mine, "--json").json
    assert (answer["read"], answer["unchanged"], answer["batch"]) == (2, 2, None)


def test_a_dry_run_says_so_and_leaves_the_store_alone(whoelse: Whoelse, mine: str, seed_folder: Path) -> None:
    with (seed_folder / "sources.csv").open("a", encoding="utf-8") as out:
        out.write("other,Another page,,,2021,report\n")
    run = whoelse("load", seed_folder, "--dry-run", "--store", mine)
    assert run.out == "3 rows read, 1 added, 2 unchanged.\nNothing was written: this was a dry run.\n"
    assert revision(whoelse, mine) == 1


def test_a_dry_run_leaves_no_store_behind(whoelse: Whoelse, seed_folder: Path, home: Path, tmp_path: Path) -> None:
    assert whoelse("load", seed_folder, "--dry-run", "--json").json["read"] == 2
    assert whoelse("load", seed_folder, "--dry-run", "--store", f"sqlite:///{tmp_path / 'new.db'}").code == 0
    assert not home.exists()
    assert not (tmp_path / "new.db").exists()


def test_a_decision_changes_the_list_and_undo_gives_it_back(whoelse: Whoelse, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    whoelse("load", FOLDER, "--store", url)

    def listed() -> list[set[str]]:
        answer = whoelse("gaps", "--country", "LK", "--top", "1000", "--store", url, "--json").json
        return [{gap["a"]["id"], gap["b"]["id"]} for gap in answer["gaps"]]

    before = listed()
    a, b = sorted(before[5])
    said = whoelse("decide", a, b, "--as", "contact", "--said-on", "2026-11-24", "--store", url, "--json").json
    assert {a, b} not in listed()
    assert whoelse("claims", said["claim"], "--store", url, "--json").json["claims"][0]["source"]["kind"] == "workshop"
    whoelse("undo", said["decided"]["batch"], "--store", url)
    assert listed() == before


def test_a_decision_without_ground_is_refused(whoelse: Whoelse, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    whoelse("load", FOLDER, "--store", url)
    told = whoelse("decide", "lk-customs", "lk-cea", "--as", "none", "--store", url)
    assert (told.code, "rests on one source" in told.err) == (2, True)
    told = whoelse("decide", "Sri Lanka Customs", "Forest Department", "--as", "none", "--store", url)
    assert "rests on one source" in told.err, "of three forest departments that of Sri Lanka is meant"


def test_a_map_is_one_file(whoelse: Whoelse, seeded: str, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    answer = whoelse("export", file, "--format", "html", "--country", "Sri Lanka", "--store", seeded, "--json").json
    assert answer == {"folder": str(tmp_path), "files": ["map.html"], "revision": 1}
    assert "<title>Who Else? Sri Lanka</title>" in file.read_text(encoding="utf-8")
    refused = whoelse("export", tmp_path / "tables", "--country", "LK", "--store", seeded)
    assert (refused.code, refused.err) == (
        2,
        "Tables are written whole. Leave --country and --theme out, or ask for --format html.\n",
    )
