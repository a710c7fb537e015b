"""The program on a free port with a store of its own, and a page of it in the operating system's chromium."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.stores.open import open_store
from loaders.place import VARIABLE, url_of
from loaders.seed import ensure_seed
from tests.e2e.serving import browsing, need_chromium, served, watch

Visit = Callable[..., Page]

expect.set_options(timeout=20_000)  # what is expected comes, also on a machine that does other work
Ground = Literal["light", "dark"]


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the program, with the seed loaded."""
    need_chromium()
    url = url_of(tmp_path_factory.mktemp("store") / "whoelse.db")
    with open_store(url) as store:
        ensure_seed(store)
    with served("app.py", **{VARIABLE: url}) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, one for all tests: Playwright does not start twice in one process."""
    need_chromium()
    with browsing() as browser:
        yield browser


@pytest.fixture
def visit(chromium: Browser, program: str) -> Iterator[Visit]:
    """Open a path of the program; afterwards fail on any request elsewhere and on anything complained about."""
    wrong: list[str] = []
    pages: list[Page] = []

    def open_at(
        path: str = "/", *, at: str = program, width: int = 1366, height: int = 768, ground: Ground = "light"
    ) -> Page:
        page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=ground)
        pages.append(page)
        watch(page, wrong)
        page.goto(f"{at}{path}")
        page.locator("h1").first.wait_for()
        return page

    yield open_at
    for page in pages:
        page.close()
    assert wrong == []


@pytest.fixture(scope="session")
def map_address() -> Iterator[str]:
    """The address of a page with one map in it, its example."""
    need_chromium()
    with served("tests/e2e/map_harness/app.py") as where:
        yield where


@pytest.fixture
def page(chromium: Browser, map_address: str) -> Iterator[Page]:
    """That page; afterwards fail if anything was asked of another machine or complained about."""
    wrong: list[str] = []
    opened = chromium.new_page(viewport={"width": 1366, "height": 768})
    watch(opened, wrong)
    opened.goto(map_address)
    opened.wait_for_function("globalThis.whoelseMaps?.PK")
    opened.evaluate("document.fonts.ready")
    yield opened
    opened.close()
    assert wrong == []
