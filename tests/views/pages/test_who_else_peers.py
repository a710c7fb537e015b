"""Comparable countries: counted and named, and the reader says which they are."""

from tests.views.pages.conftest import Open, said


def test_peers_are_counted_and_named(opened: Open) -> None:
    words = said(opened("who_else", country="PK", show="peers"))
    assert "Recorded in 18 of 24 comparable countries, and not here." in words
    assert "Attorney General (Sri Lanka)" in words
    assert "Comparable are neighbours" in words


def test_the_reader_chooses_with_whom_to_compare(opened: Open) -> None:
    app = opened("who_else", country="PK", show="peers", like="TH~VN~atlantis")
    assert app.multiselect(key="like").value == ["TH", "VN"]
    assert "of 2 countries that you chose, and not here." in said(app)
    assert "Sri Lanka" not in "".join(text for text in said(app).splitlines() if "Recorded in" in text)
    app.multiselect(key="like").set_value([]).run()
    assert "of 24 comparable countries" in said(app)
    assert "like" not in app.query_params
