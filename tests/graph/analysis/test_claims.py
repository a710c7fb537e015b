"""The claims behind a number: as sentences that say neither more nor less than the source."""

import pytest

from graph.analysis.claims import claims, sentence_of
from graph.errors import UnknownName
from graph.model import Claim, Country, Event, Network, Organization, Site, Source, Thing
from graph.record import Record, record_of, rows_of_claims

THINGS: list[Thing] = [
    Source(id="page", title="A page", kind="web page", url="https://example.org/a", published="2019"),
    Source(id="old", title="An old page", kind="report", published="2010"),
    Country(id="PK", name="Pakistan"),
    Organization(id="pk-a", name="Customs of {b}", country="PK", kind="customs"),
    Organization(id="pk-b", name="<b>Ozone</b>", country="PK", kind="ozone-unit"),
    Network(id="net", name="Green Net", kind="network", scope="regional"),
    Site(id="gate", name="The Gate", kind="border-crossing", country="PK"),
    Event(id="day", name="Training Day", kind="training"),
]
A, B = "organization:pk-a", "organization:pk-b"


def tie(**more: str) -> Claim:
    values = {"role": "information-exchange", "directed": "no", "standing": "standing", "source": "page"}
    return Claim.of_values({"kind": "tie", "a": A, "b": B} | values | more)


def of(kind: str, a: str, b: str, role: str = "", **more: str) -> Claim:
    return Claim.of_values({"kind": kind, "a": a, "b": b, "role": role, "source": "page"} | more)


def record_with(*said: Claim) -> Record:
    return record_of(1, THINGS, rows_of_claims((claim, "batch-1") for claim in said), "2026-11-25")


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        (tie(), "Customs of {b} and <b>Ozone</b> exchange information"),
        (tie(since="2019-05"), "Customs of {b} and <b>Ozone</b> exchange information (since 2019-05)"),
        (
            tie(since="2018", until="2020"),
            "Customs of {b} and <b>Ozone</b> exchange information (since 2018, until 2020)",
        ),
        (tie(theme="hazardous-waste"), "Customs of {b} and <b>Ozone</b> exchange information, on hazardous waste"),
        (tie(standing="episode", since="2019"), "Customs of {b} and <b>Ozone</b> exchange information (once, 2019)"),
        (tie(standing="planned"), "planned: Customs of {b} and <b>Ozone</b> exchange information"),
        (
            tie(status="absent", since="2019", until="2019"),
            "The source reports a problem between Customs of {b} and <b>Ozone</b> in exchanging information (2019)",
        ),
        (
            of("responsibility", B, "agreement:basel-convention", "competent-authority"),
            "<b>Ozone</b> is the competent authority for the Basel Convention",
        ),
        (of("responsibility", A, "agreement:cites", "enforcement"), "Customs of {b} enforces the rules on CITES"),
        (of("responsibility", "country:PK", "agreement:cites", "party"), "Pakistan is a Party to CITES"),
        (of("responsibility", "country:FR", "agreement:cites", "party"), "France is a Party to CITES"),
        (of("membership", "country:PK", "network:net", "member"), "Pakistan is a member of Green Net"),
        (of("presence", A, "site:gate", through="net"), "Customs of {b} is present at The Gate, through Green Net"),
        (of("participation", A, "event:day", "speaker"), "Customs of {b} spoke at Training Day"),
        (of("seat", "network:net", A, "member", name="Chair"), "Customs of {b} holds the seat “Chair” of Green Net"),
        (
            of("seat", "network:net", "", "member", name="Chair", holder_kind="customs"),
            "The holder of the seat “Chair” of Green Net is not recorded; it is meant for customs",
        ),
    ],
)
def test_a_claim_is_one_sentence(claim: Claim, sentence: str) -> None:
    assert sentence_of(record_with(claim), 0) == sentence


def test_every_claim_of_the_seed_is_a_sentence_with_both_names(seed: Record) -> None:
    for row in range(0, len(seed.claims), 7):
        claim, sentence = seed.claim(row), sentence_of(seed, row)
        for end in (claim.a, claim.b):
            node = seed.node(end) if end else None
            assert getattr(node, "name", "") in sentence
        assert ("reports a problem" in sentence) == (claim.status == "absent")


def test_a_claim_is_shown_in_full() -> None:
    said = tie(since="2019", note="As written", read_on="2026-11-25")
    (shown,) = claims(record_with(said), [said.id])["claims"]
    assert shown == {
        "id": said.id,
        "kind": "tie",
        "sentence": "Customs of {b} and <b>Ozone</b> exchange information (since 2019)",
        "a": {"id": "pk-a", "name": "Customs of {b}"},
        "b": {"id": "pk-b", "name": "<b>Ozone</b>"},
        "role": "information-exchange",
        "status": "confirmed",
        "standing": "standing",
        "since": "2019",
        "until": None,
        "read_on": "2026-11-25",
        "note": "As written",
        "source": {
            "id": "page",
            "title": "A page",
            "publisher": None,
            "url": "https://example.org/a",
            "published": "2019",
            "kind": "web page",
        },
        "batch": "batch-1",
    }


OLD, NEW, SEEN = tie(source="old"), tie(since="2024"), of("presence", A, "site:gate")
CITES = of("responsibility", A, "agreement:cites", "enforcement", source="old")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ([NEW.id, OLD.id], [NEW, OLD]),
        ([f"claim:{OLD.id}", OLD.id], [OLD]),
        (["pk-b"], [NEW, OLD]),
        (["organization:pk-b"], [NEW, OLD]),
        (["<b>Ozone</b>"], [NEW, OLD]),
        (["The Gate"], [SEEN]),
        (["CITES"], [CITES]),
        (["source:page"], [NEW, SEEN]),
        (["page"], [NEW, SEEN]),
        (["pakistan"], []),
        ([OLD.id, "pk-b"], [OLD, NEW]),
    ],
)
def test_claims_are_asked_for_by_id_or_by_thing_newest_first(asked: list[str], found: list[Claim]) -> None:
    record = record_with(OLD, NEW, SEEN, CITES)
    assert [shown["id"] for shown in claims(record, asked)["claims"]] == [claim.id for claim in found]


def test_claims_of_a_thing_are_those_known_on_the_date() -> None:
    record = record_with(OLD, NEW).as_of("2015")
    assert [shown["id"] for shown in claims(record, ["pk-b"])["claims"]] == [OLD.id]


@pytest.mark.parametrize("asked", ["", "0123456789abcdef", "nobody", "organization:nobody"])
def test_what_is_neither_claim_nor_thing_is_refused(asked: str) -> None:
    with pytest.raises(UnknownName):
        claims(record_with(OLD), [asked])
