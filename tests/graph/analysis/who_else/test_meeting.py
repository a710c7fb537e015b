"""For the meeting that one prepares: whom to invite, and what to ask."""

import csv
import io

import pytest

from graph import vocabulary
from graph.analysis.country.treaty_desks import treaty_desks
from graph.analysis.who_else.invitation import invitation
from graph.analysis.who_else.kind_phrases import PHRASES
from graph.analysis.who_else.kind_questions import QUESTIONS
from graph.analysis.who_else.questions import questions
from graph.answers import InvitationAnswer
from graph.errors import UnknownName
from graph.model import Organization
from graph.record import Record
from loaders.sheets import invitation_sheet, questions_sheet
from tests.graph.analysis.who_else.slide import SLIDE, rebuilt

EVIL = "=HYPERLINK(Agency)"


@pytest.fixture(scope="module")
def slide(seed: Record) -> InvitationAnswer:
    return invitation(seed, "PK", names=[*SLIDE, "Bureau of Dragons"])


def test_ones_own_list_comes_first_then_as_many_others_as_asked(seed: Record, slide: InvitationAnswer) -> None:
    listed = [one["listed"] for one in slide["invited"]]
    assert listed == [True] * len(SLIDE) + [False] * 20
    assert slide["unmatched"] == ["Bureau of Dragons"]
    others = [one["id"] for one in slide["invited"] if not one["listed"]]
    assert {"pk-customs", "pk-nou", "pk-pak-epa", "pk-pmsa", "pk-nafsa"} <= set(others[:14])
    assert len(invitation(seed, "PK", names=SLIDE, most=3)["invited"]) == len(SLIDE) + 3


def test_every_line_has_one_reason_what_is_on_record_and_a_question(seed: Record, slide: InvitationAnswer) -> None:
    for one in slide["invited"]:
        assert seed.is_living(one["id"])
        assert "\n" not in one["why"]
        assert one["why"]
        assert one["question"].endswith(("?", "."))
        assert one["sources"]
        for said in one["on_record"]:
            row = seed.row_of_claim(said["claim"])
            assert row is not None
            assert seed.claim(row).source == said["source"]


def test_the_question_is_about_the_body_itself(slide: InvitationAnswer) -> None:
    asked = {one["id"]: one["question"] for one in slide["invited"]}
    assert asked["pk-nafsa"] == "Do you answer today for what Department of Plant Protection answered for?"
    assert asked["pk-customs"].startswith("Are you in contact with ")
    assert asked["pk-dgtr"] == QUESTIONS["training"]


def test_every_kind_of_body_has_its_question() -> None:
    assert list(QUESTIONS) == list(vocabulary.ORGANIZATION_KINDS)
    assert all(text.endswith("?") for text in QUESTIONS.values())


@pytest.mark.parametrize("code", ["PK", "LK", "TH", "TL"])
def test_open_treaty_desks_are_asked_for(seed: Record, code: str) -> None:
    found = [one for one in questions(seed, code, most=1000)["questions"] if one["kind"] == "desk"]
    asked = {about["id"] for one in found for about in one["about"]}
    desks = treaty_desks(seed, code)
    assert asked == {desk["agreement"] for desk in desks if desk["status"] in ("not found", "unknown")}


def test_those_come_first_whose_answers_change_most(seed: Record) -> None:
    for code in seed.countries:
        changes = [one["changes"] for one in questions(seed, code)["questions"]]
        assert changes == sorted(changes, reverse=True)
        assert len(changes) <= 20


def test_nobody_is_asked_whether_it_does_what_its_kind_is_for(seed: Record) -> None:
    for code in seed.countries:
        for one in questions(seed, code, most=1000)["questions"]:
            if (
                one["kind"] == "mandate"
                and one["ask"]
                and seed.organizations[one["ask"]["id"]].kind == "anti-narcotics"
            ):
                assert "narcotics" not in [about["id"] for about in one["about"]]


def test_a_successor_is_asked_on_its_theme_only(seed: Record) -> None:
    def successors(theme: str) -> list[str]:
        found = questions(seed, "PK", theme, most=1000)["questions"]
        return [one["ask"]["id"] for one in found if one["kind"] == "successor" and one["ask"]]

    assert successors("pesticides") == ["pk-nafsa"]
    assert successors("wildlife") == []


def test_what_another_country_lacks_changes_no_question_here(seed: Record) -> None:
    less = rebuilt(seed, without=["lk-nou", "lk-customs"])
    assert questions(seed, "PK")["questions"] == questions(less, "PK")["questions"]


def test_the_sheets_run_nothing_in_a_spreadsheet(seed: Record) -> None:
    body = Organization(
        id="pk-evil", name=EVIL, country="PK", kind="ozone-unit", functions=("licensing",), sources=("seed-slides",)
    )
    record = rebuilt(seed, more=[body])
    answer = invitation(record, "PK", names=[EVIL, "@dragons"])
    rows = list(csv.reader(io.StringIO(invitation_sheet(answer))))
    assert [rows[1][0], rows[-1][0]] == [f"'{EVIL}", "'@dragons"]
    assert all(cell[:1] not in "=+-@" for row in rows for cell in row if cell)
    asked = list(csv.reader(io.StringIO(questions_sheet(questions(record, "PK")))))
    assert asked[0] == ["question", "ask", "why", "lines that change", "answer"]
    assert len(asked) == 21


def test_reasons_are_recorded_roles_or_fixed_phrases(seed: Record, slide: InvitationAnswer) -> None:
    phrases = {f"{text[0].upper()}{text[1:]} (presumed from its kind)" for text in PHRASES.values()}
    for one in slide["invited"]:
        if one["why"] not in phrases:
            rows = [seed.row_of_claim(claim) for claim in one["claims"]]
            assert rows
            assert all(row is not None and seed.claim(row).kind == "responsibility" for row in rows)


def test_only_a_country_of_the_focus_has_questions(seed: Record) -> None:
    with pytest.raises(UnknownName):
        questions(seed, "FR")
    with pytest.raises(UnknownName):
        invitation(seed, "FR")
