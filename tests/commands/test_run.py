"""Exit codes, errors, and where the record is kept."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.stores.sqlite import SqliteStore
from loaders import place

Whoelse = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("find customs --country PK", 0),
        ("find xyzzyq", 1),
        ("claims pk-customs", 0),
        ("changes --since 2999", 1),
        ("verify", 0),
        ("find", 2),
        ("fnid customs", 2),
        ("find customs --as-of yesterday", 2),
        ("verify --as-of garbage", 2),
        ("changes --as-of 2019-13", 2),
        ("verify --as-of 2019", 0),
        ("find customs --country Atlantis", 2),
        ("gaps --country PK --top 0", 2),
        ("gaps --country PK --theme unicorns", 2),
        ("claims no-such-thing-at-all", 2),
        ("changes --since no-such-batch", 2),
        ("undo no-such-batch", 2),
        ("who-else PK --list no-such-file.txt", 2),
        ("add-body Court --country PK --kind judiciary --source nowhere", 2),
        ("evaluate unicorns", 2),
        ("invite LK --most 3", 0),
        ("invite LK --csv nowhere/at/all.csv", 2),
        ("questions LK --theme unicorns", 2),
        ("who-else", 2),
        ("who-else PK --site pk-torkham", 2),
        ("who-else --site nowhere-at-all", 2),
        ("who-else --site Torkham", 0),
        ("who-else --network impel-network", 1),
        ("who-else PK --order sits-with", 2),
        ("serve --port 99999", 2),
    ],
)
def test_exit_codes(words: str, code: int, whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("--store", seeded, *words.split())
    assert run.code == code
    assert bool(run.out) == (code < 2)
    assert bool(run.err) == (code >= 2)


def test_an_error_is_one_sentence_on_standard_error(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("gaps", "--country", "Atlantis", "--store", seeded)
    assert run.out == ""
    what = "“Atlantis” is none of the countries of this record."
    assert " ".join(run.err.split()).startswith(f"{what} Give the code of one: AF Afghanistan;")


def test_an_error_is_json_where_json_was_asked_for(whoelse: Whoelse, seeded: str) -> None:
    run = whoelse("routes", "--json", "--store", seeded)
    assert (run.code, run.err) == (2, "")
    assert run.json == {
        "error": "The following arguments are required: FROM, TO. See whoelse routes --help.",
        "what": "The following arguments are required: FROM, TO.",
        "do": "See whoelse routes --help.",
        "refused": [],
    }


def test_refused_rows_are_listed_as_json_and_as_a_table(whoelse: Whoelse, seed_folder: Path) -> None:
    networks = seed_folder / "networks.csv"
    networks.write_text(networks.read_text(encoding="utf-8").replace("2010", "MMX"), encoding="utf-8")
    run = whoelse("load", seed_folder, "--json")
    assert run.code == 2
    assert run.json["error"] == "1 row was refused; nothing was written. Mend it and load again."
    assert run.json["refused"] == [
        {
            "file": "networks.csv",
            "row": 2,
            "column": "start_year",
            "value": "MMX",
            "reason": "is not a year of four digits",
        }
    ]
    run = whoelse("load", seed_folder)
    assert (run.code, run.out) == (2, "")
    assert "networks.csv  2    start_year  MMX    is not a year of four digits" in run.err


@pytest.mark.parametrize("words", [["--as-of", "2014"], []])
def test_options_of_all_commands_stand_before_or_behind(words: list[str], whoelse: Whoelse, seeded: str) -> None:
    before = whoelse("--store", seeded, "--json", *words, "find", "anti-narcotics")
    behind = whoelse("find", "anti-narcotics", "--store", seeded, "--json", *words)
    assert before == behind
    assert before.json["found"]


def test_as_of_reads_the_record_as_known_on_a_date(whoelse: Whoelse, seeded: str) -> None:
    early = whoelse("claims", "pk-anf", "--as-of", "2000", "--store", seeded, "--json").json["claims"]
    now = whoelse("claims", "pk-anf", "--as-of", "2026-11-25", "--store", seeded, "--json").json["claims"]
    assert len(early) < len(now)
    assert {claim["id"] for claim in early} < {claim["id"] for claim in now}


def test_names_do_as_well_as_ids(whoelse: Whoelse, seeded: str) -> None:
    by_id = whoelse("claims", "pk-anf", "--store", seeded, "--json")
    by_name = whoelse("claims", "Anti-Narcotics Force", "--store", seeded, "--json")
    assert by_id == by_name
    by_code = whoelse("country", "LK", "--store", seeded, "--json")
    assert whoelse("country", "sri lanka", "--store", seeded, "--json") == by_code


def test_an_empty_date_is_not_today(whoelse: Whoelse, seeded: str) -> None:
    for words in (["find", "customs", "--as-of", ""], ["--as-of", "", "verify"]):
        run = whoelse("--store", seeded, *words)
        assert run.code == 2
        assert run.err == "The date “” is not a date as YYYY, YYYY-MM or YYYY-MM-DD.\n"


def test_a_store_without_countries_says_how_to_load_some(whoelse: Whoelse, seed_folder: Path, tmp_path: Path) -> None:
    url = place.url_of(tmp_path / "mine.db")
    assert whoelse("load", seed_folder, "--store", url).code == 0
    for words in (["country", "PK"], ["gaps", "--country", "PK"], ["who-else", "PK"], ["find", "x", "--country", "PK"]):
        run = whoelse(*words, "--store", url)
        assert (run.code, run.err) == (
            2,
            "The store holds no country. Load a record into it with `whoelse load FOLDER`.\n",
        )


def test_the_default_store_begins_with_the_seed_once(whoelse: Whoelse, home: Path) -> None:
    first = whoelse("find", "anti-narcotics force", "--json")
    assert first.code == 0
    assert first.err == "Loading the record that comes with the program.\n"
    assert whoelse("find", "anti-narcotics force", "--json").err == ""
    with SqliteStore(home / "whoelse" / "whoelse.db") as store:
        assert store.revision == 1


def test_a_store_that_somebody_named_is_not_filled_unasked(whoelse: Whoelse, tmp_path: Path) -> None:
    SqliteStore(tmp_path / "mine.db").close()
    run = whoelse("find", "customs", "--store", place.url_of(tmp_path / "mine.db"))
    assert run.code == 2
    assert run.err == "The store is empty. Load a record into it with `whoelse load FOLDER`.\n"


def test_a_store_that_is_not_there_is_no_empty_record(whoelse: Whoelse, tmp_path: Path) -> None:
    run = whoelse("find", "customs", "--store", place.url_of(tmp_path / "wrong.db"))
    assert run.code == 3
    assert " ".join(run.err.split()).startswith(f"There is no store file {tmp_path}")
    assert not (tmp_path / "wrong.db").exists()


def test_the_environment_names_a_store_and_the_option_goes_before_it(
    whoelse: Whoelse, seeded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOELSE_STORE", seeded)
    assert whoelse("find", "anti-narcotics force").code == 0
    assert whoelse("find", "anti-narcotics force", "--store", place.url_of(tmp_path / "wrong.db")).code == 3


def test_the_default_file_is_among_the_data_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert place.default_file() == Path("/data/whoelse/whoelse.db")
    for none in ("", "relative"):
        monkeypatch.setenv("XDG_DATA_HOME", none)
        assert place.default_file() == Path.home() / ".local" / "share" / "whoelse" / "whoelse.db"


def test_a_fault_inside_is_a_sentence(whoelse: Whoelse, seeded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("hunter2-canary")

    monkeypatch.setattr("graph.analysis.names.names.find", broken)
    run = whoelse("find", "customs", "--store", seeded)
    assert run.code == 3
    what = "Something went wrong inside the program (ZeroDivisionError). Please report which command it was."
    assert " ".join(run.err.split()) == what


def test_a_fault_inside_is_shown_to_whoever_develops() -> None:
    program = "import graph.analysis.names.names as n; n.find = None; import whoelse, sys; sys.exit(whoelse.main())"
    words = [sys.executable, "-X", "dev", "-c", program, "find", "customs"]
    found = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" in found.stderr


def test_the_command_stands_without_streamlit() -> None:
    modules = "answers, changes, files, run, serve"
    program = f"import sys, whoelse; from commands import {modules}; print('streamlit' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"


def test_whoever_reads_may_stop_reading(seeded: str) -> None:
    words = f"'{sys.executable}' -m whoelse claims pk-customs --store '{seeded}' | head -1"
    found = subprocess.run(["bash", "-c", words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.count("\n") == 1
    assert found.stderr == ""


def test_a_body_is_added_with_a_new_source_and_taken_back(whoelse: Whoelse, tmp_path: Path) -> None:
    """The default store begins with the seed; nothing is left of the body after `undo`."""
    new = (
        "--kind",
        "police",
        "--source",
        "page-2026",
        "--source-title",
        "A page",
        "--source-url",
        "https://example.org/",
    )
    run = whoelse(
        "add-body", "Green Police", "--country", "Pakistan", *new, "--parent", "Ministry of Interior", "--json"
    )
    assert run.code == 2
    run = whoelse("add-body", "Green Police", "--country", "Pakistan", *new, "--parent", "pk-moi", "--json")
    assert run.json["organization"] == {"id": "pk-green-police", "name": "Green Police"}
    mine = tmp_path / "mine.txt"
    mine.write_text("Green Police\nBureau of Dragons\n", encoding="utf-8")
    answer = whoelse("who-else", "PK", "--list", mine, "--json").json
    assert answer["unmatched"] == ["Bureau of Dragons"]
    assert "whoelse add-body" in whoelse("who-else", "PK", "--list", mine).out
    assert whoelse("undo", run.json["batch"]).code == 0
    assert whoelse("who-else", "PK", "--list", mine, "--json").json["unmatched"] == [
        "Green Police",
        "Bureau of Dragons",
    ]


def test_a_sheet_is_written_with_its_byte_order_mark(whoelse: Whoelse, seeded: str, tmp_path: Path) -> None:
    file = tmp_path / "invite.csv"
    run = whoelse("invite", "LK", "--csv", file, "--store", seeded)
    assert (run.code, "Written to" in run.out) == (0, True)
    assert file.read_bytes().startswith(b'\xef\xbb\xbf"name","id"')
