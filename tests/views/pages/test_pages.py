"""What each page says and lets one do, on the record that comes with the program."""

import pytest

from tests.views.pages.conftest import PAGES, Open, said
from views.parts import address, trouble


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("country", ["PK", "TL", "TH", "AF"])
def test_every_page_opens_for_every_country_it_is_asked_for(opened: Open, page: str, country: str) -> None:
    app = opened(page, country=country)
    assert not app.exception
    assert len(app.title) == 1
    assert app.session_state["country"] == country


def test_a_country_whose_record_is_older_than_its_authorities_says_so(opened: Open) -> None:
    assert "no engagement" in opened("country", country="AF").info[0].value
    assert not opened("country", country="PK").info


@pytest.mark.parametrize("page", PAGES)
def test_a_day_before_all_records_is_the_first_day(opened: Open, page: str) -> None:
    app = opened(page, country="PK", date="1800-01-01")
    assert len(app.title) == 1
    assert app.session_state["date"] == address.FIRST_DAY
    assert "As known on 1 January 1970" in said(app)


def test_a_day_in_the_past_has_a_way_back_to_today(opened: Open) -> None:
    links = opened("gaps", country="PK", date="2015-06-01").get("page_link")
    back = next(link for link in links if "today" in link.proto.label)
    assert "date=" not in str(back.proto.query_string)
    assert "As known on" not in said(opened("gaps", country="PK"))


@pytest.mark.parametrize("page", PAGES)
def test_an_error_that_nobody_foresaw_is_said_calmly(
    opened: Open, page: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise RuntimeError("hunter2-canary")

    monkeypatch.setattr(address, "is_past", fail)
    app = opened(page, country="PK")
    assert not app.exception
    assert trouble.UNFORESEEN in said(app)
    assert len(app.sidebar.get("page_link")) == len(PAGES)
    logged = [record.getMessage() for record in caplog.records if record.name == trouble.__name__]
    assert logged == ["A page failed: RuntimeError"]
    assert "hunter2-canary" not in said(app)
    caplog.clear()


def test_an_address_that_means_nothing_is_put_right(opened: Open) -> None:
    app = opened("country", country="XX", theme="nonsense", date="tomorrow")
    assert not app.exception
    assert app.session_state["theme"] == ""
    assert app.session_state["country"] == "PK"


def test_the_record_is_read_as_known_on_a_day(opened: Open) -> None:
    now, then = opened("home"), opened("home", date="2010-01-01")
    assert then.dataframe[0].value["Contacts"].sum() < now.dataframe[0].value["Contacts"].sum()


def test_the_menu_keeps_country_and_theme(opened: Open) -> None:
    app = opened("gaps", country="LK", theme="wildlife")
    app.query_params.clear()
    app.switch_page("views/pages/country.py")
    app.run()
    assert app.title[0].value == "Sri Lanka"
    assert app.session_state["theme"] == "wildlife"
