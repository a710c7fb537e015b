"""A map in a file opens in a browser without a program or a network, answers clicks and keys, and runs no name."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.record import Record
from graph.stores.open import open_store
from handouts.map_file.country import country_file
from handouts.map_file.whole import whole_file
from tests.e2e.conftest import Visit
from tests.views.pages.hostile import hostile_store

pytestmark = pytest.mark.browser

Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Write a page and open it as a file; afterwards fail on any request and on anything complained about."""
    wrong: list[str] = []
    pages: list[Page] = []

    def open_file(text: str, **more: object) -> Page:
        file = tmp_path / "map.html"
        file.write_text(text, encoding="utf-8")
        page = chromium.new_page(viewport={"width": 1366, "height": 768}, **more)  # type: ignore[arg-type]
        pages.append(page)
        page.on(
            "request", lambda one: None if one.url.startswith(("file:", "data:", "blob:")) else wrong.append(one.url)
        )
        page.on("console", lambda one: wrong.append(one.text))
        page.on("pageerror", lambda one: wrong.append(str(one)))
        page.on("dialog", lambda one: wrong.append(f"dialog: {one.message}"))
        page.goto(file.as_uri())
        page.wait_for_function("Object.keys(globalThis.whoelseMaps ?? {}).length")
        return page

    yield open_file
    for page in pages:
        page.close()
    assert wrong == []


def click(page: Page, of: str, name: str) -> None:
    point = page.evaluate("([of, name]) => whoelseMaps[of].pointOf(name)", [of, name])
    page.mouse.click(point["x"], point["y"])


def heading(page: Page, words: str) -> None:
    expect(page.locator("#said h2")).to_have_text(words)


def test_a_click_says_what_is_on_record_and_where_it_was_read(opened: Open, seed: Record) -> None:
    page = opened(country_file(seed, "PK", "hazardous-waste"))
    heading(page, "Pakistan")
    click(page, "PK", "pk-customs")
    heading(page, "Pakistan Customs")
    page.locator("#said").get_by_role("button", name="Pakistan Customs", exact=True).first.click()
    expect(page.locator("#said li.claim").first).to_contain_text("Customs")
    expect(page.locator("#said li.claim p.quiet").first).not_to_be_empty()
    page.get_by_role("application").focus()
    page.keyboard.press("Escape")
    heading(page, "Pakistan")


def test_a_page_gives_its_map_to_take_home(visit: Visit) -> None:
    page = visit("/country?country=PK&theme=hazardous-waste")
    with page.expect_download() as started:
        page.get_by_role("button", name="Map as a file").click()
    assert started.value.suggested_filename == "whoelse-PK-hazardous-waste.html"
    assert "<title>Who Else? Pakistan</title>" in started.value.path().read_text(encoding="utf-8")


def test_search_finds_a_body_in_any_spelling_and_goes_there(opened: Open, seed: Record) -> None:
    page = opened(whole_file(seed))
    page.get_by_role("searchbox").fill("zzz")
    expect(page.locator("#found")).to_have_text("Nothing on this map has such a name.")
    page.get_by_role("searchbox").fill("cùstoms PAKISTAN")
    page.keyboard.press("Enter")
    heading(page, "Pakistan Customs")
    assert page.evaluate("whoelseMaps.whole.network.getScale()") == 1
    expect(page.get_by_text("Linked on this map with")).to_be_visible()
    expect(page.locator("canvas.legend")).to_be_visible()


def test_a_country_comes_with_its_bodies_in_letters_that_can_be_read(opened: Open, seed: Record) -> None:
    page = opened(whole_file(seed, "wildlife"))  # a map of some 400 boxes
    page.get_by_role("button", name="Thailand", exact=True).click()
    heading(page, "Thailand")
    assert page.evaluate("whoelseMaps['whole:wildlife'].network.getScale()") == 0.75
    head, body = (
        page.evaluate("name => whoelseMaps['whole:wildlife'].pointOf(name)", name)
        for name in ("country:TH", "organization:th-dnp")
    )
    assert 0 < head["y"] < body["y"] < 650


def test_on_a_phone_the_legend_takes_as_many_rows_as_it_needs_to_be_read(opened: Open, seed: Record) -> None:
    page = opened(country_file(seed, "PK", "hazardous-waste"))
    page.set_viewport_size({"width": 390, "height": 844})
    legend = page.locator("canvas.legend")
    expect(legend).to_be_visible()
    drawn, shown = legend.evaluate("legend => [parseFloat(legend.style.width), legend.clientWidth]")
    assert drawn == pytest.approx(shown, abs=1)  # not made smaller, so that its letters keep their size
    assert shown <= page.evaluate("document.getElementById('place').clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_typeface_is_in_the_file(opened: Open, seed: Record) -> None:
    page = opened(country_file(seed, "TH"))
    assert page.evaluate("document.fonts.check('600 13px \"Who Else Sans\"')")
    assert page.evaluate("[...document.fonts].some((face) => face.status === 'loaded')")


@pytest.mark.parametrize("code", ["PK", ""])
def test_names_are_shown_as_text(opened: Open, tmp_path: Path, code: str) -> None:
    with open_store(hostile_store(tmp_path)) as store:
        record = store.read()
    page = opened(country_file(record, code) if code else whole_file(record))
    page.get_by_role("searchbox").fill("evil")
    page.keyboard.press("Enter")
    expect(page.locator("#said h2")).to_contain_text("<img src=x onerror=alert(1)> ![a](http://evil.example/b.png)")
    assert page.locator("a, img[src=x], img[src*=evil], script[src], link").count() == 0
