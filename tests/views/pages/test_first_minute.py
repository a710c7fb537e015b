"""The first minute on Home: three steps on the record, skipped for good; the field's own words explained."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.pages.conftest import ROOT, Open, said, texts
from tests.views.pages.hostile import hostile_store
from tests.views.pages.test_hostile import alive
from views.parts.meanings import MEANS


def press(app: AppTest, key: str) -> AppTest:
    return next(button for button in app.button if button.key == key).click().run()


def test_three_steps_lead_through_the_record_and_back(opened: Open) -> None:
    app = opened("home", country="PK")
    assert "1 of 3: **Pakistan, hazardous waste**" in said(app)
    assert "Sources name" in said(app)
    press(app, "minute-next")
    assert "9 of 17 expected contacts are on record" in said(app)
    press(app, "minute-next")
    assert "3 of 3" in said(app)
    assert "please confirm" in said(app)
    press(app, "minute-back")
    assert "2 of 3" in said(app)
    assert not app.exception


def test_who_skips_it_is_not_asked_again_but_may_ask(opened: Open) -> None:
    app = press(opened("home", country="PK"), "minute-skip")
    assert "of 3" not in said(app)
    app.switch_page("views/pages/gaps.py").run()
    app.switch_page("views/pages/home.py").run()
    assert "of 3" not in said(app)
    assert "1 of 3" in said(press(app, "minute-again"))


@pytest.mark.parametrize("country", ["TL", "AF", "LK"])
def test_it_speaks_of_the_country_and_theme_that_are_chosen(opened: Open, country: str) -> None:
    app = opened("home", country=country, theme="wildlife")
    for _ in range(2):
        assert "wildlife" in said(app)
        press(app, "minute-next")
        assert not app.exception


def test_hostile_names_stay_text(opened: Open, tmp_path: Path) -> None:
    app = opened("home", store=hostile_store(tmp_path), country="PK")
    for _ in range(2):
        press(app, "minute-next")
        assert not app.exception
        assert alive(texts(app)) == []


def test_the_words_explained_are_those_of_the_docs() -> None:
    docs = (ROOT / "docs" / "words.md").read_text(encoding="utf-8").casefold()
    for word in MEANS:
        assert re.search(rf"\b{word.rstrip('s')}", docs), word
