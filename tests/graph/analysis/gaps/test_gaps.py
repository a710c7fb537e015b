"""The list on the toy: kinds in their order, problems first, sisters in one line, and what never changes it."""

import pytest

from graph.analysis.contacts.contacts import works
from graph.analysis.contacts.problems import problems_abroad
from graph.analysis.gaps.gaps import contacts, gaps
from graph.analysis.gaps.screening import screen
from graph.answers import Gap
from graph.model import Claim, Organization
from graph.record import Record
from tests.graph.analysis.gaps_toy import (
    BODIES,
    BOTH,
    body,
    member,
    network,
    responsible,
    tie,
    toy,
    workshop,
)


def lines(record: Record, theme: str = "ozone-depleting-substances") -> list[Gap]:
    return gaps(record, "PK", theme)["gaps"]


def line(record: Record) -> Gap:
    """The one line between Customs and the ozone unit."""
    (found,) = [gap for gap in lines(record) if {gap["a"]["id"], gap["b"]["id"]} == {"customs", "ozone"}]
    return found


def test_a_gap_says_who_why_and_how_sure() -> None:
    gap = line(toy(*BOTH))
    assert gap["sentence"] == (
        "No recorded contact: The customs (border control) and The ozone (permits) both answer for ozone-depleting "
        "substances (both recorded) and stand next to each other in the chain."
    )
    assert (gap["kind"], gap["band"], gap["citation"]) == ("no recorded contact", "A", "Montreal Protocol")
    assert gap["severity"] == pytest.approx(0.8)
    (reason,) = gap["reasons"]
    assert reason["stages"] == ["border-control", "licensing"]
    assert reason["basis"] == {"a": "recorded", "b": "recorded"}
    assert set(reason["claims"]) == set(gap["claims"]) == {claim.id for claim in BOTH}
    assert gap["searched"] == {"sources": 1, "claims": 2}


def test_a_presumed_mandate_is_named_and_can_be_left_out() -> None:
    record = toy(BOTH[1])
    assert line(record)["band"] == "B"
    assert "(presumed for The customs)" in line(record)["sentence"]
    assert gaps(record, "PK", recorded_only=True)["gaps"] == []


@pytest.mark.parametrize(
    ("claims", "kind", "begins"),
    [
        (
            [{"standing": "planned", "since": "2019"}],
            "planned only",
            "Planned only (memorandum of understanding, 2019): ",
        ),
        (
            [{"since": "2010", "until": "2020"}],
            "lapsed",
            "Lapsed in 2020 (memorandum of understanding), still in force?",
        ),
        (
            [{"kind": "joint-operation", "standing": "episode", "since": "2018"}],
            "worked together",
            "Worked together in 2018 (joint operation), no standing arrangement found: ",
        ),
        ([{"kind": "training", "since": "2005"}], "only a light contact", "Only training recorded since 2005: "),
        (
            [{"kind": "training", "since": "2005", "directed": "yes"}],
            "one-sided",
            "One-sided: only training recorded since 2005: ",
        ),
    ],
)
def test_what_is_recorded_names_the_gap(claims: list[dict[str, str]], kind: str, begins: str) -> None:
    gap = line(toy(*BOTH, *(tie("customs", "ozone", **claim) for claim in claims)))
    assert gap["kind"] == kind
    assert gap["sentence"].startswith(begins)


def test_a_contact_through_another_body_names_it() -> None:
    record = toy(*BOTH, tie("finance", "ozone", "training", since="2005"))
    assert line(record)["kind"] == "only through one body"
    assert line(record)["sentence"].startswith("Only through The finance: ")


def test_a_forum_and_an_event_are_named() -> None:
    forum = [member(name, "forum") for name in ("customs", "ozone", "AF", "BD", "BN", "BT", "CN")]
    assert line(toy(*BOTH, *forum, things=(network("forum", "regional"),)))["kind"] == "only in a large forum"
    came = [
        Claim(kind="participation", a=f"organization:{name}", b="event:day", role="participant", source="gazette")
        for name in ("customs", "ozone")
    ]
    record = toy(*BOTH, *came, things=(workshop("day", "2019"),))
    assert line(record)["sentence"].startswith("Only met at an event (day, 2019): ")


