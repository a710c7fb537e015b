"""The page Data: what the record rests on, its history with the way back, tables in and out."""

import io
import zipfile

import pytest
from streamlit.testing.v1 import AppTest

from graph.history import Batch, Change
from graph.record import Record
from graph.stores.open import open_store
from loaders.tables import TABLES
from tests.views.pages.conftest import Open, texts
from views.data import exports

SOURCES = (
    b"source_id,title,publisher,url,published,kind\nnew-page,A new page,Somebody,https://example.org/,2026,report\n"
)
WRONG = b"source_id,title,publisher,url,published,kind\nnew-page,,Somebody,https://example.org/,2026,poster\n"


@pytest.mark.parametrize("part", ["sources", "quality", "history", "import", "export", "no such part"])
def test_every_part_is_drawn(opened: Open, part: str) -> None:
    app = opened("data", part=part)
    assert not app.exception
    assert [title.value for title in app.title] == ["Data"]


def test_words_find_a_source(opened: Open) -> None:
    app = opened("data", part="sources")
    before = len(app.dataframe[0].value)
    app.text_input(key="source-asked").input("basel").run()
    assert 0 < len(app.dataframe[0].value) < before
    app.text_input(key="source-asked").input("no such source anywhere").run()
    assert "No source has these words." in [text.value for text in app.text]


def test_claims_on_what_was_withdrawn_elsewhere_are_counted(opened: Open, url: str) -> None:
    assert not opened("data", part="quality").warning
    with open_store(url) as store:
        record = store.read()
        force = record.organizations["pk-anf"]
        store.apply(Batch("elsewhere", "2026-11-25T12:00:00Z", "joined", (Change(force, None),)))
    (warning,) = opened("data", store=url, part="quality").warning
    lost = len(record.rows_of(force.address))
    assert warning.value.startswith(f"{lost} claims name what is no longer in the record")


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value([(name, content, "text/csv")])
    return app.run()


def test_a_table_is_checked_first_written_when_asked_and_taken_back(opened: Open, url: str) -> None:
    app = upload(opened("data", store=url, part="import"), "sources.csv", SOURCES)
    with open_store(url) as store:
        assert "new-page" not in store.read().sources
    app.button[0].click().run()
    with open_store(url) as store:
        assert store.read().sources["new-page"].title == "A new page"
    app.button(key="import-undo").click().run()
    with open_store(url) as store:
        assert "new-page" not in store.read().sources


def test_every_bad_value_is_named_and_nothing_is_written(opened: Open, url: str) -> None:
    app = upload(opened("data", store=url, part="import"), "sources.csv", WRONG)
    refused = app.dataframe[0].value
    assert sorted(refused["column"]) == ["kind", "title"]
    assert not [button for button in app.button if button.label == "Write"]


@pytest.mark.parametrize("name", ["../sources.csv", "passwd.csv", "sources\u202e.csv", "/etc/sources.csv"])
def test_only_the_name_of_a_table_is_a_name_of_a_file(opened: Open, url: str, name: str) -> None:
    app = upload(opened("data", store=url, part="import"), name, SOURCES)
    assert any("none of the tables" in text.value for text in app.text)


def test_a_change_is_taken_back_in_the_history(opened: Open, url: str) -> None:
    app = upload(opened("data", store=url, part="import"), "sources.csv", SOURCES)
    app.button[0].click().run()
    app.session_state["part"] = "history"
    app.run()
    with open_store(url) as store:
        last = store.history()[-1].id
    app.button(key=f"undo-{last}").click().run()
    assert any("Taken back" in text for text in texts(app))


def test_a_large_change_is_taken_back_only_after_a_question(opened: Open, url: str) -> None:
    app = opened("data", store=url, part="history")
    assert any("on every page" in text.value for text in app.text)
    (button,) = [button for button in app.button if str(button.key).startswith("undo-")]
    assert button.label.startswith("Take back ")
    assert button.label.endswith(" entries")


def test_the_zip_holds_every_table_and_is_the_same_for_the_same_record(seed: Record) -> None:
    content = exports.tables(seed)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [f"{name}.csv" for name in TABLES]
        assert archive.read("sources.csv").startswith(b'"source_id"')
    exports.tables.cache_clear()
    assert exports.tables(seed) == content
