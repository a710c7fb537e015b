"""Reach: a group in a planner's words, the smallest set with what it rests on, and what one can do about the rest."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.analysis.reach.reach import Demand, plan_reach
from graph.analysis.reach.reach_plan import Plan
from graph.analysis.reach.reach_target import Wish
from graph.record import Record
from tests.views.pages.conftest import Open, said
from views.parts import reach_address
from views.reach import reach_file, reach_view, searching
from views.reach.question import ReachQuestion

FOUR = {"whom": "customs", "within": "LK~PK~TH~VN"}


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine shows the answer all the same, not how far it is."""
    monkeypatch.setattr(reach_view, "PATIENCE", 60.0)


def map_of(app: AppTest) -> dict[str, Any]:
    found = next(element for element in app.get("bidi_component") if "scene" in element.proto.json)
    scene: dict[str, Any] = json.loads(found.proto.json)["scene"]
    return scene


def boxes(app: AppTest, kind: str) -> list[str]:
    return [box["name"] for box in map_of(app)["boxes"] if box["id"].startswith(kind)]


def click(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if label in button.label).click().run()


def test_without_a_group_it_says_what_to_do_and_a_click_does_it(opened: Open) -> None:
    app = opened("reach")
    assert "Choose whom you want to reach." in said(app)
    click(app, "Ozone units of all countries")
    assert app.query_params["whom"] == "ozone-unit"
    words = said(app)
    assert "**2 networks reach all 18.** Proven: no smaller set does." in words
    assert "Ozone units: none recorded yet for Brunei" in words


def test_of_many_networks_the_first_are_drawn_and_the_others_counted(opened: Open) -> None:
    app = opened("reach", whom="every")
    assert len(boxes(app, "network:")) == 12
    count = re.search(r"and (\d+) more networks, each adds", said(app))
    assert count
    (every,) = [toggle for toggle in app.toggle if toggle.label.startswith("Draw all")]
    every.set_value(True).run()
    assert len(boxes(app, "network:")) == 12 + int(count[1])


def test_a_set_says_what_each_adds_what_is_presumed_and_what_one_more_would_buy(opened: Open) -> None:
    app = opened("reach", **FOUR)
    words = said(app)
    assert "**2 networks reach all 4.** Proven: no smaller set does." in words
    assert boxes(app, "network:") == ["RILO Asia/Pacific, last heard of 2022", "SASEC, last heard of 2024"]
    assert boxes(app, "body:0") == ["Pakistan, presumed", "Thailand, recorded", "Viet Nam, presumed"]
    assert "3 of 4 seats are presumed" in words
    assert re.search(r"World-wide, and left out: .*WCO \(4\)", words)
    before = len(boxes(app, "network:"))
    click(app, "a second way to 2")
    assert len(boxes(app, "network:")) == before + 1
    assert "must" in app.query_params


def test_a_set_of_many_networks_says_how_few_reach_half_and_offers_less(opened: Open) -> None:
    app = opened("reach", whom="every", within="PK~LK")
    found = re.search(r"The first (\d+) of these (\d+) networks reach (\d+)", said(app))
    assert found
    few, size, _ = map(int, found.groups())
    assert min(size, 12) == len(boxes(app, "network:"))
    assert few < size / 2
    assert any("further question" in box.label for box in app.expander)
    click(app, "% of all do?")
    fewer = re.search(r"\*\*(\d+) networks? reach", said(app))
    assert fewer
    assert int(fewer[1]) < size
    assert "share" in app.query_params


def test_a_share_that_nobody_can_meet_is_not_passed_over(opened: Open) -> None:
    words = said(opened("reach", whom="every", within="PK", share="80"))
    assert re.search(r"At least \d+ were asked for; no more than \d+ can be reached so", words)
    assert "Proven: no smaller set reaches as many" in words


def test_one_body_that_is_reached_is_not_counted(opened: Open) -> None:
    words = said(opened("reach", whom="customs", within="LK"))
    assert "1 network reaches it." in words
    assert "The seat is presumed by the kind of body" in words


def test_a_body_shows_the_claims_of_its_seat(opened: Open) -> None:
    app = opened("reach", **FOUR)
    app.session_state["reach-map"] = {"selection": {"kind": "box", "id": "body:0:1"}}
    app.run()
    assert "Evidence for Thai Customs, Thailand in RILO Asia/Pacific" in said(app).replace(
        "Thai Customs in", "Thai Customs, Thailand in"
    )
    assert len(app.table) == 1


def test_a_network_is_ruled_out_on_the_map(opened: Open) -> None:
    app = opened("reach", **FOUR)
    app.session_state["reach-map"] = {"selection": {"kind": "box", "id": "never:0"}}
    app.run()
    assert app.query_params["never"] == "wco-rilo-ap"
    assert "without RILO Asia/Pacific" in said(app)
    assert not any("RILO" in name for name in boxes(app, "network:"))


