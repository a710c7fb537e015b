"""Every button hands out the file that it names, made when it is asked for."""

import pytest
from streamlit.testing.v1 import AppTest

from graph.record import Record
from loaders.place import VARIABLE
from views.parts import handout_buttons

BEGINS = {"pdf": b"%PDF", "pptx": b"PK", "html": b"<!DOCTYPE html>"}


def test_every_file_is_what_its_name_says(seed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "memory:")  # the story says what changed in the history of the store
    files = [
        *handout_buttons.country_files(seed, "TL", ""),
        *handout_buttons.network_files(seed, "ren"),
        *handout_buttons.route_files(seed, "organization:pk-nou", "customs@VN", ""),
    ]
    for file in files:
        assert file.make().startswith(BEGINS[file.name.rpartition(".")[2]])
    assert len({file.name for file in files}) == len(files)


def test_where_no_pdf_can_be_made_pages_are_html(seed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handout_buttons, "find_spec", lambda _: None)
    endings = {file.name.rpartition(".")[2] for file in handout_buttons.country_files(seed, "TL", "")}
    assert endings == {"html", "pptx"}


def test_the_buttons_are_drawn(seed: Record) -> None:
    def page(record: object) -> None:
        from views.parts import handout_buttons

        handout_buttons.of_country(record, "TL", "")  # type: ignore[arg-type]
        handout_buttons.of_network(record, "ren")  # type: ignore[arg-type]

    app = AppTest.from_function(page, args=(seed,)).run()
    assert not app.exception
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels[0] == "One page"
    assert labels[-1] == "Factsheet"
