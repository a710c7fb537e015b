"""What each page says and lets one do, on the record that comes with the program."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.views.pages.conftest import Open, said, texts

PAGES = ("home", "country", "gaps", "connect")


def map_of(app: AppTest) -> dict[str, Any]:
    """What the page gives to its map."""
    found = next(element for element in app.get("bidi_component") if "scene" in element.proto.json)
    scene: dict[str, Any] = json.loads(found.proto.json)["scene"]
    return scene


def choose(app: AppTest, kind: str, name: str) -> AppTest:
    """Click in the map."""
    app.session_state["chain-map"] = {"selection": {"kind": kind, "id": name}}
    return app.run()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("country", ["PK", "TL", "TH", "AF"])
def test_every_page_opens_for_every_country_it_is_asked_for(opened: Open, page: str, country: str) -> None:
    app = opened(page, country=country)
    assert not app.exception
    assert len(app.title) == 1
    assert app.session_state["country"] == country


def test_home_asks_three_questions_and_counts_what_is_recorded(opened: Open) -> None:
    app = opened("home", country="LK", theme="wildlife")
    assert "Sri Lanka" in said(app)
    assert "wildlife" in said(app)
    counts = app.dataframe[0].value
    assert list(counts["Country"]) == sorted(counts["Country"])
    assert len(counts) == 25
    assert counts[["Bodies", "Contacts", "Sources"]].to_numpy().min() > 0
    assert "8,3" in said(app)  # what the seed added


def test_country_says_what_works_before_what_is_missing(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste")
    words = said(app)
    assert app.title[0].value == "Pakistan"
    assert 0 < words.index("What already works") < words.index("Who else?") < words.index("First gaps")
    assert "Climate Ministry" in words
    assert {button.label.split("**")[1] for button in app.button if "**" in button.label} >= {"Basel", "CITES"}


def test_country_shows_who_a_box_is_and_its_claims(opened: Open) -> None:
    app = choose(opened("country", country="PK", theme="hazardous-waste"), "box", "pk-customs")
    assert "#### Pakistan Customs" in texts(app)
    claims = next(table.value for table in app.dataframe if "What the source says" in table.value)
    assert {"Source", "Address", "Published", "Read on", "Status"} <= set(claims.columns)
    assert len(claims) > 20
    assert "(coded)" in said(app)


def test_country_unfolds_a_stack_and_folds_it_again(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste")
    boxes = {box["id"] for box in map_of(app)["boxes"]}
    fold = next(box["id"] for box in map_of(app)["boxes"] if box["opens"] and box["id"].startswith("sisters:"))
    app = choose(app, "box", fold)
    next(button for button in app.button if button.label == "Unfold").click().run()
    assert fold not in {box["id"] for box in map_of(app)["boxes"]}
    next(button for button in app.button if button.label == "Fold all again").click().run()
    assert {box["id"] for box in map_of(app)["boxes"]} == boxes


def test_a_treaty_desk_shows_who_says_so(opened: Open) -> None:
    app = opened("country", country="PK")
    next(button for button in app.button if "Montreal" in button.label).click().run()
    assert "National ozone unit: " in said(app)
    claims = next(table.value for table in app.dataframe if "What the source says" in table.value)
    assert claims["What the source says"].str.contains("ozone unit").any()


def test_a_country_whose_record_is_older_than_its_authorities_says_so(opened: Open) -> None:
    assert "no engagement" in opened("country", country="AF").info[0].value
    assert not opened("country", country="PK").info


def test_who_else_compares_with_a_list(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste")
    assert "**Pakistan Customs**" in said(app)
    app.text_area[0].set_value("Pakistan Customs\nNobody of this name at all").run()
    assert "not on your list of 2" in said(app)
    assert "Nobody of this name at all" in said(app)
    assert "**Pakistan Customs**: " not in said(app)


def test_gaps_lists_and_explains_one(opened: Open) -> None:
    app = opened("gaps", country="PK")
    problems, others = app.radio
    assert len(problems.options) >= 1
    assert problems.value is None
    assert others.value is not None
    words = said(app)
    for head in ("Why it matters", "What was searched", "Nearest contact", "Lightest step", "Evidence"):
        assert head in words
    assert "expected found" in words
    assert "no tie" not in words.lower()


def test_gaps_one_list_clears_the_other(opened: Open) -> None:
    app = opened("gaps", country="PK")
    app.radio[0].set_value(app.radio[0].options[0]).run()
    assert app.session_state["gap-chosen"] is None
    assert "### :gray-badge[problem reported" in said(app)
    app.radio[1].set_value(app.radio[1].options[0]).run()
    assert app.session_state["problem-chosen"] is None
    assert "### :orange-badge[GAP?]" in said(app)


def test_gaps_recorded_only_leaves_out_what_is_presumed(opened: Open) -> None:
    everything, recorded = opened("gaps", country="PK"), opened("gaps", country="PK", recorded="yes")
    assert 0 < len(recorded.radio[-1].options) < len(everything.radio[-1].options)
    assert all("[A]" in option for option in recorded.radio[-1].options)


def test_connect_says_how_to_begin_at_home(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="vn-customs")
    words = said(app)
    assert "Begin at home, with Pakistan Customs" in words
    assert "please confirm" in words
    assert "Does Viet Nam Customs hold the seat of Viet Nam in RILO Asia/Pacific?" in words


def test_connect_without_a_target_offers_some(opened: Open) -> None:
    app = opened("connect", country="PK")
    assert "Choose where to begin" in said(app)
    next(button for button in app.button if button.label == "Thailand").click().run()
    assert app.session_state["to"] == "th-customs"
    assert "RILO" in said(app)


def test_connect_to_oneself_says_so(opened: Open) -> None:
    assert "nothing to connect" in said(opened("connect", from_="pk-customs", to="pk-customs"))


def test_an_address_that_means_nothing_is_put_right(opened: Open) -> None:
    app = opened("country", country="XX", theme="nonsense", date="tomorrow")
    assert not app.exception
    assert app.session_state["theme"] == ""
    assert app.session_state["country"] == "PK"


def test_the_record_is_read_as_known_on_a_day(opened: Open) -> None:
    now, then = opened("home"), opened("home", date="2010-01-01")
    assert then.dataframe[0].value["Contacts"].sum() < now.dataframe[0].value["Contacts"].sum()


def test_what_one_reader_lists_no_other_one_sees(opened: Open) -> None:
    first = opened("country", country="PK")
    first.text_area[0].set_value("Pakistan Customs").run()
    second = opened("country", country="PK")
    assert "not on your list" in said(first)
    assert "not on your list" not in said(second)


def test_the_menu_keeps_country_and_theme(opened: Open) -> None:
    app = opened("gaps", country="LK", theme="wildlife")
    app.query_params.clear()
    app.switch_page("views/pages/country.py")
    app.run()
    assert app.title[0].value == "Sri Lanka"
    assert app.session_state["theme"] == "wildlife"
