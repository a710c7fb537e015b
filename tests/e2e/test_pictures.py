"""Every page at both sizes: read at three metres on a projector, never scrolled sideways, and kept as a picture.

The pictures lie in test-results/pictures (PICTURES names another folder), to be looked at.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit
from tests.e2e.serving import ROOT
from tests.e2e.test_accessible import faults
from tests.e2e.visits import DESK, PROJECTOR, VIEWS, letters_on_maps, picture, scrolls_sideways, settled, small_letters

pytestmark = pytest.mark.browser

FOLDER = Path(os.environ.get("PICTURES") or ROOT / "test-results" / "pictures")
TEXT, SLIDE_TEXT, ON_MAPS = 18.0, 16.0, 15.0  # pixels, the least
HEAD = 110  # pixels of the window above which the title begins: the menu, and a row of fields beside it


@pytest.mark.parametrize("name", [name for name in VIEWS if not name.startswith("present")])
def test_a_page_is_usable_at_a_desk_and_read_in_a_room(visit: Visit, name: str) -> None:
    page = settled(visit(VIEWS[name], width=DESK[0], height=DESK[1]))
    _looked_at(page, name)
    _resized(page, PROJECTOR)
    _looked_at(page, name)
    settled(page).get_by_text("Projector", exact=True).click()
    expect(page.locator(".st-key-menu")).to_be_visible()
    _looked_at(settled(page), f"{name}-projector")
    assert small_letters(page, TEXT) == []
    assert {name: size for name, size in letters_on_maps(page).items() if size < ON_MAPS} == {}
    page.emulate_media(color_scheme="dark")
    page.get_by_text("Projector", exact=True).click()
    expect(page.locator(".st-key-menu")).to_be_hidden()
    picture(settled(page), FOLDER, f"{name}-dark")
    assert faults(page, "dark") == []


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("present")])
def test_a_slide_is_read_in_a_room(visit: Visit, name: str) -> None:
    page = settled(visit(VIEWS[name], width=PROJECTOR[0], height=PROJECTOR[1]))
    _looked_at(page, name)
    page.emulate_media(color_scheme="dark")
    picture(settled(page), FOLDER, f"{name}-dark")
    assert faults(page, "dark") == []
    assert small_letters(page, SLIDE_TEXT) == []
    assert {name: size for name, size in letters_on_maps(page).items() if size < ON_MAPS} == {}


def test_a_link_opens_a_page_in_large_letters(visit: Visit) -> None:
    page = settled(visit("/networks?country=PK&section=links&projector=yes", width=PROJECTOR[0], height=PROJECTOR[1]))
    expect(page.locator(".st-key-page")).to_be_visible()  # where its tables have measured the letters
    assert small_letters(settled(page), TEXT) == []
    assert faults(page, "light") == []


def test_what_is_chosen_and_what_opens_over_the_page_is_read_in_a_room(visit: Visit) -> None:
    page = settled(visit(f"{VIEWS['country']}&projector=yes", width=PROJECTOR[0], height=PROJECTOR[1]))
    point = page.evaluate("whoelseMaps.PK.pointOf('pk-customs')")
    page.mouse.click(point["x"], point["y"])
    heading = page.get_by_role("heading", name="Pakistan Customs")
    expect(heading).to_be_in_viewport()  # over the foot of the map
    page.get_by_role("button", name="Around this body").click()
    page.wait_for_function("globalThis.whoelseMaps['around:pk-customs']")
    assert min(letters_on_maps(settled(page)).values()) >= ON_MAPS
    assert small_letters(page, TEXT) == []
    picture(page, FOLDER, "around-projector")


def test_small_letters_are_found(visit: Visit) -> None:
    page = settled(visit("/country?country=PK", width=PROJECTOR[0], height=PROJECTOR[1]))
    assert small_letters(page, 15.0)
    assert min(letters_on_maps(page).values()) < ON_MAPS
    page.add_style_tag(content=".stMainBlockContainer { width: 2000px; max-width: none }")
    assert scrolls_sideways(page)


def test_every_page_is_looked_at() -> None:
    pages = {path.stem for path in (ROOT / "views" / "pages").glob("*.py")} - {"__init__", "home"}
    assert pages == {path.strip("/").partition("?")[0] for path in VIEWS.values()} - {""}


def _looked_at(page: Page, name: str) -> None:
    picture(page, FOLDER, name)
    assert not scrolls_sideways(page)
    assert (page.get_by_role("heading", level=1).first.bounding_box() or {"y": HEAD})["y"] < HEAD


def _resized(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    settled(page)
