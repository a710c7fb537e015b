"""What a reader decides of a gap is kept, the list follows at once, and it can be taken back."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.history import Batch, Change
from graph.model import Claim
from graph.stores.open import open_store
from loaders.place import READ_ONLY, url_of
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, responsible
from tests.graph.analysis.levels_toy import COUNTRIES, GATE, GAZETTE, OTHER_SIDE, WEN, at, bodies
from tests.views.pages.conftest import Open, said
from views.parts import address

PAIR = "customs~ozone~no-recorded-contact"


@pytest.fixture
def toyland(tmp_path: Path) -> str:
    url = url_of(tmp_path / "toyland.db")
    changes = tuple(Change(None, thing) for thing in (COUNTRY, *SOURCES, *BODIES, *BOTH))
    with open_store(url) as store:
        store.apply(Batch("test", "2026-11-20T08:00:00Z", "begin", changes))
    return url


@pytest.fixture
def page(opened: Open, toyland: str) -> AppTest:
    return opened("gaps", store=toyland, country="PK", gap=PAIR)


def pairs(app: AppTest) -> list[str]:
    return [key for radio in app.radio for key in radio.options]


def has(app: AppTest, *names: str) -> bool:
    return any(all(name in option for name in names) for option in pairs(app))


def newest(url: str) -> Batch:
    with open_store(url) as store:
        batch = store.batch(store.history()[-1].id)
        assert batch is not None
        return batch


def test_a_contact_said_by_both_sides_leaves_the_list_and_undo_brings_it_back(page: AppTest, toyland: str) -> None:
    assert has(page, "The customs", "The ozone")
    before = page.radio[-1].options
    page.text_input(key="author").input("Workshop of Toytown").run()
    page.selectbox(key="decide-kind").set_value("mou").run()
    page.button(key="decide-contact").click().run()
    assert not has(page, "The customs", "The ozone")
    assert "The customs and The ozone: a contact is recorded" in said(page)
    kept = newest(toyland)
    assert kept.author == "Workshop of Toytown"
    assert kept.changes[-1].after is not None
    assert getattr(kept.changes[-1].after, "role") == "mou"  # noqa: B009 (a claim among things)
    assert any(fold.label == "Decided before **1**" for fold in page.expander)
    assert "on behalf of Workshop of Toytown" in said(page)
    page.button(key="undo-change").click().run()
    assert page.radio[-1].options == before


def test_a_contact_may_rest_on_a_source_of_the_record(page: AppTest, toyland: str) -> None:
    assert page.button(key="decide-contact-source").disabled
    page.selectbox(key="decide-source").set_value("gazette").run()
    page.button(key="decide-contact-source").click().run()
    assert not has(page, "The customs", "The ozone")
    assert getattr(newest(toyland).changes[-1].after, "source", "") == "gazette"
    assert any(fold.label == "Decided before **1**" for fold in page.expander)


def test_confirmed_none_stays_in_the_list_as_such_and_is_shown(page: AppTest) -> None:
    page.button(key="decide-none").click().run()
    assert any("none, say both" in option for option in pairs(page))
    assert "2 not known, 1 confirmed: none" in said(page)
    assert "No contact, as both sides confirmed on" in said(page)
    assert "may exist all the same" not in said(page)
    assert page.session_state["gap"] == "customs~ozone~confirmed-none"


def test_a_decision_closes_what_asked_for_it_so_that_a_second_click_decides_no_other_pair(page: AppTest) -> None:
    page.session_state["decide-open-none"] = True
    page.run()
    assert "**The customs and The ozone**" in said(page), "it is headed by the pair"
    page.button(key="decide-none").click().run()
    assert page.session_state["decide-open-none"] is False


def test_not_applicable_leaves_the_list_and_is_counted_and_taken_back_from_its_fold(page: AppTest) -> None:
    page.button(key="decide-not-applicable").click().run()
    assert not has(page, "The customs", "The ozone")
    assert "1 pair not applicable" in said(page)
    (take_back,) = [button for button in page.button if button.label == "Take back"]
    take_back.click().run()
    assert has(page, "The customs", "The ozone")
    assert "Taken back." in said(page)
    assert not any(fold.label.startswith("Decided before") for fold in page.expander)


def test_the_first_of_two_decisions_of_a_day_is_taken_back_alone(page: AppTest) -> None:
    page.button(key="decide-none").click().run()
    page.button(key="decide-contact").click().run()
    page.button(key="undo-change").click().run()
    assert any("none, say both" in option for option in pairs(page))


def test_a_decision_that_an_undo_brought_back_is_taken_back_for_good(page: AppTest) -> None:
    page.button(key="decide-none").click().run()
    page.button(key="decide-not-applicable").click().run()
    page.button(key="undo-change").click().run()
    (take_back,) = [button for button in page.button if button.label == "Take back"]
    take_back.click().run()
    assert has(page, "GAP?", "The customs", "The ozone")
    assert not any(fold.label.startswith("Decided before") for fold in page.expander)
    page.button(key="undo-change").click().run()
    assert any("none, say both" in option for option in pairs(page))


def test_after_a_decision_the_figures_are_reckoned_only_when_asked_for(page: AppTest) -> None:
    page.session_state["is-it-right"] = True
    page.run()
    assert "how good the order" in said(page)
    page.button(key="decide-none").click().run()
    assert "how good the order" not in said(page)
    page.button(key="reckon-again").click().run()
    assert "how good the order" in said(page)


def test_a_decision_that_is_refused_is_a_sentence(page: AppTest) -> None:
    page.button(key="decide-none").click().run()
    page.button(key="decide-none").click().run()
    assert "This is recorded already" in said(page)
    assert not page.exception
    assert not [button for button in page.button if button.key == "undo-change"]


def test_a_program_that_only_shows_offers_no_decision(
    opened: Open, toyland: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(READ_ONLY, "yes")
    page = opened("gaps", store=toyland, country="PK", gap=PAIR)
    assert "only shows the record" in said(page)
    assert not [button for button in page.button if str(button.key).startswith("decide-")]


def test_a_day_in_the_past_offers_no_decision(opened: Open, toyland: str) -> None:
    page = opened("gaps", store=toyland, country="PK", date="2026-01-01")
    assert "Go back to today to change it." in said(page)
    assert not [button for button in page.button if str(button.key).startswith("decide-")]


def test_no_day_that_has_not_come_can_be_chosen(page: AppTest) -> None:
    assert page.date_input(key="decide-on-contact").max == address.today()


def test_of_a_line_of_sisters_the_reader_says_which_pair(opened: Open) -> None:
    app = opened("gaps", country="PK", gap="pk-customs~pk-bepa~no-recorded-contact")
    choices = app.selectbox(key="decide-pair").options
    assert choices[0] == "Pakistan Customs and Balochistan EPA"
    # The two other provinces of which nothing is known, with Sindh a problem is reported; then the board above customs.
    assert [choice.startswith("Pakistan Customs and ") for choice in choices] == [True] * 3 + [False] * 4
    assert all("Federal Board of Revenue" in choice for choice in choices[3:])
    assert not any("Sindh" in choice for choice in choices[:3])


@pytest.fixture
def neighbours(tmp_path: Path) -> str:
    """Customs of two neighbours at one gate, and customs and wildlife agency of one of them in a wildlife network."""
    seat = Claim(kind="membership", a="organization:pk-customs", b="network:wen", role="focal-point", source="gazette")
    held = [responsible(f"pk-{name}", "wildlife") for name in ("customs", "wildlife")]
    here = [at("pk-customs", "gate"), at("pk-police", "gate"), at("ir-customs", "gate-west")]
    things = (*COUNTRIES, GAZETTE, *bodies("PK", "IR"), WEN, GATE, OTHER_SIDE, seat, *held, *here)
    url = url_of(tmp_path / "neighbours.db")
    with open_store(url) as store:
        changes = tuple(Change(None, thing) for thing in things)
        store.apply(Batch("test", "2026-11-20T08:00:00Z", "begin", changes))
    return url


def test_a_contact_across_a_border_moves_to_those_recorded_and_joins_a_crossing(opened: Open, neighbours: str) -> None:
    page = opened("gaps", store=neighbours, country="PK", level="cross-border")
    assert len(page.radio[0].options) == 1
    page.button(key="decide-contact").click().run()
    assert not page.radio
    assert "No neighbour is left with whose customs no contact is recorded." in said(page)
    assert any(fold.label == "Contact recorded **1**" for fold in page.expander)
    assert "contact recorded" in page.table[0].value["Contact"].to_list()
    page.button(key="undo-change").click().run()
    assert len(page.radio[0].options) == 1


def test_a_contact_said_hand_in_hand_is_found_at_once(opened: Open, neighbours: str) -> None:
    page = opened("gaps", store=neighbours, country="PK", level="hand-in-hand")
    assert "**no recorded contact**" in said(page)
    page.button(key="decide-contact").click().run()
    assert "**no recorded contact**" not in said(page)
    assert "contact recorded with 1 of 1" in said(page)


def test_a_contact_said_at_a_site_joins_two_circles(opened: Open, neighbours: str) -> None:
    page = opened("gaps", store=neighbours, country="PK", level="site")
    assert "3 bodies in 3 circles; 2 contacts would join them" in said(page)
    assert len(page.selectbox(key="decide-pair").options) == 3
    page.button(key="decide-contact").click().run()
    assert "3 bodies in 2 circles; one contact would join them" in said(page)
