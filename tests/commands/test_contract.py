"""What every command prints as JSON has the shape of its contract, to the last key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from commands.result import ErrorAnswer
from commands.shapes import AddBodyAnswer, BackupAnswer, CopyAnswer, ExportAnswer, UndoAnswer, VerifyAnswer
from graph.answers import (
    BrokersAnswer,
    CatalogueAnswer,
    ChangesAnswer,
    ClaimsAnswer,
    CountryAnswer,
    CrossBorderAnswer,
    EvaluationAnswer,
    FindAnswer,
    FragilityAnswer,
    GapsAnswer,
    HandInHandAnswer,
    InvitationAnswer,
    KnownEndsAnswer,
    MeasuresAnswer,
    NetworkAnswer,
    NextStepAnswer,
    OnlyRoutesAnswer,
    OverlapAnswer,
    OverlapMeasuresAnswer,
    PillarsAnswer,
    QuestionsAnswer,
    ReachAnswer,
    RoutesAnswer,
    SiteAnswer,
    TreatyAnswer,
    WhoElseAnswer,
    WhoElseAtSiteAnswer,
    WhoElseInNetworkAnswer,
)
from loaders.load import LoadAnswer
from tests.commands.shapes import faults

Whoelse = Callable[..., Any]
ANSWERS = {
    "find anti-narcotics": FindAnswer,
    "find xyzzyq": FindAnswer,
    "country PK": CountryAnswer,
    "country Maldives --theme hazardous-waste": CountryAnswer,
    "who-else LK": WhoElseAnswer,
    "who-else --site pk-torkham": WhoElseAtSiteAnswer,
    "who-else --network sawen": WhoElseInNetworkAnswer,
    "invite PK --most 5": InvitationAnswer,
    "questions TL": QuestionsAnswer,
    "gaps --country PK --top 3": GapsAnswer,
    "gaps --country TL --recorded-only --theme wildlife": GapsAnswer,
    "gaps --country PK --level cross-border": CrossBorderAnswer,
    "gaps --country PK --level hand-in-hand": HandInHandAnswer,
    "gaps --network wco-rilo-ap": HandInHandAnswer,
    "gaps --country PK --level treaty": TreatyAnswer,
    "gaps --agreement CITES": TreatyAnswer,
    "gaps --site pk-torkham": SiteAnswer,
    "gaps --country TH --level site": SiteAnswer,
    "next-step --country PK --budget 3": NextStepAnswer,
    "next-step --country PK --theme wildlife": NextStepAnswer,
    "evaluate gaps": EvaluationAnswer,
    "routes pk-customs customs@TH -k 2": RoutesAnswer,
    "routes pk-customs TH -k 2": RoutesAnswer,
    "reach kind:customs": ReachAnswer,
    "reach customs@TH,VN police@TH --no-world-wide --at-least 0.5 --all": ReachAnswer,
    "reach kind:customs --connected-from pk-nou --never wco": ReachAnswer,
    "reach customs@TH --connected-from wco-rilo-ap-that-is-none": ErrorAnswer,
    "reach customs@TH --connected-from SAWEN": ReachAnswer,
    "overlap sawen sacep-programme asean-somtc": OverlapAnswer,
    "overlap --theme wildlife --countries": OverlapAnswer,
    "overlap --theme wildlife --measures": OverlapMeasuresAnswer,
    "pillars": PillarsAnswer,
    "networks": CatalogueAnswer,
    "networks rilo --country Pakistan --state active": CatalogueAnswer,
    "fragility --country PK": OnlyRoutesAnswer,
    "network ren": NetworkAnswer,
    "network sawen --as-of 2015": NetworkAnswer,
    "network pk-iatf-narcotics": NetworkAnswer,
    "brokers --country PK": BrokersAnswer,
    "brokers --country Maldives --theme wildlife": BrokersAnswer,
    "brokers --country PK --measures": MeasuresAnswer,
    "fragility sawen": FragilityAnswer,
    "fragility organization:unodc --theme narcotics": FragilityAnswer,
    "fragility": KnownEndsAnswer,
    "claims pk-anf": ClaimsAnswer,
    "changes": ChangesAnswer,
    "evaluate who-else": EvaluationAnswer,
    "verify": VerifyAnswer,
    "find": ErrorAnswer,
    "claims no-such-thing-at-all": ErrorAnswer,
    "country Atlantis": ErrorAnswer,
}


@pytest.mark.parametrize("words", ANSWERS)
def test_answers_have_the_shape_of_the_contract(words: str, whoelse: Whoelse, seeded: str) -> None:
    answer = whoelse("--json", "--store", seeded, *words.split()).json
    assert faults(answer, ANSWERS[words]) == []
    assert list(answer) == list(get_type_hints(ANSWERS[words]))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("gaps", "needs a country"),
        ("gaps --level site", "needs a site or a country"),
        ("evaluate who-else --leave-one-out", "Only the gaps"),
        ("gaps --country PK --level treaty --recorded-only", "Only the national level"),
        ("gaps --country PK --level treaty --site pk-torkham", "takes no --site"),
        ("gaps --country PK --level treaty --theme wildlife", "Only the national level"),
        ("gaps --agreement Versailles", "none of the agreements"),
    ],
)
def test_a_level_that_does_not_fit_is_refused(words: str, says: str, whoelse: Whoelse, seeded: str) -> None:
    told = whoelse("--store", seeded, *words.split())
    assert (told.code, says in told.err) == (2, True)


NEW_BODY = ("Green Court", "--country", "INT", "--kind", "judiciary", "--source", "page")


def test_commands_that_write_have_the_shape_of_the_contract(
    whoelse: Whoelse, seed_folder: Path, tmp_path: Path
) -> None:
    def url(name: str) -> str:
        return f"sqlite:///{tmp_path / name}"

    first = whoelse("load", seed_folder, "--store", url("a.db"), "--json").json
    answers = [
        (LoadAnswer, first),
        (BackupAnswer, whoelse("backup", tmp_path / "b.jsonl", "--store", url("a.db"), "--json").json),
        (CopyAnswer, whoelse("restore", tmp_path / "b.jsonl", "--store", url("b.db"), "--json").json),
        (CopyAnswer, whoelse("copy", url("a.db"), url("c.db"), "--json").json),
        (AddBodyAnswer, whoelse("add-body", *NEW_BODY, "--store", url("b.db"), "--json").json),
        (UndoAnswer, whoelse("undo", first["batch"], "--store", url("a.db"), "--json").json),
        (ExportAnswer, whoelse("export", tmp_path / "out", "--store", url("b.db"), "--json").json),
    ]
    assert [fault for shape, answer in answers for fault in faults(answer, shape)] == []


def test_a_load_that_skips_bad_rows_has_the_shape_of_the_contract(whoelse: Whoelse, seed_folder: Path) -> None:
    with (seed_folder / "sources.csv").open("a", encoding="utf-8") as out:
        out.write("other,Another page,,,2020-13,report\n")
    answer = whoelse("load", seed_folder, "--skip-bad", "--json").json
    assert faults(answer, LoadAnswer) == []
    assert len(answer["refused"]) == 1


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ({"found": [{"id": "x"}]}, "answer.found[0]: lacks name"),
        ({"found": [], "more": 1}, "answer: more is not in the contract"),
        ({"found": {}}, "answer.found: {} is no list"),
        ([], "answer: [] is no object"),
    ],
)
def test_another_shape_is_named(value: object, fault: str) -> None:
    assert fault in faults(value, FindAnswer)


def test_a_wrong_word_and_a_wrong_type_are_named() -> None:
    row = {"id": "x", "name": "X", "what": "person", "country": 1, "why": "name"}
    assert faults({"found": [row]}, FindAnswer) == [
        "answer.found[0].what: 'person' is none of ('organization', 'network', 'site')",
        "answer.found[0].country: 1 is no str",
    ]
