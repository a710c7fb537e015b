"""The list of the slide as it is written, and a record with some of it changed."""

from collections.abc import Iterable

from graph.answers import WhoElseAnswer
from graph.model import Claim, Thing
from graph.record import Record, record_of, rows_of_claims
from tests.seed.test_slide import STAKEHOLDERS

SLIDE = tuple(STAKEHOLDERS)


def ids(answer: WhoElseAnswer) -> list[str]:
    return [line["id"] for line in answer["recorded"]]


def rebuilt(seed: Record, without: Iterable[str] = (), more: Iterable[Thing] = ()) -> Record:
    """The seed without some organizations (and their claims), with more things."""
    gone = {f"organization:{body}" for body in without}
    things: list[Thing] = [*more, *seed.sources.values(), *seed.countries.values(), *seed.organizations.values()]
    things += [*seed.networks.values(), *seed.sites.values(), *seed.events.values(), *seed.activities.values()]
    things += [seed.claim(row) for row in range(len(seed.claims))]
    nodes = [thing for thing in things if not isinstance(thing, Claim) and thing.address not in gone]
    kept = [thing for thing in things if isinstance(thing, Claim) and not {thing.a, thing.b} & gone]
    return record_of(2, nodes, rows_of_claims((claim, "batch") for claim in kept), seed.date)
