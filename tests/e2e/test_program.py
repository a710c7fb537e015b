"""The main ways through the program, in a browser: every claim is two clicks away, and nothing leaves the machine."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

pytestmark = pytest.mark.browser

PK_WASTE = "/country?country=PK&theme=hazardous-waste"


def on_map(page: Page, name: str, *, of: str = "PK", twice: bool = False) -> None:
    """Click a box, tag or area of a map."""
    page.wait_for_function("of => globalThis.whoelseMaps?.[of]", arg=of)
    point = page.evaluate("([of, name]) => whoelseMaps[of].pointOf(name)", [of, name])
    (page.mouse.dblclick if twice else page.mouse.click)(point["x"], point["y"])


def boxes(page: Page) -> list[str]:
    """The ids of the boxes on the map of Pakistan."""
    found: list[str] = page.evaluate("Object.keys(whoelseMaps.PK.network.body.nodes)")
    return [name.removeprefix("box ") for name in found if name.startswith("box ")]


def heading(page: Page, name: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", name=name).first).to_be_visible()


def choose(page: Page, label: str, option: str) -> None:
    """Choose in a list of the first row."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("combobox", name=label).fill(option)
    page.get_by_role("option", name=option).first.click()


def test_from_home_to_who_stands_behind_a_box(visit: Visit) -> None:
    page = visit()
    choose(page, "Theme", "Hazardous waste")
    page.get_by_role("link", name="See Pakistan").click()
    heading(page, "Pakistan")
    expect(page.get_by_text("What already works:")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/country\?country=PK&theme=hazardous-waste$"))
    on_map(page, "pk-customs")
    heading(page, "Pakistan Customs")
    expect(page.get_by_text(re.compile(r"\d+ records from \d+ sources"))).to_be_visible()
    page.get_by_role("button", name="Overview").click()
    expect(page.get_by_text("What already works:")).to_be_visible()


def test_a_stack_unfolds_and_folds(visit: Visit) -> None:
    page = visit(PK_WASTE)
    page.wait_for_function("globalThis.whoelseMaps?.PK")
    before = boxes(page)
    fold = next(name for name in before if name.startswith("sisters:"))
    on_map(page, fold, twice=True)
    page.wait_for_function("fold => !whoelseMaps.PK.network.body.nodes['box ' + fold]", arg=fold)
    assert len(boxes(page)) > len(before)
    page.get_by_role("button", name="Fold all again").click()
    page.wait_for_function("fold => whoelseMaps.PK.network.body.nodes['box ' + fold]", arg=fold)
    assert set(boxes(page)) == set(before)


def test_a_desk_shows_its_evidence(visit: Visit) -> None:
    page = visit(PK_WASTE)
    page.get_by_role("button", name=re.compile("^Montreal")).click()
    heading(page, "Montreal Protocol")
    expect(page.get_by_text(re.compile("^National ozone unit: "))).to_be_visible()


def test_the_map_is_used_by_keys_and_says_where_one_is(visit: Visit) -> None:
    page = visit(PK_WASTE)
    page.wait_for_function("globalThis.whoelseMaps?.PK")
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    first = page.evaluate("whoelseMaps.PK.focus()")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("whoelseMaps.PK.focus()") != first
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Overview")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("What already works:")).to_be_visible()


def test_the_roster_is_a_file(visit: Visit) -> None:
    page = visit(PK_WASTE)
    with page.expect_download() as started:
        page.get_by_role("button", name="Roster").click()
    assert re.fullmatch(r"whoelse-roster-PK-[0-9-]{10}\.csv", started.value.suggested_filename)
    assert "Pakistan Customs" in started.value.path().read_text(encoding="utf-8-sig")


def test_a_gap_is_explained_with_its_evidence(visit: Visit) -> None:
    page = visit("/gaps?country=PK")
    expect(page.get_by_text("expected found")).to_be_visible()
    page.get_by_role("radio").nth(4).check(force=True)
    for head in ("Why it matters", "What was searched", "Nearest contact", "Lightest step that peers use", "Evidence"):
        expect(page.get_by_text(head, exact=True)).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_routes_are_drawn_and_a_network_is_left_out(visit: Visit) -> None:
    page = visit("/connect?from=pk-nou&to=vn-customs&theme=ozone-depleting-substances")
    expect(page.get_by_text("Begin at home, with Pakistan Customs.")).to_be_visible()
    on_map(page, "lane:1", of="routes")
    expect(page.get_by_text("Evidence for route 2")).to_be_visible()
    page.wait_for_function("globalThis.whoelseMaps?.routes")
    avoid = page.evaluate(
        "Object.keys(whoelseMaps.routes.network.body.nodes).find((name) => name.startsWith('box avoid:0:'))"
    )
    on_map(page, avoid.removeprefix("box "), of="routes")
    expect(page).to_have_url(re.compile("avoid=wco-rilo-ap"))
    expect(page.get_by_text("both have a seat in RILO Asia/Pacific")).to_have_count(0)


def test_the_address_says_what_is_asked_and_the_way_back_is_believed(visit: Visit) -> None:
    page = visit(PK_WASTE)
    choose(page, "Country", "Sri Lanka")
    heading(page, "Sri Lanka")
    expect(page).to_have_url(re.compile("country=LK&theme=hazardous-waste"))
    page.get_by_role("link", name="Gaps", exact=True).click()
    heading(page, "Gaps")
    expect(page).to_have_url(re.compile("/gaps.country=LK&theme=hazardous-waste"))
    page.go_back()
    heading(page, "Sri Lanka")
    page.go_back()
    heading(page, "Pakistan")
    expect(page).to_have_url(re.compile("country=PK&theme=hazardous-waste"))


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
@pytest.mark.parametrize(
    "path", ["/", PK_WASTE, "/country?country=TL", "/gaps?country=PK", "/connect?from=pk-nou&to=vn-customs"]
)
def test_no_page_scrolls_sideways(visit: Visit, path: str, size: tuple[int, int]) -> None:
    page = visit(path, width=size[0], height=size[1])
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth <= main.clientWidth")
    header = page.get_by_role("heading", level=1)
    assert (header.bounding_box() or {"y": 999})["y"] < 80
