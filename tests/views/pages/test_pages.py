"""What each page says and lets one do, on the record that comes with the program."""

import json
import re
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from graph.analysis.gaps.gap_kinds import Kind
from layout.plan import LineDetail
from tests.views.pages.conftest import ROOT, Open, said, texts
from views.country import chain_table, gap_says
from views.parts import address, badges, evidence, trouble

PAGES = tuple(sorted(path.stem for path in (ROOT / "views" / "pages").glob("[a-z]*.py")))


def map_of(app: AppTest) -> dict[str, Any]:
    """What the page gives to its map."""
    found = next(element for element in app.get("bidi_component") if "scene" in element.proto.json)
    scene: dict[str, Any] = json.loads(found.proto.json)["scene"]
    return scene


def sources_listed(app: AppTest) -> int:
    """How many claims the text beside the map lists, each with its publisher and the days in small letters."""
    return sum(str(element.value).count("  \n:small[") for element in app.markdown)


def choose(app: AppTest, kind: str, name: str) -> AppTest:
    """Click in the map."""
    app.session_state["chain-map"] = {"selection": {"kind": kind, "id": name}}
    return app.run()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("country", ["PK", "TL", "TH", "AF"])
def test_every_page_opens_for_every_country_it_is_asked_for(opened: Open, page: str, country: str) -> None:
    app = opened(page, country=country)
    assert not app.exception
    assert len(app.title) == 1
    assert app.session_state["country"] == country


def test_home_asks_three_questions_and_counts_what_is_recorded(opened: Open) -> None:
    app = opened("home", country="LK", theme="wildlife")
    assert "Sri Lanka" in said(app)
    assert "wildlife" in said(app)
    counts = app.dataframe[0].value
    assert list(counts["Country"]) == sorted(counts["Country"])
    assert len(counts) == 25
    assert counts[["Bodies", "Contacts", "Sources"]].to_numpy().min() > 0
    assert "8,3" in said(app)  # what the seed added


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
    app = opened("country", country="PK", theme="hazardous-waste")
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


def test_a_country_whose_record_is_older_than_its_authorities_says_so(opened: Open) -> None:
    assert "no engagement" in opened("country", country="AF").info[0].value
    assert not opened("country", country="PK").info


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


def test_too_little_recorded_is_no_all_clear(opened: Open) -> None:
    words = said(opened("gaps", country="TL", theme="mercury"))
    assert "Too little is recorded here to judge" in words
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


def test_connect_says_how_to_begin_at_home(opened: Open) -> None:
    app = opened("connect", from_="pk-nou", to="vn-customs")
    words = said(app)
    assert "**By Pakistan Customs and RILO Asia/Pacific.** Begin down the corridor." in words
    assert "please confirm" in words
    assert "Does Viet Nam Customs hold the seat of Viet Nam in RILO Asia/Pacific?" in words


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


def test_home_says_how_to_read_the_pages(opened: Open) -> None:
    words = said(opened("home"))
    for word in ("● recorded, ○ presumed", "no recorded contact", "expected contacts", "designations"):
        assert f"**{word}**: " in words


def test_connect_to_oneself_says_so(opened: Open) -> None:
    assert "nothing to connect" in said(opened("connect", from_="pk-customs", to="pk-customs"))


def test_connect_does_not_advise_to_leave_networks_for_oneself(opened: Open) -> None:
    words = said(opened("connect", from_="pk-customs", to="pk-customs"))
    assert "From and To are the same body" in words
    assert "Leave fewer networks out" not in words


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
    assert len(app.sidebar.get("page_link")) == len(list((ROOT / "views" / "pages").glob("[a-z]*.py")))
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
