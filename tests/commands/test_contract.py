"""What every command prints as JSON has the shape of its contract, to the last key."""

from collections.abc import Callable
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

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

Whoelse = Callable[..., Any]


def faults(value: Any, shape: Any, at: str = "answer") -> list[str]:
    """Return where a value differs from a type: every key, every element, no key too many."""
    if is_typeddict(shape):
        return _faults_of_keys(value, get_type_hints(shape), at)
    origin, inner = get_origin(shape), get_args(shape)
    if origin in (Union, UnionType):
        found = [faults(value, one, at) for one in inner]
        return [] if [] in found else min(found, key=len)
    if origin is Literal:
        return [] if value in inner else [f"{at}: {value!r} is none of {inner}"]
    if origin is list:
        if not isinstance(value, list):
            return [f"{at}: {value!r} is no list"]
        return [fault for place, one in enumerate(value) for fault in faults(one, inner[0], f"{at}[{place}]")]
    if shape is float:
        return [] if isinstance(value, int | float) and not isinstance(value, bool) else [f"{at}: {value!r}"]
    wanted = type(None) if shape is None else shape
    return [] if type(value) is wanted else [f"{at}: {value!r} is no {wanted.__name__}"]


def _faults_of_keys(value: Any, keys: dict[str, Any], at: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{at}: {value!r} is no object"]
    found = [f"{at}: lacks {key}" for key in keys if key not in value]
    found += [f"{at}: {key} is not in the contract" for key in value if key not in keys]
    return found + [
        fault for key, one in value.items() if key in keys for fault in faults(one, keys[key], f"{at}.{key}")
    ]


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
        ("gaps --level site", "needs a site"),
        ("gaps --country PK --level treaty --site pk-torkham", "takes no --site"),
        ("gaps --country PK --level treaty --theme wildlife", "Only the national level"),
        ("gaps --agreement Versailles", "none of the agreements"),
    ],
)
def test_a_level_that_does_not_fit_is_refused(words: str, says: str, whoelse: Whoelse, seeded: str) -> None:
    told = whoelse("--store", seeded, *words.split())
    assert (told.code, says in told.err) == (2, True)


NEW_BODY = ("Green Court", "--country", "INT", "--kind", "judiciary", "--source", "page")


