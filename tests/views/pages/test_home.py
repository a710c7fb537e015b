"""Home: three questions, what is recorded, and how to read the pages."""

from tests.views.pages.conftest import Open, said


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
