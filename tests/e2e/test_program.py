"""The main ways through the program, in a browser: every claim is two clicks away, and nothing leaves the machine."""

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from loaders.seed import FOLDER
from tests.e2e.conftest import Visit
from tests.seed.test_slide import STAKEHOLDERS

pytestmark = pytest.mark.browser

# Parts of a desk's cell whose text is wider or higher than their place, with the text; a button may be there twice.
CUT = """[...document.querySelectorAll('.st-key-desks button')].filter((cell) => cell.offsetWidth).flatMap((cell) =>
    [cell, ...cell.querySelectorAll('div, p')]
        .filter((part) => part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight)
        .map(() => cell.innerText))"""
PK_WASTE = "/country?country=PK&theme=hazardous-waste"


def focus() -> list[str]:
    """The countries of the seed."""
    with (FOLDER / "countries.csv").open(encoding="utf-8") as rows:
        return [row["iso2"] for row in csv.DictReader(rows)]


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
    to_country = page.get_by_role("link", name="See Pakistan")
    expect(to_country).to_have_attribute("href", re.compile("theme=hazardous-waste"))
    to_country.click()
    heading(page, "Pakistan")
    expect(page.get_by_text("What already works")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/country\?country=PK&theme=hazardous-waste$"))
    on_map(page, "pk-customs")
    heading(page, "Pakistan Customs")
    expect(page.get_by_text(re.compile(r"\d+ records from \d+ sources"))).to_be_visible()
    page.get_by_role("button", name="Overview").click()
    expect(page.get_by_text("What already works")).to_be_visible()


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
    expect(page.get_by_text("What already works")).to_be_visible()


def test_the_roster_is_a_file(visit: Visit) -> None:
    page = visit(PK_WASTE)
    with page.expect_download() as started:
        page.get_by_role("button", name="Hand out").click()
        page.get_by_role("button", name="Roster").click()
    assert re.fullmatch(r"whoelse-roster-PK-[0-9-]{10}\.csv", started.value.suggested_filename)
    assert "Pakistan Customs" in started.value.path().read_text(encoding="utf-8-sig")


def test_a_gap_is_explained_with_its_evidence(visit: Visit) -> None:
    page = visit("/gaps?country=PK")
    expect(page.get_by_text(re.compile("[0-9]+ expected: .* not known"))).to_be_visible()
    page.get_by_role("radio", name=re.compile("Marine Fisheries, ")).first.check(force=True)
    heading(page, re.compile("Marine Fisheries and "))
    for head in ("Why it matters", "What was searched", "Nearest contact", "Lightest step that peers use", "Evidence"):
        expect(page.get_by_text(head, exact=True)).to_be_visible()
    expect(page.get_by_test_id("stTable").first).to_be_visible()


def test_a_gap_is_decided_and_the_decision_taken_back(visit: Visit) -> None:
    page = visit("/gaps?country=TL")
    page.get_by_role("radio", name=re.compile("Timor-Leste Customs, ")).first.check(force=True)
    heading(page, re.compile("Timor-Leste Customs and "))
    name = re.sub(r"^.*?Timor", "Timor", page.get_by_role("heading", level=3).first.inner_text())
    page.get_by_role("button", name="There is a contact").click()
    page.get_by_role("button", name=re.compile("^Said by both sides here, ")).click()
    expect(page.get_by_text(re.compile("a contact is recorded"))).to_be_visible()
    expect(page.get_by_role("heading", name=name)).to_have_count(0)
    expect(page.get_by_text("Decided before")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back.")).to_be_visible()
    expect(page.get_by_text("Decided before")).to_have_count(0)
    page.get_by_text("At a site", exact=True).click()
    heading(page, "Batugade")
    expect(page).to_have_url(re.compile(r"/gaps\?country=TL&level=site$"))


def test_routes_are_drawn_and_a_network_is_left_out(visit: Visit) -> None:
    page = visit("/connect?from=pk-nou&to=vn-customs&theme=ozone-depleting-substances")
    expect(page.get_by_text("Begin down the corridor.")).to_be_visible()
    on_map(page, "lane:1", of="routes")
    expect(page.get_by_text("Evidence for route 2")).to_be_visible()
    page.wait_for_function("globalThis.whoelseMaps?.routes")
    avoid = page.evaluate(
        "Object.keys(whoelseMaps.routes.network.body.nodes).find((name) => name.startsWith('box avoid:0:'))"
    )
    on_map(page, avoid.removeprefix("box "), of="routes")
    expect(page).to_have_url(re.compile("avoid=wco-rilo-ap"))
    expect(page.get_by_text("both have a seat in RILO Asia/Pacific")).to_have_count(0)


def test_a_few_networks_reach_a_group_and_one_is_ruled_out(visit: Visit) -> None:
    page = visit("/reach")
    page.get_by_role("button", name="Customs of all countries", exact=True).click()
    expect(page.get_by_text("5 networks reach all 25.")).to_be_visible()
    on_map(page, "body:0:0", of="reach")
    expect(page.get_by_text(re.compile("^Evidence for .* in RILO Asia/Pacific"))).to_be_visible()
    on_map(page, "never:0", of="reach")
    expect(page).to_have_url(re.compile("never=wco-rilo-ap"))
    expect(page.get_by_text("without RILO Asia/Pacific")).to_be_visible()
    page.get_by_role("button", name="Are there other sets as good?").click()
    expect(page.get_by_text(re.compile(r"^\d+ sets as good|No other set is as good"))).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="Download", exact=True).click()
    assert "Pakistan Customs" in started.value.path().read_text(encoding="utf-8-sig")
    page.go_back()
    page.go_back()
    expect(page.get_by_text("5 networks reach all 25.")).to_be_visible()


def test_the_address_says_what_is_asked_and_the_way_back_is_believed(visit: Visit) -> None:
    page = visit(PK_WASTE)
    choose(page, "Country", "Sri Lanka")
    heading(page, "Sri Lanka")
    expect(page).to_have_url(re.compile("country=LK&theme=hazardous-waste"))
    to_gaps = page.get_by_role("link", name="Gaps", exact=True)
    expect(to_gaps).to_have_attribute("href", re.compile("country=LK"))
    to_gaps.click()
    heading(page, "Gaps")
    expect(page).to_have_url(re.compile("/gaps.country=LK&theme=hazardous-waste"))
    page.go_back()
    heading(page, "Sri Lanka")
    page.go_back()
    heading(page, "Pakistan")
    expect(page).to_have_url(re.compile("country=PK&theme=hazardous-waste"))


def country_said(page: Page) -> str:
    return page.get_by_role("combobox", name="Country").input_value()


@pytest.mark.parametrize("link", ["See Pakistan", "See the gaps of Pakistan", "Country", "Gaps"])
def test_the_first_click_keeps_the_country(visit: Visit, link: str) -> None:
    page = visit()
    page.get_by_role("link", name=link, exact=True).click()
    heading(page, re.compile("^(Pakistan|Gaps)$"))
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    # What the first minute says of a theme leads to the page on that theme.
    expect(page).to_have_url(re.compile(r"/(country|gaps)\?country=PK(&theme=hazardous-waste)?$"))
    assert country_said(page) == "Pakistan"
    choose(page, "Theme", "Wildlife")
    expect(page).to_have_url(re.compile(r"/(country|gaps)\?country=PK&theme=wildlife$"))
    assert country_said(page) == "Pakistan"


@pytest.mark.parametrize("name", ["Country", "Who else", "Gaps", "Connect"])
def test_each_page_is_one_step_of_the_way_back(visit: Visit, name: str) -> None:
    page = visit("/?country=LK&theme=wildlife")
    page.get_by_role("link", name=name, exact=True).click()
    heading(page, {"Country": "Sri Lanka", "Who else": "Who else in Sri Lanka?"}.get(name, name))
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    page.go_back()
    heading(page, "Who Else?")
    expect(page).to_have_url(re.compile(r"/\?country=LK&theme=wildlife$"))


def test_from_a_pasted_list_to_the_invitation_as_a_file(visit: Visit) -> None:
    """What leads on from the overview is not covered; a name that means several bodies is chosen."""
    page = visit("/country?country=PK")
    settled(page)
    page.get_by_role("link", name="Your own list").click()
    page.get_by_role("textbox", name="Bodies you have thought of").fill("\n".join([*STAKEHOLDERS, "port authority"]))
    page.get_by_role("button", name="Compare with the record").click()
    expect(page.get_by_text("Your list: 14 names, 13 on record, 1 not found")).to_be_visible()
    choose(page, "port authority", "Port Qasim Authority")
    expect(page.get_by_text("Your list: 14 names, all on record")).to_be_visible()
    page.get_by_role("radio", name="Invitation list").click()
    page.get_by_role("checkbox", name="National Biosafety Centre").uncheck(force=True)
    expect(page.get_by_text(re.compile("^23 bodies chosen"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"/who_else\?country=PK&show=invite$"))
    with page.expect_download() as started:
        page.get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(started.value.path().read_text(encoding="utf-8-sig").splitlines()))
    names = [row["name"] for row in rows]
    assert names[:2] == ["Federal Board of Revenue", "Directorate General of Training and Research (Customs)"]
    assert {"Port Qasim Authority", "Pakistan Customs"} <= set(names)
    assert "National Biosafety Centre" not in names


def settled(page: Page) -> None:
    """Wait until a page of a country is drawn."""
    page.get_by_role("link", name="All gaps").wait_for()
    page.wait_for_function("!document.querySelector('[data-stale=true]')")


@pytest.mark.parametrize("country", sorted(focus()))
def test_no_name_of_a_desk_is_cut_and_the_overview_needs_no_scrolling(visit: Visit, country: str) -> None:
    page = visit(f"/country?country={country}")
    settled(page)
    assert page.evaluate(CUT) == []
    # Not at once: letters and rules of style may come a moment after the words.
    page.wait_for_function("(text => text.scrollHeight <= text.clientHeight)(document.querySelector('.st-key-text'))")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.wait_for_function("document.querySelector('.st-key-desks').clientWidth < 1030")
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("path", ["/gaps?country=PK", "/connect?from=pk-nou&to=vn-customs"])
def test_no_evidence_is_scrolled_sideways(visit: Visit, path: str) -> None:
    page = visit(path)
    table = page.get_by_test_id("stTable").first
    table.wait_for()
    assert table.evaluate("table => table.firstElementChild.scrollWidth <= table.firstElementChild.clientWidth")


def test_a_first_gap_and_a_body_are_one_click_away(visit: Visit) -> None:
    page = visit(PK_WASTE)
    page.get_by_role("button", name=re.compile("^Pakistan Customs: ")).click()
    heading(page, "Pakistan Customs")
    expect(page.locator(".st-key-text").get_by_role("link").first).to_have_attribute("href", re.compile("^https?://"))
    page.get_by_role("button", name="Overview").click()
    page.get_by_role("button", name=re.compile("^GAP?.* Pakistan Customs and Balochistan EPA")).click()
    heading(page, "Gaps")
    heading(page, re.compile("Pakistan Customs and Balochistan EPA"))
    expect(page).to_have_url(re.compile("gap="))
