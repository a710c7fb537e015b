"""The story in a browser: turned by the keys of a presenter's remote, on the page and in the file that opens alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.record import Record
from graph.stores.open import open_store
from handouts.story.file import story_file
from handouts.story.slide import Asked
from tests.e2e.conftest import Visit
from tests.views.pages.hostile import hostile_store

pytestmark = pytest.mark.browser

WIDER = "document.documentElement.scrollWidth > innerWidth"
HIGHER = "(main => main.scrollHeight > main.clientHeight)(document.querySelector('[data-testid=stMain]'))"


def shows(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_keys_turn_the_page_at_once_and_after_a_click_on_the_map(visit: Visit) -> None:
    page = visit("/present?country=PK&theme=hazardous-waste", width=1280, height=720)
    page.wait_for_function("globalThis.whoelseMaps?.PK")
    expect(page.get_by_text("1 of 8")).to_be_visible()
    assert not page.evaluate(WIDER)
    assert not page.evaluate(HIGHER)
    page.keyboard.press("PageDown")
    shows(page, "9 of 17 expected contacts")
    page.keyboard.press("ArrowRight")
    shows(page, "Who is around Pakistan Customs?")
    page.wait_for_function("globalThis.whoelseMaps['around:pk-customs']")
    point = page.evaluate("whoelseMaps['around:pk-customs'].pointOf('pk-mocc')")
    page.mouse.click(point["x"], point["y"])
    page.keyboard.press("ArrowRight")
    shows(page, "Who else")
    page.keyboard.press("PageUp")
    shows(page, "Who is around Pakistan Customs?")
    assert page.url.endswith("slide=3")


def test_quick_presses_are_all_counted(visit: Visit) -> None:
    page = visit("/present?country=TL", width=1280, height=720)
    expect(page.get_by_text("1 of 8")).to_be_visible()
    for _ in range(4):
        page.keyboard.press("PageDown")
    expect(page.get_by_text("5 of 8")).to_be_visible()
    shows(page, "Through which networks")


def test_a_remotes_keys_begin_the_show_and_blacken_the_screen(visit: Visit) -> None:
    page = visit("/present?country=LK&theme=wildlife", width=1280, height=720)
    expect(page.get_by_text("1 of 8")).to_be_visible()
    page.evaluate("window.sameLoad = true")
    page.keyboard.press("F5")
    page.wait_for_function("document.fullscreenElement")
    assert page.evaluate("window.sameLoad")  # a browser would have loaded the page anew
    black = page.get_by_label("The screen is black")
    page.keyboard.press("b")
    expect(black).to_be_visible()
    page.keyboard.press("PageDown")
    expect(black).to_have_count(0)
    expect(page.get_by_text("1 of 8")).to_be_visible()
    page.keyboard.press("PageDown")
    shows(page, "2 of 3 expected contacts")
    page.evaluate("document.exitFullscreen()")


def test_an_open_place_takes_escape_and_another_country_goes_on_at_the_same_slide(visit: Visit) -> None:
    page = visit("/present?country=PK&slide=3", width=1280, height=720)
    change = page.get_by_role("button", name="Change")
    change.click()
    expect(page.get_by_role("combobox", name="Around whom")).to_be_visible()
    page.keyboard.press("Escape")
    shows(page, "Who is around Pakistan Customs?")
    change.click()
    page.get_by_role("combobox", name="Country").click()
    page.get_by_role("option", name="Timor-Leste").click()
    shows(page, "Who is around Timor-Leste Customs?")
    assert not page.evaluate(HIGHER)


def test_escape_leads_back_to_the_country(visit: Visit) -> None:
    page = visit("/present?country=LK", width=1280, height=720)
    expect(page.get_by_text("1 of 8")).to_be_visible()
    page.keyboard.press("Escape")
    shows(page, "Sri Lanka")


@pytest.fixture
def alone(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page without a program; afterwards fail on any request and on anything complained about."""
    wrong: list[str] = []
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.on("request", lambda one: None if one.url.startswith(("file:", "data:", "blob:")) else wrong.append(one.url))
    page.on("console", lambda one: wrong.append(one.text))
    page.on("pageerror", lambda one: wrong.append(str(one)))
    yield page
    page.close()
    assert wrong == []


def opened(page: Page, tmp_path: Path, content: str) -> None:
    file = tmp_path / "story.html"
    file.write_text(content, encoding="utf-8")
    page.goto(file.as_uri())


def test_the_file_opens_alone_and_is_turned_by_the_same_keys(alone: Page, tmp_path: Path, seed: Record) -> None:
    opened(alone, tmp_path, story_file(Asked(seed, "PK", "hazardous-waste")))
    shows(alone, "Who enforces the rules on hazardous waste in Pakistan?")
    alone.mouse.click(600, 300)
    alone.keyboard.press("PageDown")
    shows(alone, "9 of 17 expected contacts")
    expect(alone.get_by_text("There may well be one")).to_be_visible()
    alone.keyboard.press("ArrowRight")
    shows(alone, "Who is around Pakistan Customs?")
    alone.keyboard.press("End")
    expect(alone.get_by_text("8 of 8")).to_be_visible()
    alone.keyboard.press("ArrowLeft")
    expect(alone.get_by_text("7 of 8")).to_be_visible()
    assert not alone.evaluate(WIDER)


def test_names_in_the_file_are_shown_as_text(alone: Page, tmp_path: Path) -> None:
    with open_store(hostile_store(tmp_path)) as store:
        record = store.read()
    opened(alone, tmp_path, story_file(Asked(record, "PK", "hazardous-waste")))
    for place in range(1, 9):
        expect(alone.get_by_text(f"{place} of 8")).to_be_visible()
        assert alone.locator("a, img[src=x], img[src*=evil], script[src], link").count() == 0
        alone.keyboard.press("PageDown")
    assert "<img src=x" in alone.content().replace("&lt;", "<")