def test_a_found_contact_is_no_gap_and_is_listed_as_working() -> None:
    record = toy(*BOTH, tie("customs", "ozone"))
    assert gaps(record, "PK", recorded_only=True)["gaps"] == []
    assert contacts(record, "PK", "ozone-depleting-substances")["found"] == 1
    (work,) = works(screen(record, "PK", "ozone-depleting-substances"))
    assert (work.how, work.year, work.standing) == (("memorandum of understanding",), 2025, True)


def test_one_ministry_is_said_and_is_no_contact() -> None:
    sister = body("waste", "inspectorate", "inspection", parent="environment")
    claims = [responsible(name, "hazardous-waste") for name in ("waste", "ozone")]
    (gap,) = gaps(toy(*claims, bodies=(*BODIES, sister)), "PK", "hazardous-waste", recorded_only=True)["gaps"]
    assert gap["same_ministry"] == {"id": "environment", "name": "The environment"}
    assert gap["sentence"].endswith("Both stand under The environment.")
    assert gap["coordination"] == pytest.approx(0.3)


PROBLEM = {"status": "absent", "standing": "episode", "since": "2022", "name": "Quota not told"}


def test_a_reported_problem_leads_whatever_its_need() -> None:
    record = toy(*BOTH, tie("police", "finance", **PROBLEM))
    first, second = gaps(record, "PK", recorded_only=True)["gaps"]
    assert first["kind"] == "problem reported"
    assert first["sentence"] == (
        "Problem of 2022 reported by The Gazette, 2024-05-01: Quota not told. It concerns The finance and The police."
    )
    assert second["kind"] == "no recorded contact"


def test_a_problem_names_the_contact_that_is_recorded_as_well() -> None:
    older = line(toy(*BOTH, tie("customs", "ozone", **PROBLEM), tie("customs", "ozone", since="2016")))
    assert older["kind"] == "problem reported"
    assert older["sentence"].endswith("A contact is recorded as well: memorandum of understanding since 2016.")
    later = toy(*BOTH, tie("customs", "ozone", **PROBLEM), tie("customs", "ozone", "liaison", since="2025"))
    assert line(later)["kind"] == "problem reported, contact recorded since"
    assert "contact recorded since 2025" in line(later)["sentence"]


def test_a_problem_on_another_theme_is_left_out() -> None:
    record = toy(*BOTH, tie("customs", "ozone", theme="wildlife", **PROBLEM))
    assert line(record)["kind"] == "no recorded contact"
    assert gaps(record, "PK", "wildlife")["gaps"][0]["kind"] == "problem reported"


def test_a_problem_with_a_body_abroad_stands_in_a_list_of_its_own() -> None:
    abroad = body("interpol", "igo", country="INT")
    record = toy(*(tie("interpol", name, **PROBLEM) for name in ("customs", "ozone")), bodies=(*BODIES, abroad))
    assert [gap for gap in gaps(record, "PK")["gaps"] if gap["kind"] == "problem reported"] == []
    (problem,) = problems_abroad(record, "PK")
    assert [named["id"] for named in problem.bodies] == ["customs", "ozone"]
    assert problem.sentence.startswith("Problem reported by The Gazette, 2024-05-01: Quota not told (2022).")


def test_provincial_sisters_are_one_line() -> None:
    claims = [responsible(name, "hazardous-waste") for name in ("customs", "east-epa", "west-epa")]
    (gap,) = gaps(toy(*claims), "PK", "hazardous-waste", recorded_only=True)["gaps"]
    assert gap["folded"] == {"pairs": 2, "tied": 0, "widest": ["customs", "east-epa"]}
    assert "contact recorded with none of 2" in gap["sentence"]
    tied = toy(*claims, tie("customs", "east-epa"))
    (gap,) = gaps(tied, "PK", "hazardous-waste", recorded_only=True)["gaps"]
    assert gap["folded"] == {"pairs": 2, "tied": 1, "widest": ["customs", "west-epa"]}
    assert "contact recorded with 1 of 2" in gap["sentence"]