def test_sets_as_good_are_paged_through(opened: Open) -> None:
    app = click(opened("reach", **FOUR), "Are there other sets as good?")
    assert "3 sets as good" in said(app)
    first = boxes(app, "network:")
    app.session_state[searching.SHOWN] = 2
    app.run()
    assert boxes(app, "network:") != first
    assert "instead of SASEC." in said(app)


def test_where_nobody_is_reached_it_says_why_and_what_to_change(opened: Open) -> None:
    app = opened("reach", **FOUR, theme="ozone-depleting-substances")
    words = said(app)
    assert "No network that may be taken reaches any of the 4." in words
    assert "only in world-wide networks: WCO; and in networks on other themes" in words
    click(app, "Take world-wide networks")
    assert "1 network reaches all 4." in said(app)
    assert app.query_params["everybody"] == "yes"


def test_wishes_that_cannot_be_met_are_said_as_a_sentence(opened: Open) -> None:
    app = opened("reach", whom="customs", begin="pk-nou", never="ozone-network-sa")
    assert "sits in no network that may be taken, so no set can begin there." in said(app)
    assert "without South Asia ozone officers" in said(click(app, "Begin also by a contact at home"))
    assert boxes(app, "network:")
    lonely = opened("reach", whom="customs", begin="tl-klatu")
    assert "sits in no network that may be taken, so no set can begin there." in said(lonely)
    assert not lonely.get("bidi_component")


def test_a_set_begins_down_the_corridor(opened: Open) -> None:
    app = click(opened("reach", **FOUR, begin="pk-nou"), "Begin also by a contact at home")
    words = said(app)
    assert "3 networks reach all 4." in words
    assert "Begin down the corridor: Ozone Unit is in contact with Pakistan Customs" in words


@pytest.mark.parametrize("text", ["no-such-body", "a~b", "", "~~~"])
@pytest.mark.parametrize("name", ["whom", "within", "bodies", "must", "never", "share", "each", "begin", "costs"])
def test_what_means_nothing_in_an_address_is_left_out(seed: Record, name: str, text: str) -> None:
    assert not reach_address.value(seed, name, text)


def test_numbers_and_costs_of_an_address_are_held_within_bounds(seed: Record) -> None:
    assert [reach_address.value(seed, "share", text) for text in ("80", "0", "900", "-5", "²")] == [
        80, 1, 100, None, None]  # fmt: skip
    asked = "sasec:2~ren:0~ccp:nan~wco:-1~nobody:3~interpol:1e9"
    assert reach_address.value(seed, "costs", asked) == {"sasec": 2.0, "ren": 0.0}


def test_costs_are_asked_in_the_address_and_decide(opened: Open) -> None:
    app = opened("reach", **FOUR, costs="sasec:3")
    assert not any("SASEC" in name for name in boxes(app, "network:"))
    assert "1 network with a cost of its own" in said(app)
    assert app.query_params["costs"] == "sasec:3"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that ends only when one says stop, with the best set so far and no proof."""

    def until_stopped(*asked: Any, should_stop: Callable[[], bool], **more: Any) -> Plan:
        found = plan_reach(*asked, should_stop=lambda: True, **more)
        while not should_stop():
            pass
        return found

    monkeypatch.setattr(searching, "plan_reach", until_stopped)
    monkeypatch.setattr(reach_view, "PATIENCE", 0.01)


@pytest.mark.usefixtures("slow")
def test_a_long_search_can_be_stopped_and_keeps_the_best_so_far(opened: Open) -> None:
    everybody = {"whom": "customs~police~environment-authority~ozone-unit"}
    app = opened("reach", **everybody)
    assert "Searching" in str(app.get("progress")[0].proto) or "Best set so far" in str(app.get("progress")[0].proto)
    assert not app.get("bidi_component")
    app.button(key="stop").click().run()
    words = said(app)
    assert "Stopped: this is the best set so far, and none can do with less than" in words
    assert boxes(app, "network:")
    assert "Search longer" in words


def test_another_question_stops_the_search_before(seed: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    question = ReachQuestion(("kind:customs",), Wish(), Demand())
    first = searching.search_for(seed, question)
    assert searching.search_for(seed, question) is first
    other = searching.search_for(seed, ReachQuestion(("kind:police",), Wish(), Demand()))
    assert (first.was_stopped, other.was_stopped) == (True, False)
    assert first.is_done(30)
    assert other.is_done(30)


def test_the_file_has_a_line_for_each_body_and_runs_nothing(seed: Record) -> None:
    plan = plan_reach(seed, ["customs@LK,PK,TH,VN", "organization:tl-klatu"], Wish(world_wide=False))
    rows = list(csv.DictReader(io.StringIO(reach_file.file(plan).decode("utf-8-sig"))))
    assert {row["Country"] for row in rows} == {"Sri Lanka", "Pakistan", "Thailand", "Viet Nam", "Timor-Leste"}
    assert [row["Why not"] for row in rows if row["Country"] == "Timor-Leste"] == ["in no network that is recorded"]
    assert all(row["Sources"].startswith("http") for row in rows if row["Network"])
