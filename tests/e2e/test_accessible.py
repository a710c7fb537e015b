"""Every page has no fault that axe finds by WCAG 2.1 AA, asks nobody and complains of nothing.

Pages are those that lie in views/pages, so that a new one is looked at as soon as it is there. In the dark, where
colours change and nothing else, test_pictures.py looks at contrasts.
"""

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from graph.record import Record
from handouts.map_file.country import country_file
from handouts.story.file import story_file
from handouts.story.slide import Asked
from tests.e2e.conftest import Ground, Visit
from tests.e2e.serving import ROOT

pytestmark = pytest.mark.browser

PAGES = sorted(path.stem for path in (ROOT / "views" / "pages").glob("*.py") if path.stem != "__init__")
ASKED = "country=PK&theme=hazardous-waste&from=pk-nou&to=vn-customs"
# The dark ground changes colours and nothing else.
RULES = {"light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "dark": ["color-contrast"]}


# Streamlit's grid numbers the cells of every table alike: two tables on a page share ids, to which nothing refers.
KNOWN = {"duplicate-id-active": "glide-cell"}


def faults(page: Page, ground: Ground) -> list[str]:
    """Return what axe finds, each fault with the first element that has it."""
    found = Axe().run(page, options={"runOnly": RULES[ground], "resultTypes": ["violations"]})["violations"]
    told = []
    for fault in found:
        elements = [node["html"] for node in fault["nodes"] if KNOWN.get(fault["id"], "no such") not in node["html"]]
        told += [f"{fault['id']} ×{len(elements)}: {elements[0][:160]}"] if elements else []
    return told


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(visit: Visit, name: str) -> None:
    page = visit(f"/{'' if name == 'home' else name}?{ASKED}")
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton], [data-stale=true]')")
    assert faults(page, "light") == []


def test_a_fault_is_found(visit: Visit) -> None:
    page = visit("/")
    page.add_style_tag(content=".stMainBlockContainer * { color: #CCCCCC !important }")
    assert [fault.split()[0] for fault in faults(page, "dark")] == ["color-contrast"]


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_map_in_a_file_is_accessible(chromium: Browser, seed: Record, ground: Ground) -> None:
    page = chromium.new_page(color_scheme=ground, bypass_csp=True)  # axe is a program that the file did not bring
    page.set_content(country_file(seed, "PK", "hazardous-waste"))
    page.wait_for_function("Object.keys(globalThis.whoelseMaps ?? {}).length")
    assert faults(page, ground) == []
    page.close()


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_a_story_in_a_file_is_accessible(chromium: Browser, seed: Record, ground: Ground) -> None:
    page = chromium.new_page(color_scheme=ground, bypass_csp=True)
    page.set_content(story_file(Asked(seed, "PK", "hazardous-waste")))
    for place in (1, 2):  # a picture, and lists
        page.get_by_text(f"{place} of 8").wait_for()
        assert faults(page, ground) == []
        page.keyboard.press("PageDown")
    page.close()
