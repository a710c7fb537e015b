"""Connect: how one gets there, beginning at home, and to groups and whole countries."""

import pytest

from tests.views.pages.conftest import Open, said
from tests.views.pages.seen import map_of


def test_connect_says_how_to_begin_at_home(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="vn-customs")
    words = said(app)
    assert "**By Pakistan Customs and RILO Asia/Pacific.** Begin down the corridor." in words
    assert "please confirm" in words
    assert "Does Viet Nam Customs hold the seat of Viet Nam in RILO Asia/Pacific?" in words


def test_connect_says_how_far_two_countries_are_apart_without_a_network(opened: Open) -> None:
    app = opened("connect", from_="pk-customs", to="customs@IN")
    assert [one.label for one in app.expander] == ["Without a network: one recorded contact from Pakistan to India"]
    assert app.expander[0].table
    nobody = said(opened("connect", from_="pk-customs", to="customs@MV"))
    assert "Without a network: no chain of recorded contacts from Pakistan to Maldives." in nobody
    assert "Without a network" not in said(opened("connect", from_="pk-customs", to="kind:customs"))


def test_connect_without_a_target_offers_some(opened: Open) -> None:
    app = opened("connect", country="PK")
    assert "Choose where to begin" in said(app)
    next(button for button in app.button if button.label == "Thailand").click().run()
    assert app.session_state["to"] == "th-customs"
    assert "RILO" in said(app)


def test_connect_reaches_the_customs_of_a_country_as_a_group(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="customs@TH")
    assert app.session_state["to"] == "customs@TH"
    assert "RILO" in said(app)
    offered = app.selectbox[1].options
    assert offered[0] == "Customs of Afghanistan"
    assert sum(option.startswith("Customs of ") for option in offered[:25]) >= 24
    assert opened("connect", to="customs@XX").session_state["to"] is None


def test_connect_evidence_has_no_column_that_says_the_same_in_every_row(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="vn-customs", theme="ozone-depleting-substances")
    claims = app.table[0].value
    assert list(claims.columns)[:2] == ["Step", "What the source says"]
    assert "Status" not in claims
    assert "All recorded" in said(app)


def test_connect_goes_through_what_is_asked_as_often_as_is_asked(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="vn-customs", via="wco", most="1")
    assert len(map_of(app)["zones"]) == 1
    assert "By Pakistan Customs and WCO" in said(app)
    assert "Through WCO." in said(app)
    assert (app.query_params["via"], app.query_params["most"]) == ("wco", "1")
    none = opened("connect", from_="tl-customs", to="vn-customs", via="sasec")
    assert "No way is recorded through SASEC." in said(none)
    assert len(map_of(opened("connect", from_="pk-nou", to="vn-customs", most="10"))["zones"]) > 3


def test_connect_names_who_sits_there_and_who_could_carry_it_as_well(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="vn-customs", avoid="wco-rilo-ap")
    steps = list(app.table[0].value["Step"])
    assert any("UNEP" in step for step in steps)
    assert len(set(steps)) > 2


@pytest.mark.parametrize("target", ["customs@LK,TH,VN", "kind:customs", "country:TH"])
def test_connect_reaches_groups_and_whole_countries_and_each_of_them(opened: Open, target: str) -> None:
    app = opened("connect", from_="customs@PK", to=target)
    assert app.session_state["to"] == target
    assert len(map_of(app)["zones"]) >= 1
    app.toggle(key="to-each").set_value(True).run()
    rows = app.dataframe[0].value
    assert list(rows.columns) == ["Country", "Body", "Best way", "Takes"]
    assert len(rows) > 2
    assert any(link.proto.label.startswith("Which few networks") for link in app.get("page_link"))


def test_connect_to_oneself_says_so(opened: Open) -> None:
    assert "nothing to connect" in said(opened("connect", from_="pk-customs", to="pk-customs"))


def test_connect_does_not_advise_to_leave_networks_for_oneself(opened: Open) -> None:
    words = said(opened("connect", from_="pk-customs", to="pk-customs"))
    assert "From and To are the same body" in words
    assert "Leave fewer networks out" not in words
