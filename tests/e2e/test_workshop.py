"""What is typed in a workshop, by real keys in a browser: nothing is lost, however fast it comes."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit

pytestmark = pytest.mark.browser

NAMES = ("customs", "navy", "royal thai police", "pollution control", "industrial works")


def test_contacts_typed_faster_than_the_page_is_drawn_are_all_kept_and_the_newest_goes_off_the_wall(
    visit: Visit,
) -> None:
    page = visit("/workshop?country=TH&theme=hazardous-waste&workshop=Bangkok&day=2026-11-25&step=contacts")
    first = page.locator("input.first")
    expect(first).to_be_focused()
    pairs = list(itertools.combinations(NAMES, 2))
    for number, pair in enumerate(pairs):
        if number == len(pairs) // 2:
            page.keyboard.press("Alt+5")
        for name in pair:
            page.keyboard.type(name)
            page.keyboard.press("Enter")
    expect(page.get_by_text(f"{len(pairs)} contacts said")).to_be_visible(timeout=30_000)
    expect(page.get_by_text(re.compile("meet in a committee, say both sides"))).to_have_count(5)
    expect(first).to_be_focused()
    newest = page.locator(".st-key-said-0")
    expect(newest).to_contain_text("Pollution Control Department")
    page.keyboard.press("Alt+h")
    expect(newest).to_contain_text("One line is not shown.")
    expect(page.locator(".spoken")).to_have_text("")
    page.keyboard.press("Alt+z")
    expect(page.get_by_text(f"{len(pairs) - 1} contacts said")).to_be_visible()
    expect(page.locator(".spoken")).to_have_text("Taken back: a hidden line")
