"""How sound the record is, as counts; and bodies that may be one, as a question."""

from dataclasses import replace

from graph.analysis.quality.alike import alike
from graph.analysis.quality.freshness import freshness, sources_used
from graph.model import Organization
from graph.record import Record
from tests.graph.analysis.gaps_toy import BODIES, BOTH, body, responsible, toy


def named(name: str, kind: str, full: str, **more: str) -> Organization:
    return replace(body(name, kind, **more), name=full)


def pairs(*more: Organization) -> list[tuple[str, str]]:
    record = toy(bodies=(*BODIES, *more))
    return [(pair["a"]["id"], pair["b"]["id"]) for pair in alike(record)]


def test_two_spellings_of_one_name_are_asked_about() -> None:
    one = named("one", "police", "Anti-Narcotics Force of Toyland")
    other = named("other", "anti-narcotics", "Force of Toyland, Anti Narcotics")
    assert pairs(one, other) == [("one", "other")]


def test_sisters_of_two_provinces_and_a_unit_of_a_body_are_not() -> None:
    east = named("east", "police", "Police of the province", level="provincial", area="PK-SD")
    west = named("west", "police", "Police of the Province", level="provincial", area="PK-PB")
    head = named("head", "police", "Frontier Corps")
    unit = named("unit", "police", "Frontier Corps.", parent="head")
    assert pairs(east, west, head, unit) == []


def test_what_was_read_is_counted_and_what_was_not_is_named() -> None:
    read = responsible("customs", "wildlife", read_on="2026-11-20")
    record = toy(*BOTH, read)
    (toyland,) = freshness(record)
    assert (toyland["bodies"], toyland["claims"], toyland["never_read"]) == (len(BODIES), 3, 2)
    assert toyland["without_claims"] == len(BODIES) - 2
    assert (toyland["oldest"], toyland["newest"]) == ("2026-11-20", "2026-11-20")
    used = {one["id"]: one for one in sources_used(record)}
    assert (used["gazette"]["claims"], used["gazette"]["newest"]) == (3, "2026-11-20")
    assert (used["old-page"]["claims"], used["old-page"]["newest"]) == (0, "")


def test_every_claim_of_the_seed_rests_on_a_source_that_is_counted(seed: Record) -> None:
    assert sum(used["claims"] for used in sources_used(seed)) == len(seed.claims)
    names = [one["country"]["name"] for one in freshness(seed)]
    assert names == sorted(names)