# The keys as the contract has them, written out: the shapes above are the program's own and could drift with it.
KEYS = {
    "find anti-narcotics": "found found.id found.name found.what found.country found.why",
    "country PK": """country country.id country.name treaties treaties.agreement treaties.role treaties.status
        treaties.organizations treaties.organizations.id treaties.organizations.name treaties.claims
        treaties.ask treaties.ask.id treaties.ask.name
        organizations organizations.id organizations.name organizations.acronym organizations.kind organizations.level
        organizations.service organizations.parent organizations.stages organizations.subjects
        organizations.subjects.subject organizations.subjects.basis organizations.until organizations.claims
        organizations.sources networks networks.id networks.name networks.entry_point networks.entry_point.id
        networks.entry_point.name networks.entry_point.claims networks.basis networks.status networks.last_heard
        networks.claims sites sites.id sites.name sites.kind sites.organizations sites.organizations.id
        sites.organizations.name sites.claims contacts contacts.expected contacts.found contacts.problems
        contacts.sources_read notice""",
    "who-else PK": """order recorded recorded.id recorded.name recorded.adds recorded.sits_with recorded.reasons
        recorded.claims recorded.sources recorded.sisters recorded.sisters.id recorded.sisters.name
        recorded.sisters.claims template template.role template.group template.status template.organizations
        template.organizations.id template.organizations.name template.source template.claims
        peers peers.kind peers.recorded_in peers.of peers.examples peers.examples.id peers.examples.name
        unmatched listed""",
    "gaps --country PK --top 60": """level gaps gaps.a gaps.a.id gaps.a.name gaps.b gaps.b.id gaps.b.name gaps.kind
        gaps.band gaps.sentence gaps.reasons gaps.reasons.kind gaps.reasons.id gaps.reasons.stages gaps.reasons.basis
        gaps.reasons.basis.a gaps.reasons.basis.b gaps.reasons.claims gaps.coordination gaps.severity gaps.folded
        gaps.folded.pairs gaps.folded.tied gaps.folded.widest gaps.searched gaps.searched.sources gaps.searched.claims
        gaps.nearest gaps.nearest.id gaps.nearest.name gaps.nearest.claims gaps.same_ministry gaps.same_ministry.id
        gaps.same_ministry.name gaps.next_step gaps.citation gaps.decided gaps.unrecorded
        gaps.unrecorded.low gaps.unrecorded.high gaps.unrecorded.basis gaps.could_close gaps.could_close.id
        gaps.could_close.name gaps.could_close.claims gaps.could_close.what gaps.claims cannot_be_judged
        cannot_be_judged.id cannot_be_judged.name cannot_be_judged.why contacts contacts.expected contacts.found
        contacts.problems contacts.sources_read not_applicable problems_abroad problems_abroad.abroad
        problems_abroad.abroad.id problems_abroad.abroad.name problems_abroad.bodies problems_abroad.bodies.id
        problems_abroad.bodies.name problems_abroad.sentence problems_abroad.claims""",
    "routes pk-customs customs@TH": """from from.id from.name to to.id to.name routes routes.cost routes.steps
        routes.steps.network routes.steps.network.id routes.steps.network.name routes.steps.status
        routes.steps.last_heard routes.steps.entry routes.steps.entry.id routes.steps.entry.name
        routes.steps.entry.basis routes.steps.entry.claims routes.steps.exit routes.steps.exit.id
        routes.steps.exit.name routes.steps.exit.basis routes.steps.exit.claims routes.home why_none would_help""",
    "networks sawen": """networks networks.id networks.name networks.acronym networks.kind networks.scope
        networks.country networks.status networks.last_heard networks.start networks.end networks.members
        networks.countries networks.themes networks.pillars""",
    "network ren": """network network.id network.name acronym note status last_heard factsheet factsheet.field
        factsheet.says factsheet.basis factsheet.claims factsheet.sources seats seats.seat seats.role seats.holder
        seats.holder.id seats.holder.name seats.holder_kind seats.claims members members.id members.name
        members.claims members.country members.roles countries countries.country countries.country.id
        countries.country.name countries.basis countries.entry_points countries.entry_points.id
        countries.entry_points.name countries.entry_points.basis countries.entry_points.claims countries.claims events
        events.id events.name events.kind events.start events.end events.place events.country events.topic
        events.participants events.participants.id events.participants.name events.participants.role
        events.participants.claims events.sources trained trained.who trained.who.id trained.who.name trained.topic
        trained.event trained.event.id trained.event.name trained.when trained.claims timeline timeline.when
        timeline.kind timeline.says timeline.claims timeline.sources neighbours neighbours.id neighbours.name
        neighbours.status neighbours.by neighbours.by.id neighbours.by.name""",
    "overlap sawen sacep-programme wco-rilo-ap --measures": """pairs pairs.a pairs.a.id pairs.a.name pairs.b pairs.b.id
        pairs.b.name pairs.shared pairs.shared.id pairs.shared.name pairs.shared.claims pairs.jaccard
        pairs.containment pairs.may_duplicate spanners two_mode two_mode.id two_mode.name two_mode.what
        two_mode.degree two_mode.closeness two_mode.betweenness universe surprise surprise.a surprise.a.id
        surprise.a.name surprise.b surprise.b.id surprise.b.name surprise.shared surprise.expected surprise.chance""",
    "pillars": """columns columns.id columns.name pillars pillars.id pillars.name pillars.cells pillars.cells.column
        pillars.cells.activities pillars.cells.activities.id pillars.cells.activities.name
        pillars.cells.activities.network pillars.cells.activities.network.id pillars.cells.activities.network.name
        pillars.cells.activities.status pillars.cells.activities.sources pillars.cells.says pillars.says
        pillars.networks pillars.networks.id pillars.networks.name""",
    "brokers --country PK --measures": """links_others links_others.id links_others.name links_others.claims
        links_others.betweenness sole_link sole_link.id sole_link.name sole_link.claims sole_link.pairs measures
        measures.id measures.name measures.contacts measures.kinds measures.betweenness measures.constraint
        measures.effective_size measures.core measures.articulation measures.e_i measures.participation measures.roles
        measures.roles.coordinator measures.roles.itinerant measures.roles.representative measures.roles.liaison
        measures.roles.total key_players key_players.bodies key_players.bodies.id key_players.bodies.name
        key_players.fragmentation key_players.before key_players.exhaustive""",
    "fragility sawen": """loses loses.country loses.country.id loses.country.name loses.routes_before
        loses.routes_after loses.claims still still.id still.name still.routes_before still.routes_after""",
    "fragility --country PK": """country country.id country.name only only.theme only.network only.network.id
        only.network.name only.entry_point only.entry_point.id only.entry_point.name only.basis only.secretariat
        only.secretariat.id only.secretariat.name only.claims""",
    "fragility": """ends ends.id ends.name ends.ends ends.loses ends.loses.country ends.loses.country.id
        ends.loses.country.name ends.loses.routes_before ends.loses.routes_after ends.loses.claims""",
    "claims pk-anf": """claims claims.id claims.kind claims.sentence claims.a claims.a.id claims.a.name claims.b
        claims.b.id claims.b.name claims.role claims.status claims.standing claims.since claims.until claims.read_on
        claims.note claims.source claims.source.id claims.source.title claims.source.publisher claims.source.url
        claims.source.published claims.source.kind claims.batch""",
    "changes": """batches batches.id batches.author batches.at batches.reason batches.added batches.changed
        batches.closed batches.withdrawn batches.undoes""",
    "verify": "ok problems",
    "country Atlantis": "error what do refused",
}


