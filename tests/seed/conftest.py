"""The seed as plain rows, and a place for remarks that must not fail a run."""

import csv
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SEED = Path(__file__).parents[2] / "seed"
remarks = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def expectations() -> dict[str, Any]:
    """What the seed must hold."""
    with (SEED / "expectations.toml").open("rb") as file:
        return tomllib.load(file)


@pytest.fixture(scope="session")
def seed(expectations: dict[str, Any]) -> dict[str, list[dict[str, str]]]:
    """Every table of the record by its name, as rows."""
    return {name: read(SEED / f"{name}.csv") for name in expectations["tables"]}


def read(path: Path) -> list[dict[str, str]]:
    """The rows of one table; a row that is too long or too short is an error."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        columns = next(lines)
        return [dict(zip(columns, line, strict=True)) for line in lines]


@pytest.fixture
def remark(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Say something at the end of the run without failing it."""
    return request.config.stash.setdefault(remarks, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the remarks under a heading of their own."""
    said = config.stash.get(remarks, [])
    if said:
        terminalreporter.section("seed: please look")
    for text in said:
        terminalreporter.line(text)
