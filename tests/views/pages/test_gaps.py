"""Gaps: the list, one gap in full, and what no badge may deny."""

import re
from typing import get_args

import pytest

from graph.analysis.gaps.gap_kinds import Kind
from tests.views.pages.conftest import Open, said
from views.parts import badges


def test_gaps_lists_and_explains_one(opened: Open) -> None:
    app = opened("gaps", country="PK")
    problems, others = app.radio
    assert len(problems.options) >= 1
    assert problems.value is None
    assert others.value is not None
    words = said(app)
    for head in ("Why it matters", "What was searched", "Nearest contact", "Lightest step", "Evidence"):
        assert head in words
    assert re.search(r"\d+ expected: \d+ found, .*\d+ not known; shown as \d+ lines; \d+ sources read", words)
    assert "no tie" not in words.lower()


@pytest.mark.parametrize("country", ["PK", "LK", "TH"])
def test_gaps_and_country_count_the_same_pairs_in_the_same_words(opened: Open, country: str) -> None:
    pages = [said(opened(page, country=country)) for page in ("country", "gaps")]
    counted = [re.search(r"(\d+) expected: (\d+) found.*?(\d+) not known; shown as \d+ lines", page) for page in pages]
    assert counted[0] is not None
    assert counted[1] is not None
    assert counted[0].group() == counted[1].group()


def test_a_problem_outside_the_expected_pairs_is_counted_apart(opened: Open) -> None:
    app = opened("gaps", country="PK")
    inside, outside = (int(number) for number in re.findall(r"\*\*(\d+)\*\*", app.expander[0].label))
    assert inside + outside == len(app.radio[0].options)
    assert f"{inside} with a problem reported ({outside} more outside the expected)" in said(app)


def test_no_badge_denies_a_contact_that_is_recorded(opened: Open) -> None:
    options = [option for country in ("PK", "LK", "TL") for option in opened("gaps", country=country).radio[-1].options]
    badges_seen = {badge for option in options for badge in re.findall(r":orange-badge\[(.*?)\]", option)}
    assert {"GAP?", "planned", "in a large forum", "met at an event"} <= badges_seen
    assert any(re.fullmatch(r"once, \d{4}", badge) for badge in badges_seen)
    app = opened("gaps", country="PK")
    assert "Coordination gaps" in said(app)
    once = next(option for option in app.radio[-1].options if "once, " in option)
    app.radio[-1].set_value(once).run()
    assert "A standing contact may exist all the same" in said(app)


def test_every_kind_of_gap_has_a_badge() -> None:
    assert set(badges.SHORT) == {kind for kind in get_args(Kind) if not kind.startswith("problem")}


def test_the_contacts_found_lead_to_their_claims(opened: Open) -> None:
    app = opened("gaps", country="LK")
    (found,) = [fold.label for fold in app.expander if fold.label.startswith("Contact recorded")]
    app.session_state["contacts-found"] = True
    app.run()
    (table,) = [frame.value for frame in app.dataframe if "By what" in frame.value]
    assert found == f"Contact recorded **{len(table)}**"
    assert len(app.selectbox(key="contact-chosen").options) == len(table)
    assert any("What the source says" in one.value for one in app.table[-1:])
    assert not app.exception
    app.selectbox(key="country").set_value("TL").run()
    assert not app.exception, "what was chosen in another country is no contact of this one"


def test_too_little_recorded_is_no_all_clear(opened: Open) -> None:
    words = said(opened("gaps", country="TL", theme="mercury"))
    assert "Too little is recorded here to judge" in words
    assert "Choose all themes, or choose another country." in words, "a switch that is off is not offered"
    assert "none is missing" not in words


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
    assert all("both recorded" in caption for caption in recorded.radio[-1].proto.captions)
