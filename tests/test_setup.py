"""A bare machine gets the same versions, from nowhere that is named here, and under licences that leave it free."""

import os
import re
import runpy
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")

BINDS_THE_READER = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public", re.IGNORECASE)


@pytest.fixture(scope="module")
def licences() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "licences.py"))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in requirements}


def test_every_locked_version_has_a_hash() -> None:
    entries = re.split(r"\n(?=[a-z])", LOCK.strip())
    assert len(entries) > 50
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+.*\\\n +--hash=sha256:[0-9a-f]{64}", entry)] == []


def test_the_lock_names_no_place() -> None:
    assert re.findall(r".*(?:http|file:|-url|git\+).*", LOCK) == []


def test_the_lock_covers_what_the_project_asks_for(licences: dict[str, Any]) -> None:
    project = PROJECT["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"] + PROJECT["build-system"]["requires"]
    assert names(asked) <= set(licences["locked"]())


def test_the_page_of_licences_names_everything_that_is_locked(licences: dict[str, Any]) -> None:
    assert names(PROJECT["project"]["dependencies"]) <= licences["needed_to_run"]() <= set(licences["locked"]())
    for name, versions in licences["locked"]().items():
        assert f"\n| {name} | {', '.join(versions)} | " in PAGE, "run .venv/bin/python docs/licences.py"


def test_no_licence_is_unknown_or_binds_the_reader() -> None:
    rows = re.findall(r"^\| ([\w.-]+) \| \S.*? \| (.+) \|$", PAGE, re.MULTILINE)
    assert len(rows) > 50
    assert [row for row in rows if row[1] == "unknown" or BINDS_THE_READER.search(row[1])] == []


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", "GNU General Public License v2", "GNU Affero GPL"])
def test_a_licence_that_binds_the_reader_is_seen(licence: str) -> None:
    assert BINDS_THE_READER.search(licence)


@pytest.mark.parametrize("licence", ["LGPL-2.1", "GNU Lesser General Public License v3", "MPL-2.0", "BSD License"])
def test_weak_copyleft_passes(licence: str) -> None:
    assert not BINDS_THE_READER.search(licence)


def verbs(*arguments: str) -> str:
    """What make would do, without doing it, and whatever make or shell this test itself runs in."""
    mine = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    command = ["make", "--dry-run", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=ROOT, env=mine, capture_output=True, text=True, check=True).stdout


def test_run_hands_over_port_and_store() -> None:
    assert verbs("run").endswith("/whoelse serve --port 8501 \n")
    chosen = verbs("run", "PORT=8600", "STORE=sqlite:///a folder/w.db")
    assert chosen.endswith('/whoelse serve --port 8600 --store "sqlite:///a folder/w.db"\n')


@pytest.mark.parametrize("verb", ["run", "test", "check", "bench", "neo4j"])
def test_every_verb_begins_with_install(verb: str) -> None:
    done = verbs(verb, "--assume-new=requirements.txt")
    assert done.index("--require-hashes") < done.index("--no-deps") < done.index("layout.bundle")
    assert done.index("layout.bundle") < len(done) - len("layout.bundle\n")
