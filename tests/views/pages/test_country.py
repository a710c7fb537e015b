"""Country: what works, who a box is, and the claims behind it."""

import re
from typing import get_args

import pytest

from graph.analysis.gaps.gap_kinds import Kind
from layout.chain.plan import LineDetail
from tests.views.pages.conftest import Open, said, texts
from tests.views.pages.seen import choose, map_of, sources_listed
from views.country import chain_table, gap_says
from views.parts import evidence


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
    assert "(coded)" in said(app)
    assert sources_listed(app) == evidence.FIRST
    next(button for button in app.button if re.fullmatch(r"All \d+ records", button.label)).click().run()
    assert sources_listed(app) > 20


def test_a_line_of_who_else_leads_to_the_body_and_its_claims(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste")
    next(button for button in app.button if button.label.startswith("**Pakistan Customs**")).click().run()
    assert "#### Pakistan Customs" in texts(app)
    assert sources_listed(app) == evidence.FIRST


def test_a_first_gap_leads_to_that_gap_on_its_page(opened: Open) -> None:
    app = opened("country", country="PK", theme="wildlife")
    second = [button for button in app.button if "GAP?" in button.label][1]
    second.click().run()
    assert app.title[0].value == "Gaps"
    assert app.session_state["gap-chosen"] == str(second.key).removeprefix("gap-")
    assert f"### {second.label.partition(':')[0] or second.label}" in "\n".join(texts(app))


def test_a_gap_is_asked_for_in_the_address(opened: Open) -> None:
    second = "pk-mfd~pk-pmsa~no-recorded-contact"
    app = opened("gaps", country="PK", gap=second)
    assert app.session_state["gap-chosen"] == second
    assert app.radio[-1].options[0] != app.radio[-1].value
    unknown = opened("gaps", country="PK", gap="nobody~nothing~none")
    assert not unknown.exception
    assert unknown.session_state["gap"] == ""


@pytest.mark.parametrize(
    ("line", "says", "never"),
    [
        ("no recorded contact", "speaks of a contact", "worked together"),
        ("worked together", "worked together on an occasion", "speaks of a contact"),
        ("planned only", "was planned", "speaks of a contact"),
    ],
)
def test_a_line_of_a_gap_says_what_is_recorded_of_its_kind(line: str, says: str, never: str) -> None:
    detail = LineDetail("id", "gap", "a", "b", f"Gap: {line}", (("a", "b"),), (), waits=False)
    (sentence,) = gap_says.of(detail)
    assert says in sentence
    assert never not in sentence


def test_every_kind_of_gap_has_its_words() -> None:
    kinds = {kind for kind in get_args(Kind) if not kind.startswith("problem")}
    assert set(gap_says.SAYS) == kinds


def test_country_unfolds_a_stack_and_folds_it_again(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste")
    boxes = {box["id"] for box in map_of(app)["boxes"]}
    fold = next(box["id"] for box in map_of(app)["boxes"] if box["opens"] and box["id"].startswith("sisters:"))
    app = choose(app, "box", fold)
    next(button for button in app.button if button.label == "Unfold").click().run()
    assert fold not in {box["id"] for box in map_of(app)["boxes"]}
    next(button for button in app.button if button.label == "Fold all again").click().run()
    assert {box["id"] for box in map_of(app)["boxes"]} == boxes


def test_a_fold_shows_its_members_and_each_is_one_click_away(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste")
    box = next(box for box in map_of(app)["boxes"] if box["id"].startswith("sisters:"))
    app = choose(app, "box", box["id"])
    members = [button for button in app.button if str(button.key).startswith("member-")]
    title = next(text for text in texts(app) if text.startswith("#### "))
    assert title.startswith(f"#### {len(members)} ")
    members[1].click().run()
    assert f"#### {members[1].label}" in texts(app)
    next(button for button in app.button if button.label == "All members").click().run()
    assert title in texts(app)


def test_a_stage_with_nobody_says_what_was_looked_for_and_whom_to_ask(opened: Open) -> None:
    app = opened("country", country="TL")
    app = choose(app, "box", next(box["id"] for box in map_of(app)["boxes"] if box["id"].startswith("empty:4")))
    words = said(app)
    assert "#### Laboratory: nobody recorded" in words
    assert "No source that we read names a body of Timor-Leste for this stage" in words
    assert "Ask the environment authority" in words


def test_a_network_without_claims_shows_the_sources_of_its_own_row(opened: Open) -> None:
    app = opened("country", country="PK")
    app = choose(app, "box", next(box["id"] for box in map_of(app)["boxes"] if "Land Port" in box["name"]))
    words = said(app)
    assert "coded from the network's own row" in words
    assert "No record rests behind this" not in words
    assert sources_listed(app) >= 1


def test_the_small_roster_says_stages_and_names_in_short(opened: Open) -> None:
    app = opened("country", country="PK")
    rows = next(frame.value for frame in app.dataframe if "Answers for it" in frame.value)
    assert set(rows["Stage"]) - {""} <= set(chain_table.SHORT_STAGES)
    assert "Marine Fisheries" in set(rows["Service"])


def test_a_treaty_desk_shows_who_says_so(opened: Open) -> None:
    app = opened("country", country="PK")
    next(button for button in app.button if "Montreal" in button.label).click().run()
    assert "National ozone unit: " in said(app)
    assert sources_listed(app) >= 1
