"""The story on a full screen: what each slide says, what the address asks, and that no name becomes anything else."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from graph.history import Batch, Change
from graph.model import Country
from graph.stores.open import open_store
from loaders.place import url_of
from tests.views.pages.conftest import Open, said, texts
from tests.views.pages.hostile import hostile_store
from tests.views.pages.seen import map_of
from tests.views.pages.test_hostile import alive
from views.present import turning

BEHIND_ONE_BUTTON = ("Country", "Theme", "Around whom", "The way out leads to", "Go on with")
SLIDES = ["1", "2", "3", "4", "5", "6", "7", "8"]


@pytest.mark.parametrize(("country", "theme"), [("PK", "hazardous-waste"), ("TL", ""), ("TH", "wildlife")])
def test_every_slide_is_one_sentence_and_one_picture_or_a_short_list(opened: Open, country: str, theme: str) -> None:
    pictures = 0
    for slide in SLIDES:
        app = opened("present", country=country, theme=theme, slide=slide)
        assert not app.exception
        assert len(app.title) == 1
        assert app.session_state["slide"] == slide
        maps = [element for element in app.get("bidi_component") if '"scene"' in element.proto.json]
        lines = [text for text in app.markdown if "**" in str(text.value)]
        assert len(maps) == 1 or 0 < len(lines) <= 10
        if maps:
            pictures += 1
            assert map_of(app)["projector"]
            assert len(map_of(app)["boxes"]) <= 40
    assert pictures >= 5


def test_there_is_no_program_around_the_story(opened: Open) -> None:
    app = opened("present", country="PK")
    assert not app.sidebar.children
    assert opened("home", country="PK").sidebar.children
    assert [field.label for field in app.selectbox] == list(BEHIND_ONE_BUTTON)
    assert len(app.get("popover")) == 1


def test_a_day_in_the_past_stands_on_every_slide(opened: Open) -> None:
    assert "As known on 1 June 2020." in said(opened("present", country="PK", slide="3", date="2020-06-01"))


def test_gaps_say_what_works_first_and_that_unknown_is_not_absent(opened: Open) -> None:
    app = opened("present", country="PK", theme="hazardous-waste", slide="2")
    words = said(app)
    assert "Pakistan: 9 of 17 expected contacts are on record, 7 are not known" in words
    assert 0 < words.index("On record") < words.index("Not known") < words.index("GAP?")
    assert "There may well be one" in words
    assert "88 sources" in words


@pytest.mark.parametrize(("asked", "shown"), [("0", "1"), ("99", "8"), ("x", "1"), ("-3", "1"), ("²", "1")])
def test_what_is_no_slide_is_the_nearest_one(opened: Open, asked: str, shown: str) -> None:
    app = opened("present", country="LK", slide=asked)
    assert not app.exception
    assert app.session_state["slide"] == shown


def test_the_address_names_the_body_in_the_middle_and_the_end_of_the_way(opened: Open) -> None:
    app = opened("present", country="PK", slide="3", body="pk-mocc")
    assert "Who is around Climate Ministry?" in said(app)
    app = opened("present", country="PK", slide="7", to="vn-customs")
    assert "Viet Nam Customs" in app.title[0].value
    assert "Pakistan Customs" in said(opened("present", country="PK", slide="3", body="nobody"))
    assert "Sri Lanka Customs" in said(opened("present", country="LK", slide="3", body="pk-mocc"))


def field(app: AppTest, label: str) -> Selectbox[object]:
    return next(one for one in app.selectbox if one.label == label)


def test_what_the_story_is_about_can_be_changed_while_it_is_told(opened: Open) -> None:
    app = opened("present", country="PK", theme="hazardous-waste", slide="3")
    field(app, "Around whom").set_value("pk-mocc").run()
    assert "Who is around Climate Ministry?" in said(app)
    field(app, "Go on with").set_value(6).run()
    field(app, "The way out leads to").set_value("vn-customs").run()
    assert "Viet Nam Customs" in app.title[0].value
    field(app, "Country").set_value("TL").run()
    field(app, "Go on with").set_value(2).run()
    assert "Who is around Timor-Leste Customs?" in said(app)
    assert field(app, "Around whom").value == ""
    assert not app.exception


def test_a_country_of_which_little_is_recorded_has_a_story_too(opened: Open, tmp_path: Path) -> None:
    url = url_of(tmp_path / "little.db")
    with open_store(url) as store:
        bare = Country(id="PK", iso3="PAK", name="Pakistan", subregion="South Asia")
        store.apply(Batch("test", "2026-11-25T00:00:00Z", "begin", (Change(None, bare),)))
    for slide in SLIDES:
        app = opened("present", store=url, country="PK", theme="chemicals", slide=slide)
        assert not app.exception
        assert app.title[0].value


def test_a_key_turns_and_nonsense_from_the_browser_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {"slide": "2"}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(st, "query_params", {})
    for told, shown in (({"place": 3, "turn": 5}, "3"), ({"place": -4}, "1"), ("x", "1"), ({"place": "9"}, "1")):
        state[turning.KEY] = {"turned": told}
        turning._turned()
        assert state["slide"] == shown
    state[turning.KEY] = {"turned": {"leave": True}, "room": "high"}
    turning._turned()
    assert state[turning.LEAVE] is True
    assert turning.room() == 0


@pytest.mark.parametrize("slide", SLIDES)
def test_no_name_becomes_markdown(opened: Open, tmp_path: Path, slide: str) -> None:
    app = opened("present", store=hostile_store(tmp_path), country="PK", theme="hazardous-waste", slide=slide)
    assert not app.exception
    assert alive(texts(app)) == []