def test_a_problem_with_one_sister_is_a_line_of_its_own() -> None:
    claims = [responsible(name, "hazardous-waste") for name in ("customs", "east-epa", "west-epa")]
    record = toy(*claims, tie("customs", "east-epa", theme="hazardous-waste", **PROBLEM))
    problem, fold = gaps(record, "PK", "hazardous-waste", recorded_only=True)["gaps"]
    assert problem["b"]["id"] == "east-epa"
    assert fold["folded"]["widest"] == ["customs", "west-epa"]
    assert "a problem reported with 1" in fold["sentence"]


def test_the_nearest_contact_knows_both() -> None:
    record = toy(*BOTH, tie("police", "customs"), tie("police", "ozone", standing="episode"))
    (near,) = line(record)["nearest"]
    assert near["id"] == "police"
    assert len(near["claims"]) == 2


def test_the_step_is_the_one_that_peers_use() -> None:
    peers = [
        body("bd-customs", "customs", country="BD"),
        body("bd-ozone", "ozone-unit", country="BD"),
    ]
    bodies: list[Organization] = [*BODIES, *peers]
    record = toy(*BOTH, tie("bd-customs", "bd-ozone", "information-exchange"), bodies=bodies)
    assert line(record)["next_step"] == ("Exchange information, as The bd-customs does with The bd-ozone (Bangladesh).")
    assert line(toy(*BOTH))["next_step"] == "Name a contact on each side, and say what each should hear from the other."


def test_who_cannot_be_judged_is_named() -> None:
    group = body("inspectors", "inspectorate", note="a group, no single body")
    said = gaps(toy(bodies=(*BODIES, group)), "PK")["cannot_be_judged"]
    assert {one["id"] for one in said} == {"finance", "environment", "inspectors"}


def test_a_country_without_bodies_has_no_lines() -> None:
    answer = gaps(toy(), "BT")
    assert answer["gaps"] == []
    assert answer["contacts"] == {"expected": 0, "found": 0, "problems": 0, "sources_read": 0}


TOY = (*BOTH, responsible("police", "ozone-depleting-substances"), tie("board", "police", "training"))


def test_the_order_in_which_the_record_is_given_changes_nothing() -> None:
    assert gaps(toy(*TOY), "PK") == gaps(toy(*reversed(TOY), bodies=BODIES[::-1]), "PK")


def test_other_names_give_the_same_lines() -> None:
    renamed = {one.id: f"z{len(BODIES) - place}" for place, one in enumerate(BODIES)}
    bodies = [
        body(
            renamed[one.id],
            one.kind,
            *one.functions,
            parent=renamed.get(one.parent, ""),
            level=one.level,
            area=one.area,
        )
        for one in BODIES
    ]
    claims = [
        responsible(renamed["customs"], "ozone-depleting-substances"),
        responsible(renamed["ozone"], "montreal-protocol", "national-ozone-unit"),
        responsible(renamed["police"], "ozone-depleting-substances"),
        tie(renamed["board"], renamed["police"], "training"),
    ]
    there = sorted(gap["severity"] for gap in gaps(toy(*claims, bodies=bodies), "PK")["gaps"])
    assert there == pytest.approx(sorted(gap["severity"] for gap in gaps(toy(*TOY), "PK")["gaps"]))


def test_repeating_a_claim_changes_no_line() -> None:
    again = tie("police", "board", "training", source="old-page")
    before, after = (gaps(toy(*TOY, *more), "PK")["gaps"] for more in ((), (again,)))
    assert [(gap["a"], gap["b"], gap["severity"], gap["kind"]) for gap in after] == [
        (gap["a"], gap["b"], gap["severity"], gap["kind"]) for gap in before
    ]


def test_another_country_changes_nothing() -> None:
    other = body("bd-police", "police", "investigation", country="BD")
    assert gaps(toy(*TOY, bodies=(*BODIES, other)), "PK") == gaps(toy(*TOY), "PK")


@pytest.mark.parametrize("a", ["customs", "board", "finance", "police"])
@pytest.mark.parametrize("kind", ["mou", "training", "reports-to"])
def test_a_new_contact_never_makes_a_line_heavier(a: str, kind: str) -> None:
    before = screen(toy(*TOY), "PK").severity
    after = screen(toy(*TOY, tie(a, "ozone", kind)), "PK").severity
    assert (after <= before + 1e-12).all()
    assert (after < before).any()
