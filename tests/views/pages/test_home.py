"""Home: three questions, what is recorded, and how to read the pages."""

from tests.views.pages.conftest import Open, said
from tests.views.pages.seen import map_of
from views.home import region_tiles


def test_home_asks_three_questions_and_counts_what_is_recorded(opened: Open) -> None:
    app = opened("home", country="LK", theme="wildlife")
    assert "Sri Lanka" in said(app)
    assert "wildlife" in said(app)
    counts = app.dataframe[0].value
    assert list(counts["Country"]) == sorted(counts["Country"])
    assert len(counts) == 25
    assert counts[["Bodies", "Contacts", "Sources"]].to_numpy().min() > 0
    assert "8,3" in said(app)  # what the seed added


def test_home_says_how_to_read_the_pages(opened: Open) -> None:
    words = said(opened("home"))
    for word in ("● recorded, ○ presumed", "no recorded contact", "expected contacts", "designations"):
        assert f"**{word}**: " in words


def test_a_click_on_a_tile_chooses_its_country(opened: Open) -> None:
    app = opened("home", country="PK")
    app.session_state[region_tiles.MAP] = {"selection": {"kind": "box", "id": "country:LK"}}
    app.run()
    assert app.session_state["country"] == "LK"
    assert app.query_params["country"] == "LK"
    assert "Sri Lanka, hazardous waste" in said(app)
    heavy = [box["id"] for box in map_of(app)["boxes"] if box["border"] == "recorded"]
    assert heavy == ["country:LK"]
    assert not app.exception


def test_two_questions_stay_open_beside_the_one_that_is_answered(opened: Open) -> None:
    app = opened("home", country="TL")
    labels = {link.proto.label for link in app.get("page_link")}
    assert {"See Timor-Leste", "See the gaps of Timor-Leste", "Connect from Timor-Leste"} <= {
        label.replace("\\", "") for label in labels
    }
    assert said(app).count("####") == 3
