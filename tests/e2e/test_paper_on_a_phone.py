"""What is handed out as HTML is read on a phone: no column too narrow for its words, no page wider than the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import handouts
from graph.record import Record

pytestmark = pytest.mark.browser

NARROWEST = 60  # pixels: what a word of nine letters takes
MADE: dict[str, Callable[[Record], bytes]] = {
    "one-pager": lambda seed: handouts.one_pager(seed, "PK", "hazardous-waste", "html"),
    "map": lambda seed: handouts.chain_map(seed, "PK", "hazardous-waste", "html"),
    "factsheet": lambda seed: handouts.network_factsheet(seed, "ren", "html"),
    "route": lambda seed: handouts.route_sheet(seed, "organization:pk-nou", "customs@VN", "", "html"),
    "invitation": lambda seed: handouts.invitation_list(seed, "PK", "hazardous-waste", "html"),
    "questions": lambda seed: handouts.question_list(seed, "PK", "hazardous-waste", "html"),
}


@pytest.mark.parametrize("what", MADE)
def test_columns_hold_their_words(chromium: Browser, seed: Record, tmp_path: Path, what: str) -> None:
    file = tmp_path / f"{what}.html"
    file.write_bytes(MADE[what](seed))
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(file.as_uri())
    widths = page.evaluate("[...document.querySelectorAll('td:not(.tick, .number)')].map((cell) => cell.clientWidth)")
    broad = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert all(wide >= NARROWEST for wide in widths)
    assert broad == 390
