"""A record whose every name is an attack, on every page, in a browser: nothing runs and nobody is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.place import VARIABLE
from tests.e2e.conftest import Visit
from tests.e2e.serving import served
from tests.views.pages.hostile import hostile_store

pytestmark = pytest.mark.browser

PATHS = (
    "/",
    "/country?country=PK",
    "/country?country=PK&theme=hazardous-waste",
    "/gaps?country=PK",
    "/gaps?country=PK&level=site",
    "/connect?from=pk-a&to=in-a",
    "/networks?country=PK&network=n",
)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the program on that record."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    with served("app.py", **{VARIABLE: hostile_store(folder)}) as address:
        yield address


@pytest.mark.parametrize("path", PATHS)
def test_nothing_runs_and_nobody_is_asked(visit: Visit, attacked: str, path: str) -> None:
    page = visit(path, at=attacked)
    page.wait_for_function("document.body.innerText.includes('evil.example')")
    assert page.locator("img[src=x], img[src*=evil]").count() == 0
    assert page.locator("a[href*=evil], a[href^=javascript]").count() == 0
    assert page.locator(".katex").count() == 0
