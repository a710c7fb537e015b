"""What a reader sees of the store: an empty one begins with the seed, and one that cannot answer is said calmly."""

from pathlib import Path

import pytest

from graph.history import Batch, Change
from graph.model import Claim, Country
from graph.stores.open import open_store
from loaders.place import url_of
from tests.views.pages.conftest import PAGES, Open, said


def test_an_empty_store_begins_with_the_seed(opened: Open, tmp_path: Path) -> None:
    app = opened("home", store=url_of(tmp_path / "new.db"))
    assert not app.exception
    assert len(app.dataframe[0].value) == 25


def test_a_memory_store_begins_with_the_seed(opened: Open) -> None:
    assert opened("country", store="memory:", country="LK").title[0].value == "Sri Lanka"


@pytest.mark.parametrize("page", PAGES)
def test_a_damaged_store_is_one_sentence_and_what_to_do(opened: Open, tmp_path: Path, page: str) -> None:
    (tmp_path / "damaged.db").write_bytes(b"SQLite format 3\0" + b"damaged" * 2000)
    app = opened(page, store=url_of(tmp_path / "damaged.db"))
    assert not app.exception
    assert not app.error
    assert "estore a backup" in said(app) or "not a store" in said(app)
    assert not app.title


@pytest.mark.parametrize("page", PAGES)
def test_a_record_from_which_much_was_withdrawn_is_shown(opened: Open, url: str, page: str) -> None:
    with open_store(url) as store:
        nodes = sorted(store.things(), key=lambda thing: thing.address)
        gone = [node for node in nodes if not isinstance(node, Claim | Country)][::4]
        store.apply(Batch("elsewhere", "2026-11-25T12:00:00Z", "joined", tuple(Change(node, None) for node in gone)))
    app = opened(page, store=url, country="PK", theme="wildlife")
    assert not app.exception
    assert app.title


def test_an_address_with_a_password_is_refused_and_not_repeated(opened: Open) -> None:
    app = opened("home", store="neo4j://neo4j:hunter2-canary@db.example")
    assert "user name or password" in said(app)
    assert "hunter2-canary" not in said(app)


def test_a_new_revision_is_seen_by_the_next_run(opened: Open, tmp_path: Path) -> None:
    url = url_of(tmp_path / "whoelse.db")
    before = opened("home", store=url)
    with open_store(url) as store:
        record = store.read()
        alone = next(body for body in record.organizations.values() if not len(record.rows_of(body.address)))
        store.apply(Batch("editor", "2026-11-25T12:00:00Z", "A test of changes", (Change(alone, None),)))
    after = before.run()
    assert "A test of changes" in said(after)
