"""The way through the page Networks in a browser: from the list to a network, to what a field rests on, and back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visit

pytestmark = pytest.mark.browser

HEAD, ROW, CHECK = 38, 30, 18  # pixels of a table: its head, a row, and where a row is chosen


def choose_row(within: Page | Locator, place: int) -> None:
    """Choose a row of the first table; tables are drawn on a canvas."""
    table = within.get_by_test_id("stDataFrame").first
    expect(table.locator("canvas").first).to_be_visible()
    table.click(position={"x": CHECK, "y": HEAD + ROW * place + ROW / 2})


def test_from_the_list_to_a_network_and_what_it_rests_on(visit: Visit) -> None:
    page = visit("/networks?country=PK&search=sawen", width=1280, height=720)
    expect(page.get_by_text("1 network: 1 active")).to_be_visible()
    choose_row(page, 0)
    expect(page.get_by_role("heading", name="SAWEN (wildlife)")).to_be_visible()
    expect(page).to_have_url(re.compile("network=sawen"))
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    expect(page.get_by_text("designations imply no opinion on the status of any territory")).to_be_visible()
    page.get_by_role("button", name="24 records").click()
    expect(
        page.get_by_role("cell", name="is a member of South Asia Wildlife Enforcement Network").first
    ).to_be_visible()
    page.get_by_role("tab", name="Timeline").click()
    expect(page.get_by_text("Who came and went").first).to_be_visible()
    page.get_by_role("tab", name="Events").click()
    choose_row(page.get_by_role("tabpanel", name="Events"), 1)
    expect(page.get_by_text("Recorded there: International Criminal Police Organization")).to_be_visible()
    page.get_by_role("button", name="All networks").click()
    expect(page.get_by_text("1 network: 1 active")).to_be_visible()