def keys_of(value: Any, at: str = "") -> set[str]:
    """Return the paths of all keys, those of a list's objects together."""
    if isinstance(value, list):
        return set().union(*(keys_of(one, at) for one in value))
    if not isinstance(value, dict):
        return set()
    paths = {key: f"{at}.{key}".lstrip(".") for key in value}
    return set(paths.values()).union(*(keys_of(one, paths[key]) for key, one in value.items()))


@pytest.mark.parametrize("words", KEYS)
def test_answers_have_the_keys_that_are_promised(words: str, whoelse: Whoelse, seeded: str) -> None:
    answer = whoelse("--json", "--store", seeded, *words.split()).json
    promised = KEYS[words].split()
    # A route may begin at home, and then has more.
    assert {key for key in keys_of(answer) if not key.startswith("routes.home.")} == set(promised)
    assert list(answer) == [key for key in promised if "." not in key]


def test_commands_that_write_have_the_keys_that_are_promised(
    whoelse: Whoelse, seed_folder: Path, tmp_path: Path
) -> None:
    url, other = (f"sqlite:///{tmp_path / name}.db" for name in "ab")
    with (seed_folder / "sources.csv").open("a", encoding="utf-8") as out:
        out.write("other,Another page,,,2020-13,report\n")
    load = whoelse("load", seed_folder, "--skip-bad", "--store", url, "--json").json
    assert " ".join(load) == "read added unchanged closed refused batch revision changed notices"
    assert " ".join(load["refused"][0]) == "file row column value reason"
    backup = whoelse("backup", tmp_path / "b.jsonl", "--store", url, "--json").json
    assert " ".join(backup) == "file revision sha256"
    assert " ".join(whoelse("copy", url, other, "--json").json) == "copied revision"
    restored = whoelse("restore", tmp_path / "b.jsonl", "--store", other, "--json").json
    assert " ".join(restored) == "copied revision"
    assert " ".join(whoelse("export", tmp_path / "out", "--store", url, "--json").json) == "folder files revision"
    assert " ".join(whoelse("undo", load["batch"], "--store", url, "--json").json) == "batch revision"


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
