"""`handout` writes the file that was asked for, or says in a sentence why not."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands.handout import WHAT
from commands.handout_words import HANDOUTS

Whoelse = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "name", "what", "about", "begins"),
    [
        (["tl"], "x.pdf", "one-pager", "TL", b"%PDF"),
        (["Timor-Leste", "--what", "map", "--paper", "a3"], "x.pdf", "map", "TL", b"%PDF"),
        (["TL"], "x.pptx", "map", "TL", b"PK"),
        (["TL"], "x.zip", "packet", "TL", b"PK"),
        (["TL", "--what", "slips", "--per-page", "4"], "x.html", "slips", "TL", b"<!DOCTYPE html>"),
        (["TL", "--what", "changes", "--since", "2026-01-01"], "x.pptx", "changes", "TL", b"PK"),
        (["TL", "--what", "story"], "x.html", "story", "TL", b"<!DOCTYPE html>"),
        (["REN"], "x.html", "factsheet", "ren", b"<!DOCTYPE html>"),
        (["pk-nou to customs@VN"], "x.html", "route", "organization:pk-nou to customs@VN", b"<!DOCTYPE html>"),
    ],
)
def test_a_file_is_written(
    whoelse: Whoelse, seeded: str, tmp_path: Path, words: list[str], name: str, what: str, about: str, begins: bytes
) -> None:
    file = tmp_path / name
    run = whoelse("handout", *words, "--out", file, "--store", seeded, "--json")
    assert (run.code, run.json["what"], run.json["about"]) == (0, what, about)
    content = file.read_bytes()
    assert content.startswith(begins)
    assert run.json["bytes"] == len(content)
    if name.endswith(".zip"):
        assert len(zipfile.ZipFile(file).namelist()) == 6


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["Nowhere", "--out", "x.pdf"], "is no country, no network, and no way from A to B"),
        (["TL", "--out", "x.docx"], "Let the file end in one of: .pdf, .html."),
        (["TL", "--what", "factsheet", "--out", "x.pdf"], "No “factsheet” is made of a country."),
        (["TL", "--what", "changes", "--out", "x.pdf"], "What changed since when?"),
        (["TL", "--theme", "cheese", "--out", "x.html"], "is none of the themes"),
        (["TL", "--out", "no-such-folder/x.html"], "cannot be written"),
    ],
)
def test_what_cannot_be_made_is_a_sentence(whoelse: Whoelse, seeded: str, words: list[str], says: str) -> None:
    run = whoelse("handout", *words, "--store", seeded)
    assert run.code == 2
    assert says in " ".join(run.err.split())


def test_the_words_of_the_command_are_what_can_be_made() -> None:
    assert tuple(sorted(HANDOUTS)) == tuple(sorted(WHAT))
