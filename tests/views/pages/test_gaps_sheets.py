"""What a level shows comes as a sheet that runs nothing, with its sources, and without what one report says."""

import csv
import io
from dataclasses import replace

import pytest

from graph.record import Record
from tests.graph.analysis.gaps_toy import BODIES, member, network, post, responsible, tie, toy
from views.gaps import sheets
from views.parts import address

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def record() -> Record:
    """Toyland, where every body has a formula for a name, with something at every level inside the country."""
    claims = (
        responsible("customs", "ozone-depleting-substances"),
        responsible("ozone", "montreal-protocol", "national-ozone-unit"),
        tie("customs", "police", status="absent"),
        member("customs", "league"),
        replace(tie("customs", "ozone"), kind="presence", role="", directed="", standing="", since="", b="site:gate"),
    )
    bodies = [replace(body, name=FORMULA + body.id) for body in BODIES]
    return toy(*claims, bodies=bodies, things=(network("league", "regional"), post("gate")))


def rows(record: Record, level: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheets.file(record, level, "PK", "", False).decode("utf-8-sig"))))


@pytest.mark.parametrize("level", address.LEVELS)
def test_no_cell_opens_a_formula(record: Record, level: str) -> None:
    _, *found = rows(record, level)
    assert found or level == "cross-border"  # Toyland has no neighbour
    assert not [cell for row in found for cell in row if cell.startswith("=")]
    assert found == [] or any(cell.startswith(f"'{FORMULA}") for row in found for cell in row)


def test_a_gap_comes_with_its_sources_and_a_problem_reported_stays_on_the_page(record: Record) -> None:
    head, *found = rows(record, "")
    assert found[0][head.index("Sources")] == "Gazette"
    assert not [row for row in found if row[head.index("What is recorded")].startswith("problem")]
