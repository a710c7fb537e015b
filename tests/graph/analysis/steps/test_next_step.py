"""The next step of Toyland: a seat where the table has room and its theme is the newcomer's."""

from graph.analysis.steps.next_step import next_step
from graph.answers import NextStepAnswer
from graph.model import Claim
from tests.graph.analysis.gaps_toy import BOTH, member, network, responsible, toy

OZONE = "ozone-depleting-substances"
DUTIES = (*BOTH, responsible("police", OZONE), responsible("east-epa", OZONE), responsible("customs", "wildlife"))


def answer(*claims: Claim, themes: tuple[str, ...] = (OZONE,), note: str = "", budget: int = 1) -> NextStepAnswer:
    table = network("table", themes=themes, note=note)
    return next_step(toy(*DUTIES, *claims, things=(table,)), "PK", OZONE, budget)


SEATED = tuple(member(name, "table") for name in ("ozone", "east-epa", "west-epa"))


def test_a_seat_that_closes_several_gaps_comes_before_a_contact() -> None:
    (step,) = answer(*SEATED)["steps"]
    assert (step["kind"], step["organization"]["id"]) == ("membership", "customs")
    assert step["network"] == {"id": "table", "name": "table"}
    assert {frozenset(pair) for pair in step["pairs"]} >= {frozenset(("customs", "ozone"))}
    assert step["closes"] <= answer(*SEATED)["bound"]


def test_no_seat_where_the_table_is_full_or_about_something_else() -> None:
    full = answer(*SEATED, note="About 15 bodies")
    other = answer(*SEATED, themes=("wildlife",))
    assert [step["kind"] for step in full["steps"]] == ["tie"]
    # Customs answers for wildlife, so it may sit there; nobody else does.
    assert [step["organization"]["id"] for step in other["steps"]] == ["customs"]


def test_an_observer_is_not_close_enough_to_a_large_table() -> None:
    onlookers = [member(name, "table", "observer") for name in ("ozone", "east-epa", "west-epa")]
    found = answer(*onlookers, note="About 12 bodies")
    assert [step["kind"] for step in found["steps"]] == ["tie"]


def test_more_steps_close_no_less() -> None:
    closes = [answer(*SEATED, budget=budget)["closes"] for budget in (1, 2, 3)]
    assert closes == sorted(closes)
    assert answer(*SEATED, budget=3)["bound"] >= closes[-1]


def test_no_seat_for_what_is_only_presumed_of_a_body() -> None:
    duties = [responsible(name, OZONE) for name in ("ozone", "east-epa", "customs")]
    seated = [member(name, "table") for name in ("ozone", "east-epa")]
    presumed, recorded = (
        next_step(toy(*claims, *seated, things=(network("table", themes=(OZONE,)),)), "PK", OZONE, 1)
        for claims in (duties[:2], duties)
    )
    assert presumed["gaps"] > 1, "its kind alone makes customs expected"
    assert [step["kind"] for step in presumed["steps"]] == ["tie"]
    assert [step["kind"] for step in recorded["steps"]] == ["membership"]


def test_a_ministry_and_its_unit_that_are_asked_one_question_count_once() -> None:
    alone = next_step(toy(*BOTH), "PK", OZONE, 3)
    both = next_step(toy(*BOTH, responsible("board", OZONE, "licensing")), "PK", OZONE, 3)
    named = [{step["organization"]["id"], *(one["id"] for one in step["with"])} for step in both["steps"]]
    assert both["gaps"] == alone["gaps"]
    assert len([pair for pair in named if "ozone" in pair and pair & {"customs", "board"}]) == 1
