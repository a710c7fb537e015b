"""The pages on a Neo4j server: the same words as on a file, and what another program changed at the next click."""

from collections.abc import Iterator

import pytest
import streamlit as st

from graph.history import Batch, Change
from graph.model import Source
from graph.stores.base import Store
from tests.servers import Server, Servers
from tests.views.pages.conftest import Open, said

pytestmark = pytest.mark.neo4j

ASKED = {
    "home": {},
    "country": {"country": "PK", "theme": "ozone"},
    "gaps": {"country": "LK"},
    "connect": {"from_": "pk-customs", "to": "th-customs"},
}


@pytest.fixture(scope="module")
def filled(servers: Servers, seed_store: Store) -> Iterator[Server]:
    """A server with the seed, which no test of this module changes for good."""
    servers[0].wipe()
    with servers[0].store() as store:
        store.replace(seed_store.batches())
    yield servers[0]
    servers[0].wipe()


@pytest.fixture
def server(filled: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NEO4J_USERNAME", filled.login.user)
    monkeypatch.setenv("NEO4J_PASSWORD", filled.login.password)
    yield filled
    st.cache_resource.clear()  # closes the connections of the pages


@pytest.mark.parametrize("page", ASKED)
def test_every_page_says_what_it_says_on_a_file(server: Server, opened: Open, page: str) -> None:
    on_file, on_server = opened(page, **ASKED[page]), opened(page, store=server.url, **ASKED[page])
    assert not on_server.exception
    assert len(said(on_server)) > 500
    assert said(on_server) == said(on_file)


def test_what_another_program_kept_is_seen_at_the_next_click(server: Server, opened: Open) -> None:
    page = opened("home", store=server.url)
    reason = "Kept by another program"
    assert reason not in said(page)
    with server.store() as other:
        source = Source(id="kept-elsewhere", title="A page", kind="web page")
        batch = Batch("editor", "2026-11-25T12:00:00Z", reason, (Change(None, source),))
        other.apply(batch)
        try:
            assert reason in said(page.run())
        finally:
            other.undo(batch.id, author="editor", reason="A test")
    assert "A test" in said(page.run())
    assert not page.exception
