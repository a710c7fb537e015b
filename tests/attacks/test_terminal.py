"""Threat model 19 and 25: no name makes a terminal do anything, and none forges a line of a report."""

from pathlib import Path

import pytest

from commands.run import run
from graph.history import Batch, Change
from graph.model import Organization
from graph.stores.sqlite import SqliteStore
from loaders.place import url_of

HIDDEN = "Customs \u200fytiruceS \u200bOffice"


def test_a_hidden_sign_in_a_name_is_shown_as_what_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with SqliteStore(tmp_path / "a.db") as store:
        body = Organization("xx", HIDDEN, country="PK", kind="customs")
        store.apply(Batch("test", "2026-11-25T00:00:00Z", "test", (Change(None, body),)))
    assert run(["find", "xx", "--store", url_of(tmp_path / "a.db")]) == 0
    assert "Customs \\u200fytiruceS \\u200bOffice" in capsys.readouterr().out
    assert run(["find", "xx", "--json", "--store", url_of(tmp_path / "a.db")]) == 0
    out = capsys.readouterr().out
    assert not set(out) & set("\u200f\u200b")
    assert "\\u200f" in out


def test_a_name_that_turns_the_line_round_is_refused_and_shown_as_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "source_id,title,publisher,url,published,kind\n"
    (tmp_path / "sources.csv").write_text(f"{head}page,Customs \u202eytiruceS,,,2020,report\n", encoding="utf-8")
    assert run(["load", str(tmp_path / "sources.csv"), "--store", url_of(tmp_path / "a.db")]) == 2
    told = capsys.readouterr()
    assert "\u202e" not in told.out + told.err
    assert "Customs \\u202eytiruceS" in told.err
    assert "invisible" in told.err


@pytest.mark.parametrize("text", ["\x1b]0;owned\x07", "x\n2026-01-01 INFO admin logged in", "\x9b2J", "a\rb", "\udcff"])
@pytest.mark.parametrize("json", [[], ["--json"]])
@pytest.mark.parametrize("words", [["routes", "pk-customs"], ["claims"], ["undo"], ["load"], ["find", "--country"]])
def test_what_was_typed_is_not_obeyed_in_an_error(
    words: list[str], json: list[str], text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with SqliteStore(tmp_path / "a.db") as store:
        body = Organization("pk-customs", "Pakistan Customs", country="PK", kind="customs")
        store.apply(Batch("test", "2026-11-25T00:00:00Z", "test", (Change(None, body),)))
    code = run([*words, text, *(["x"] if words[0] == "find" else []), *json, "--store", url_of(tmp_path / "a.db")])
    told = capsys.readouterr()
    assert code in (2, 3)
    assert not set(told.out + told.err) & set("\x1b\x07\x9b\r\udcff")
    assert not any(line.startswith("2026-01-01 INFO") for line in (told.out + told.err).splitlines())


def test_a_control_character_in_a_refused_row_is_shown_as_its_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "source_id,title,publisher,url,published,kind\n"
    (tmp_path / "sources.csv").write_text(f"{head}page,A\x1b[2Jpage,,,2020,report\n", encoding="utf-8")
    assert run(["load", str(tmp_path / "sources.csv"), "--store", url_of(tmp_path / "a.db")]) == 2
    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert "A\\x1b[2Jpage" in told.err
