"""Gaps at every level: what is there, what is not, and what is said where nothing is recorded."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.errors import StoreDamaged
from graph.record import Record
from tests.views.pages.conftest import Open, said, texts
from tests.views.pages.hostile import hostile_store
from tests.views.pages.test_hostile import alive
from views.gaps import hand_in_hand, level_answers
from views.parts import address, store

LEVELS = address.LEVELS
HEADS = {
    "": "Who ought to be in contact?",
    "cross-border": "Are the customs services of neighbours in contact?",
    "hand-in-hand": "Who hears from a network, and who should?",
    "treaty": "Are those with a role under a treaty in contact?",
    "site": "Who works here, and are they in contact?",
}


def lines(app: AppTest) -> list[str]:
    return [option for radio in app.radio for option in radio.options]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("country", ["PK", "LK", "TH", "TL"])
def test_every_level_has_lines_and_evidence_and_denies_nothing(opened: Open, level: str, country: str) -> None:
    app = opened("gaps", country=country, level=level)
    words = said(app)
    assert HEADS[level] in words
    if (level, country) != ("cross-border", "LK"):  # an island
        assert lines(app)
        assert "Evidence" in words
    assert "no tie" not in words.lower()
    assert app.session_state["level"] == level


@pytest.mark.parametrize(
    ("level", "says"),
    [
        ("cross-border", "No country of the record is noted as a neighbour of Maldives by land."),
        ("hand-in-hand", "No network on this theme is recorded"),
        ("treaty", "No body of this country is recorded with a role under an agreement."),
        ("site", "Nobody is recorded at a site of this country."),
        ("", "Too little is recorded here to judge"),
    ],
)
def test_a_level_without_anything_says_so_and_what_to_do(
    opened: Open, monkeypatch: pytest.MonkeyPatch, level: str, says: str
) -> None:
    for name in ("cells", "treaties", "sites"):
        monkeypatch.setattr(level_answers, name, lambda *_: [])
    app = opened("gaps", country="MV", level=level, theme="mercury")
    words = said(app)
    assert says in words
    assert "Choose" in words or "choose" in words
    assert "no contact" not in words.lower().replace("no contact can", "")


@pytest.mark.parametrize(
    ("level", "answer"),
    [
        ("cross-border", "cross_border"),
        ("hand-in-hand", "cells"),
        ("treaty", "treaties"),
        ("site", "sites"),
        ("", "screening"),
    ],
)
def test_an_error_of_a_level_is_a_sentence_and_the_menu_stays(
    opened: Open, monkeypatch: pytest.MonkeyPatch, level: str, answer: str
) -> None:
    def fail(*_: object) -> None:
        raise StoreDamaged("The record cannot be read.", "Restore a backup.")

    monkeypatch.setattr(level_answers, answer, fail)
    app = opened("gaps", country="PK", level=level)
    assert not app.exception
    assert "The record cannot be read." in said(app)
    assert "Restore a backup." in said(app)
    assert {"Home", "Gaps"} <= {link.proto.label for link in app.sidebar.get("page_link")}


def test_the_address_says_the_level_and_another_level_begins_anew(opened: Open) -> None:
    app = opened("gaps", country="PK", level="treaty", gap="cites")
    assert app.session_state["line-chosen"] == "cites"
    assert dict(app.query_params) == {"country": "PK", "level": "treaty", "gap": "cites"}
    app.segmented_control(key="level").set_value("site").run()
    assert app.session_state["gap"] == ""
    assert "Torkham" in said(app)
    assert opened("gaps", country="PK", level="nonsense").session_state["level"] == ""


def test_across_borders_names_neighbours_by_country_and_the_duty(opened: Open) -> None:
    app = opened("gaps", country="PK", level="cross-border")
    assert next(re.sub(r".*\] ", "", option) for option in app.radio[0].options) == "Afghanistan"
    words = said(app)
    assert "WTO Trade Facilitation Agreement, article 8.2" in words
    assert "China: not recorded" in words
    assert "other side not recorded" in words
    assert "Torkham" in words


def test_a_crossing_of_two_liaison_offices_says_where_both_countries_meet_and_can_be_decided(opened: Open) -> None:
    app = opened("gaps", country="TH", level="site", gap="mae-sai")
    words = said(app)
    assert "Border Liaison Offices (Myanmar) and Border Liaison Offices (Thailand) are on record" in words
    assert "Between the two sides: no recorded contact." in words
    assert "Both countries are in: Border Liaison Office network" in words
    assert any(button.label.startswith("Said by both sides here") for button in app.button)


def test_a_neighbour_in_recorded_contact_stands_apart_with_its_claims(opened: Open) -> None:
    app = opened("gaps", country="CN", level="cross-border")
    assert any(fold.label.startswith("Contact recorded") for fold in app.expander)
    assert "Viet Nam" in said(app)


def test_hand_in_hand_says_who_sits_there_who_should_hear_and_whether_they_do(opened: Open) -> None:
    app = opened("gaps", country="TL", level="hand-in-hand", gap="wco")
    words = said(app)
    assert "Who sits there for Timor-Leste" in words
    assert "●  Timor-Leste Customs: recorded" in words
    assert "planned only (joint operation, 2012)" in words
    assert "no recorded contact" not in words, "what is recorded is not denied"
    assert any(button.label.startswith("Said by both sides here") for button in app.button)
    assert "**no recorded contact**" in said(opened("gaps", country="LK", level="hand-in-hand", gap="ccp"))
    unknown = said(opened("gaps", country="TL", level="hand-in-hand", gap="rpoa-iuu"))
    assert "which body sits there is not recorded" in unknown


def links(app: AppTest) -> dict[str, str]:
    return {link.proto.label.replace("\\", ""): link.proto.query_string for link in app.main.get("page_link")}


def test_hand_in_hand_begins_where_contact_is_missing_and_leads_to_the_national_line(opened: Open) -> None:
    app = opened("gaps", country="PK", level="hand-in-hand")
    missing = [sum(not one["found"] for one in cell["should_hear"]) for cell in hand_in_hand.cells_on(*_asked(app))]
    assert missing == sorted(missing, reverse=True)
    assert missing[0] > 0
    app = opened("gaps", country="LK", level="hand-in-hand", gap="ccp")
    (query,) = [query for label, query in links(app).items() if "Sri Lanka Customs, Forest Department" in label]
    assert query == "country=LK&gap=lk-customs~lk-forest~no-recorded-contact"


def _asked(app: AppTest) -> tuple[Record, str, str]:
    return store.record(), app.session_state["country"], app.session_state["theme"]


def test_a_treaty_asks_about_customs_too_and_denies_no_contact_that_is_recorded(opened: Open) -> None:
    app = opened("gaps", country="LK", level="treaty")
    words = said(app)
    assert "1 body; customs: no standing contact" in words
    assert "Sri Lanka Customs and Ozone Unit: one-sided: only training recorded" in words
    assert any("Sri Lanka Customs, Ozone Unit" in label for label in links(app))
    assert any(button.key == "decide-contact" for button in app.button)


def test_a_treaty_says_circles_contacts_needed_and_the_link_to_customs(opened: Open) -> None:
    words = said(opened("gaps", country="TH", level="treaty", gap="cites"))
    assert "4 bodies in 2 circles; one contact would join them. Thai Customs is in recorded contact with" in words
    assert "No body with a role is recorded under Rotterdam Convention" in words


def test_a_site_names_the_side_of_which_nobody_is_recorded(opened: Open) -> None:
    words = said(opened("gaps", country="PK", level="site", gap="pk-chaman"))
    assert "Other side not recorded: no body of Afghanistan is on record here" in words
    assert "Other side not recorded" not in said(opened("gaps", country="PK", level="site", gap="pk-torkham"))


def test_problems_stand_closed_in_folds_of_their_own_those_abroad_apart(opened: Open) -> None:
    app = opened("gaps", country="PK")
    folds = {fold.label: fold for fold in app.expander}
    problems = next(label for label in folds if "outside the expected" in label)
    abroad = next(label for label in folds if "with bodies abroad" in label)
    assert not folds[problems].proto.expanded
    assert not folds[abroad].proto.expanded
    assert "International Criminal Police Organization with" in said(app)


def test_one_gap_says_what_was_searched_who_could_close_it_and_how_sure_it_is(opened: Open) -> None:
    words = said(opened("gaps", country="PK", gap="pk-customs~pk-bepa~no-recorded-contact"))
    assert "1 speaks of both, 53 of Pakistan Customs alone, 2 of Balochistan EPA alone." in words
    assert re.search(r"Who could close it:\*\* .*Climate Ministry, in contact with both", words)
    assert "Band A: sources say of both sides" in words
    assert re.search(r"By a rough estimate that is so in \d+ to \d+ of 100 such cases", words)


def test_folds_reckon_when_they_are_opened(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened("gaps", country="PK")
    closed = said(app)
    assert "A count measures what we read" not in closed
    for key in ("counts", "next-step", "is-it-right"):
        app.session_state[key] = True
    app.run()
    words = said(app)
    assert "A count measures what we read" in words
    assert re.search(r"Together \d+ of \d+ open gaps\. Weighed by need, that is at least \d+ %", words)
    assert re.search(r"puts the one in contact first \d\d times in 100", words)
    assert re.search(r"\d+ of the first \d+ lines of this list stay", words)
    assert "It does not say that a pair without recorded contact has none" in words
    themes, networks = (frame.value for frame in app.dataframe[:2])
    assert list(themes["Theme"])[:2] == ["ozone-depleting substances", "hazardous waste"]  # their order, no ranking
    assert list(networks["Network"]) == sorted(networks["Network"], key=str.casefold)


@pytest.mark.parametrize("level", LEVELS)
def test_no_name_becomes_markdown_at_any_level(opened: Open, tmp_path: Path, level: str) -> None:
    app = opened("gaps", store=hostile_store(tmp_path), country="PK", level=level)
    assert not app.exception
    written = [*texts(app), *(fold.label for fold in app.expander)]
    assert any("evil" in text for text in written), "the names are on the page"
    assert alive(written) == []
