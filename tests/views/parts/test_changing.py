"""A change made from a page is kept, said and taken back; where it cannot be made a sentence says why."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.stores.open import open_store
from loaders.place import READ_ONLY, VARIABLE, url_of
from tests.contract.small import CUSTOMS, adding

PAGE = """
import datetime
import streamlit as st
from graph.errors import InputError
from graph.history import Batch, Change
from graph.model import Country
from views.parts import address, changing, store

def nepal(record):
    changes = (Change(None, Country(id="NP", name="Nepal")),)
    return Batch(changing.author(), "2026-11-25T10:00:00Z", "Adds a country", changes)

def refused(record):
    raise InputError("This is *recorded* already.", "Look it up.")

address.read(store.record(), "")
changing.notice()
changing.author_field()
st.button("Add", key="add", on_click=changing.keep, args=(nepal, "Nepal is recorded."))
st.button("Refused", key="refused", on_click=changing.keep, args=(refused, "Never said."))
st.button("Past", key="past", on_click=lambda: st.session_state.update(date=datetime.date(2020, 1, 1)))
st.text("known: " + (" ".join(store.record().countries) or "none"))
"""


@pytest.fixture
def url(tmp_path: Path) -> str:
    place = url_of(tmp_path / "whoelse.db")
    with open_store(place) as store:
        store.apply(adding(CUSTOMS))
    return place


@pytest.fixture
def page(url: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    st.cache_resource.clear()
    monkeypatch.setenv(VARIABLE, url)
    return AppTest.from_string(PAGE, default_timeout=30).run()


def known(page: AppTest) -> str:
    return next(text.value for text in page.text if text.value.startswith("known:"))


def said(page: AppTest) -> str:
    return " ".join(block.value for block in page.markdown).replace("\\", "")


def test_a_change_is_seen_in_the_same_run_and_said(page: AppTest, url: str) -> None:
    page.text_input(key="author").input("Workshop of Kathmandu").run()
    page.button(key="add").click().run()
    assert known(page) == "known: NP"
    assert "Nepal is recorded." in said(page)
    with open_store(url) as store:
        assert store.history()[-1].author == "Workshop of Kathmandu"


def test_undo_takes_it_back_by_a_change_of_its_own(page: AppTest, url: str) -> None:
    page.button(key="add").click().run()
    page.button(key="undo-change").click().run()
    assert known(page) == "known: none"
    assert "Taken back." in said(page)
    assert [button.key for button in page.button].count("undo-change") == 0
    with open_store(url) as store:
        added, undone = store.history()[-2:]
    assert undone.undoes == added.id


def test_what_was_said_goes_when_it_is_closed(page: AppTest) -> None:
    page.button(key="add").click().run()
    page.button(key="close-change").click().run()
    assert "Nepal is recorded." not in said(page)


def test_a_refusal_is_a_sentence_with_what_to_do(page: AppTest) -> None:
    page.button(key="refused").click().run()
    assert "This is *recorded* already." in said(page)
    assert "Look it up." in said(page)
    assert not page.exception


def test_a_program_that_only_shows_keeps_nothing(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY, "yes")
    page.button(key="add").click().run()
    assert known(page) == "known: none"
    assert "only shows the record" in said(page)


def test_nothing_is_changed_while_the_record_is_shown_as_of_the_past(page: AppTest) -> None:
    page.button(key="past").click().run()
    page.button(key="add").click().run()
    assert known(page) == "known: none"
    assert "in the past" in said(page)
