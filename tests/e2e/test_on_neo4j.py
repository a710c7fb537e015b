"""Two programs on one Neo4j server, in a browser: every page opens, and what one keeps the other shows by itself."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from graph.stores.base import Store
from loaders.place import VARIABLE
from tests.e2e.conftest import Visit
from tests.e2e.serving import need_chromium, served
from tests.servers import Servers

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]

PAGES = (
    "/",
    "/country?country=PK&theme=ozone",
    "/who_else?country=LK",
    "/gaps?country=TH",
    "/connect?from=pk-customs&to=th-customs",
    "/reach",
    "/networks",
    "/workshop",
    "/data",
    "/present",
)


@pytest.fixture(scope="module")
def programs(servers: Servers, seed_store: Store) -> Iterator[tuple[str, str]]:
    """The addresses of two programs, each a process of its own."""
    need_chromium()
    server = servers[0]
    server.wipe()
    with server.store() as store:
        store.replace(seed_store.batches())
    shared = {VARIABLE: server.url, "NEO4J_USERNAME": server.login.user, "NEO4J_PASSWORD": server.login.password}
    with served("app.py", **shared) as one, served("app.py", **shared) as other:
        yield one, other
    server.wipe()


def test_every_page_opens(programs: tuple[str, str], visit: Visit) -> None:
    for path in PAGES:
        page = visit(path, at=programs[0])
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert len(page.get_by_test_id("stMain").inner_text()) > 100, path
        page.close()


def test_what_one_program_keeps_the_other_shows_without_a_click(programs: tuple[str, str], visit: Visit) -> None:
    mine, theirs = (visit("/gaps?country=TL", at=address) for address in programs)
    decided = theirs.get_by_text("Decided before")
    expect(theirs.get_by_role("radio").first).to_be_visible()
    expect(decided).to_have_count(0)
    mine.get_by_role("radio", name=re.compile("Timor-Leste Customs, ")).first.check(force=True)
    mine.get_by_role("button", name="There is a contact").click()
    mine.get_by_role("button", name=re.compile("^Said by both sides here, ")).click()
    expect(mine.get_by_text(re.compile("a contact is recorded"))).to_be_visible()
    expect(decided).to_be_visible()
    mine.get_by_role("button", name="Undo").click()
    expect(mine.get_by_text("Taken back.")).to_be_visible()
    expect(decided).to_have_count(0)
