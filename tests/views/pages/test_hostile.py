"""A record whose every name is an attack is shown letter by letter."""

import re
from pathlib import Path

import pytest

from tests.views.pages.conftest import Open, said, texts
from tests.views.pages.hostile import NAME, PAYLOADS, hostile_store
from tests.views.pages.seen import choose, map_of

ADDRESSES = {
    "home": {"country": "PK"},
    "country": {"country": "PK", "theme": "hazardous-waste"},
    "gaps": {"country": "PK"},
    "who_else": {"country": "PK"},
    "connect": {"from_": "pk-a", "to": "in-a"},
    "reach": {"whom": "every", "everybody": "yes", "equal": "yes", "within": "PK~IN"},
}


def alive(written: list[str]) -> list[tuple[str, str]]:
    """Return every attack that is not behind strokes, with the text that holds it."""
    bare = [re.sub(r"\\.", "", text) for text in written]
    return [(payload, text) for payload in PAYLOADS for text in bare if payload in text]


@pytest.mark.parametrize("page", ADDRESSES)
def test_no_name_becomes_markdown(opened: Open, tmp_path: Path, page: str) -> None:
    app = opened(page, store=hostile_store(tmp_path), **ADDRESSES[page])
    assert not app.exception
    written = texts(app)
    assert any("evil" in text for text in written), "the names are on the page"
    assert alive(written) == []


def test_a_chosen_box_is_shown_letter_by_letter(opened: Open, tmp_path: Path) -> None:
    app = opened("country", store=hostile_store(tmp_path), country="PK", theme="hazardous-waste")
    choose(app, "box", next(box["id"] for box in map_of(app)["boxes"] if box["id"].startswith("pk-")))
    assert "national (coded)" in said(app)
    assert NAME in said(app)
    assert alive(texts(app)) == []


def test_the_roster_file_runs_nothing(opened: Open, tmp_path: Path) -> None:
    from graph.stores.open import open_store
    from views.country import roster

    with open_store(hostile_store(tmp_path)) as store:
        text = roster.file(store.read(), "PK", "").decode("utf-8-sig")
    assert '"=' not in text
    assert text.count("\n") >= 5
