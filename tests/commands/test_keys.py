"""The keys of what commands print as JSON, written out: the shapes are the program's own and could drift with it."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.test_contract import Whoelse

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
