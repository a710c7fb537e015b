"""Whatever a batch from elsewhere withdraws, every question has an answer, and none names what is gone."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.claims import claims
from graph.analysis.country.country import country
from graph.analysis.gaps.gaps import gaps
from graph.analysis.levels.at_site import at_site
from graph.analysis.levels.cross_border import cross_border
from graph.analysis.levels.hand_in_hand import hand_in_hand
from graph.analysis.levels.sites import sites_of
from graph.analysis.levels.treaty import treaty
from graph.analysis.links.brokers import brokers
from graph.analysis.names.names import find
from graph.analysis.networks.catalogue import catalogue
from graph.analysis.networks.fragility import known_ends, only_routes
from graph.analysis.networks.network_card import network
from graph.analysis.networks.overlap import overlap
from graph.analysis.networks.pillars import pillars
from graph.analysis.quality.alike import alike
from graph.analysis.quality.freshness import freshness, sources_used
from graph.analysis.routes.routes import routes
from graph.analysis.steps.next_step import next_step
from graph.analysis.who_else.questions import questions
from graph.analysis.who_else.who_else import who_else
from graph.analysis.who_else.who_else_at_site import who_else_at_site
from graph.analysis.who_else.who_else_in_network import who_else_in_network
from graph.errors import WhoElseError
from graph.model import Activity, Claim, Event, Thing
from graph.record import Record, record_of, rows_of_claims
from tests.graph.analysis.gaps_toy import TODAY, member, responsible, tie
from tests.graph.analysis.levels_toy import COUNTRIES, GATE, GAZETTE, OTHER_SIDE, WEN, at, bodies

MEETING = Event(id="meeting", name="A meeting", kind="meeting", start="2025", network="wen", host="pk-customs")
TRAINING = Activity(id="training", name="Training", pillar="capacity-building", network="wen", sources=("gazette",))
NODES: tuple[Thing, ...] = (*COUNTRIES, GAZETTE, *bodies("PK", "IR"), WEN, GATE, OTHER_SIDE, MEETING, TRAINING)
CLAIMS: tuple[Claim, ...] = (
    responsible("pk-customs", "wildlife"),
    responsible("pk-wildlife", "cites", "management-authority"),
    responsible("ir-customs", "wildlife"),
    tie("pk-customs", "pk-police", theme="wildlife"),
    tie("pk-customs", "ir-customs"),
    member("pk-wildlife", "wen"),
    member("ir-customs", "wen"),
    member("PK", "wen"),
    at("pk-customs", "gate", through="wen"),
    at("ir-police", "gate-west"),
    Claim(kind="participation", a="organization:pk-police", b="event:meeting", role="participant", source="gazette"),
    Claim(kind="seat", a="network:wen", b="organization:pk-customs", role="member", name="Seat", source="gazette"),
)

Ask = Callable[[Record], Any]
QUESTIONS: dict[str, Ask] = {
    "find": lambda record: find(record, "customs", ""),
    "country": lambda record: country(record, "PK", ""),
    "gaps": lambda record: gaps(record, "PK", ""),
    "cross-border": lambda record: cross_border(record, "PK"),
    "hand-in-hand": lambda record: hand_in_hand(record, "PK", ""),
    "treaty": lambda record: treaty(record, "PK", ""),
    "sites": lambda record: sites_of(record, "PK"),
    "a site": lambda record: [(at_site(record, one), who_else_at_site(record, one)) for one in record.sites],
    "a network": lambda record: [(network(record, one), who_else_in_network(record, one)) for one in record.networks],
    "who else": lambda record: who_else(record, "PK", "wildlife", ["Police"]),
    "questions": lambda record: questions(record, "PK", ""),
    "next step": lambda record: next_step(record, "PK", "", 2),
    "routes": lambda record: [routes(record, one, "customs@IR", 2) for one in record.organizations],
    "overlap": lambda record: overlap(record, [], "wildlife"),
    "catalogue": catalogue,
    "pillars": pillars,
    "brokers": lambda record: brokers(record, "PK", ""),
    "fragility": lambda record: (known_ends(record), only_routes(record, "PK")),
    "claims": lambda record: claims(record, [record.claim_id(row) for row in range(len(record.claims))]),
    "quality": lambda record: (freshness(record), sources_used(record), alike(record)),
}


def left(gone: frozenset[str]) -> Record:
    """The record of what is not withdrawn."""
    nodes = (node for node in NODES if node.address not in gone)
    return record_of(1, nodes, rows_of_claims((claim, "batch") for claim in CLAIMS), TODAY)


def said(ask: Ask, record: Record) -> str:
    """An answer as text; a sentence that says why there is none is one."""
    try:
        return repr(ask(record))
    except WhoElseError as error:
        return str(error)


def test_the_whole_record_answers_every_question() -> None:
    assert [question for question, ask in QUESTIONS.items() if not ask(left(frozenset()))] == []


@settings(max_examples=25)
@given(gone=st.frozensets(st.sampled_from([node.address for node in NODES]), min_size=1, max_size=6))
def test_every_question_has_an_answer_that_names_nothing_withdrawn(gone: frozenset[str]) -> None:
    record = left(gone)
    ids = [name for kind, _, name in (address.partition(":") for address in gone) if kind != "country"]
    for question, ask in QUESTIONS.items():
        answer = said(ask, record)
        assert [name for name in ids if repr(name) in answer] == [], question
