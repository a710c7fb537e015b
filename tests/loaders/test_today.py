"""Nothing was read tomorrow: what a load takes for today."""

from datetime import datetime
from pathlib import Path

import pytest

from graph.errors import Refusal
from graph.stores.base import Store
from loaders import checks
from loaders.load import load
from tests.loaders.conftest import Edit, Refused


def test_nothing_can_have_been_read_tomorrow(
    edit: Edit, refused: Refused, store: Store, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_today", lambda: "2026-11-25")
    assert load(store, [tables])["added"] == 13
    edit("memberships", "2011-05,,,2026-11-25", "2011-05,,,2026-11-26")
    reason = "lies in the future by the clock of this machine"
    assert refused() == [Refusal("memberships.csv", 3, "verified", "2026-11-26", reason)]


@pytest.mark.parametrize(
    ("moment", "today"), [("2027-01-31T10:30:00Z", "2027-02-01"), ("1970-01-01T00:00:00Z", checks.RELEASED)]
)
def test_today_is_the_day_where_it_begins_first_and_never_before_the_seed(moment: str, today: str) -> None:
    assert checks.latest_day(datetime.fromisoformat(moment)) == today
