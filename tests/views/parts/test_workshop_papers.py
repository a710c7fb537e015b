"""What a workshop changed is handed out as a page and as a slide, without what is hidden from the wall."""

from pathlib import Path

import pytest

from graph.analysis.workshop.said import contact
from graph.analysis.workshop.workshop import Workshop
from graph.stores.open import open_store
from loaders.place import VARIABLE, url_of
from loaders.seed import ensure_seed
from views.parts import handout_buttons
from views.workshop import papers

KARACHI = Workshop("Karachi", "2026-11-25")
MARKS = {"application/pdf": b"%PDF-", handout_buttons.SLIDE: b"PK\x03\x04", "text/html": b"<!DOCTYPE html>"}


def test_what_a_workshop_changed_is_handed_out_as_page_and_slide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = url_of(tmp_path / "whoelse.db")
    monkeypatch.setenv(VARIABLE, url)
    with open_store(url) as store:
        ensure_seed(store)
        store.apply(contact(store.read(), KARACHI, "pk-customs", "pk-anf", at="2026-11-25T10:00:00Z"))
        record = store.read().as_of("2026-11-25")
    for file in papers.change_files(record, KARACHI, "PK", "hazardous-waste"):
        assert file.make().startswith(MARKS[file.mime])
