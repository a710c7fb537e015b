"""What is said in a workshop is recorded with who said it, takes effect at once, and can be taken back."""

from collections.abc import Callable

import pytest

from graph.analysis.gaps.gaps import gaps
from graph.analysis.sentences import sentence_of
from graph.analysis.workshop.before import before
from graph.analysis.workshop.heard import heard
from graph.analysis.workshop.said import contact, goal, influence, no_contact, present
from graph.analysis.workshop.workshop import BOTH as BOTH_SIDES
from graph.analysis.workshop.workshop import ROOM, Workshop, workshops
from graph.errors import InputError
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.memory import MemoryStore
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY, tie

KARACHI = Workshop("Karachi", TODAY)
AT = f"{TODAY}T10:00:00Z"

Say = Callable[[Record], Batch]


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    made.apply(Batch("test", AT, "begin", tuple(Change(None, thing) for thing in (COUNTRY, *SOURCES, *BODIES, *BOTH))))
    return made


def read(store: MemoryStore) -> Record:
    return store.read().as_of(TODAY)


def ties(record: Record) -> list[tuple[str, str, str]]:
    claims = (record.claim(int(row)) for row in record.rows("tie"))
    return sorted((claim.a, claim.b, record.sources[claim.source].publisher) for claim in claims)


def gap_of(record: Record) -> str:
    """What the list says of customs and the ozone unit: their kind of gap, or that they are in contact."""
    pair = {"customs", "ozone"}
    lines = [gap for gap in gaps(record, "PK")["gaps"] if {gap["a"]["id"], gap["b"]["id"]} == pair]
    return lines[0]["kind"] if lines else "found"


def weights(record: Record) -> list[tuple[str, str, str, float]]:
    return [(gap["a"]["id"], gap["b"]["id"], gap["kind"], gap["severity"]) for gap in gaps(record, "PK")["gaps"]]


def test_a_contact_said_by_both_sides_closes_the_gap_and_undo_opens_it_again(store: MemoryStore) -> None:
    then = gap_of(read(store))
    batch = contact(read(store), KARACHI, "ozone", "customs", at=AT)
    store.apply(batch)
    assert gap_of(read(store)) == "found" != then
    store.undo(batch.id, author="test", reason="a slip")
    assert gap_of(read(store)) == then


def test_two_sides_that_say_the_same_are_two_claims_with_who_said_each(store: MemoryStore) -> None:
    for side in ("customs", "ozone"):
        store.apply(contact(read(store), KARACHI, "customs", "ozone", at=AT, said_by=side))
    pair = ("organization:customs", "organization:ozone")
    assert ties(read(store)) == [(*pair, "The customs"), (*pair, "The ozone")]


def test_no_contact_takes_back_what_was_said_of_the_pair_in_the_same_workshop_only(store: MemoryStore) -> None:
    elsewhere = Workshop("Lahore", TODAY)
    store.apply(contact(read(store), elsewhere, "customs", "ozone", at=AT, said_by="ozone"))
    store.apply(contact(read(store), KARACHI, "customs", "ozone", at=AT, said_by="customs"))
    store.apply(no_contact(read(store), KARACHI, "customs", "ozone", at=AT))
    assert [source for *_, source in ties(read(store))] == ["The ozone"]
    (row,) = read(store).rows("decision")
    assert "both say that they are not in contact" in sentence_of(read(store), int(row))


def test_a_goal_stands_in_the_words_of_the_body(store: MemoryStore) -> None:
    said = "no <b>HCFC</b> without a permit"
    store.apply(goal(read(store), KARACHI, "ozone", said, "ozone-depleting-substances", at=AT, said_by="ozone"))
    record = read(store)
    (row,) = record.rows("assessment")
    sentence = f"The ozone follows the goal “{said}” on ozone-depleting substances (since {TODAY})"
    assert sentence_of(record, int(row)) == sentence


def test_influence_said_again_takes_the_place_of_what_was_said_before(store: MemoryStore) -> None:
    for level in (2, 5):
        store.apply(influence(read(store), KARACHI, "customs", level, "hazardous-waste", at=AT, said_by="ozone"))
    store.apply(influence(read(store), KARACHI, "customs", 1, "hazardous-waste", at=AT, said_by="police"))
    record = read(store)
    said = {(record.claim(int(row)).role, record.claim(int(row)).source[-6:]) for row in record.rows("assessment")}
    assert said == {("influence-highest", "-ozone"), ("influence-lowest", "police")}


def test_what_a_room_thinks_of_a_body_changes_no_gap(store: MemoryStore) -> None:
    then = weights(read(store))
    store.apply(influence(read(store), KARACHI, "customs", 5, "hazardous-waste", at=AT, said_by="ozone"))
    assert weights(read(store)) == then


@pytest.mark.parametrize(
    ("say", "why"),
    [
        (lambda r: contact(r, KARACHI, "customs", "customs-lab", at=AT), "one service"),
        (lambda r: contact(r, KARACHI, "customs", "nobody", at=AT), "no body nobody"),
        (lambda r: contact(r, KARACHI, "customs", "ozone", at=AT, role="friends"), "no kind of contact"),
        (lambda r: contact(r, KARACHI, "customs", "ozone", at=AT, said_by="nobody"), "no body nobody"),
        (lambda r: influence(r, KARACHI, "customs", 6, "wildlife", at=AT, said_by="ozone"), "no influence"),
        (lambda r: goal(r, KARACHI, "nobody", "order", "wildlife", at=AT, said_by="ozone"), "no body nobody"),
        (lambda r: goal(r, KARACHI, "ozone", "order", "gardening", at=AT, said_by="ozone"), "no theme"),
    ],
)
def test_what_cannot_be_recorded_is_refused_with_its_reason(store: MemoryStore, say: Say, why: str) -> None:
    with pytest.raises(InputError, match=why):
        say(read(store))


def test_the_same_said_twice_by_the_same_side_is_refused(store: MemoryStore) -> None:
    store.apply(contact(read(store), KARACHI, "customs", "ozone", at=AT))
    with pytest.raises(InputError, match="said already"):
        contact(read(store), KARACHI, "ozone", "customs", at=AT, said_by=BOTH_SIDES)


def test_a_workshop_is_known_again_by_its_changes(store: MemoryStore) -> None:
    named = Workshop("کراچی, 2026-01-01", TODAY)
    first = contact(read(store), named, "customs", "ozone", at=AT)
    store.apply(first)
    store.apply(contact(read(store), KARACHI, "customs", "police", at=AT))
    assert set(workshops(store.history())) == {named, KARACHI}
    assert [heading.id for heading in named.headings(store.history())] == [first.id]
    assert named.id != Workshop("لاہور", TODAY).id


@pytest.mark.parametrize(("name", "date"), [("  ", TODAY), ("Karachi", "tomorrow"), ("Karachi", "")])
def test_a_workshop_has_a_name_and_a_day(name: str, date: str) -> None:
    with pytest.raises(InputError):
        Workshop(name, date)


def test_what_a_workshop_recorded_is_read_back_with_who_said_it(store: MemoryStore) -> None:
    store.apply(present(read(store), KARACHI, "customs", "PK", at=AT))
    store.apply(present(read(store), KARACHI, "ozone", "PK", at=f"{TODAY}T10:00:01Z"))
    for second, side in enumerate(("customs", "ozone"), start=2):
        store.apply(contact(read(store), KARACHI, "customs", "ozone", at=f"{TODAY}T10:00:0{second}Z", said_by=side))
    store.apply(influence(read(store), KARACHI, "police", 4, "wildlife", at=f"{TODAY}T10:00:05Z", said_by=ROOM))
    store.apply(no_contact(read(store), KARACHI, "customs", "police", at=f"{TODAY}T10:00:06Z"))
    answer = heard(read(store), KARACHI, store.history())
    assert [body["id"] for body in answer["present"]] == ["ozone", "customs"]
    (said,) = answer["contacts"]
    assert (said["a"]["id"], said["b"]["id"], said["confirms"]) == ("customs", "ozone", False)
    assert [held["said_by"] for held in said["held"]] == ["The ozone", "The customs"]
    assert [(one["body"]["id"], one["influence"]) for one in answer["influence"]] == [("police", 4)]
    assert [(one["a"]["id"], one["b"]["id"]) for one in answer["denied"]] == [("customs", "police")]
    assert read(store).events[KARACHI.id].country == "PK"


def test_a_contact_that_another_source_records_is_confirmed_by_the_room(store: MemoryStore) -> None:
    store.apply(Batch("test", AT, "a tie", (Change(None, tie("customs-lab", "ozone")),)))
    store.apply(contact(read(store), KARACHI, "customs", "ozone", at=AT))
    assert [said["confirms"] for said in heard(read(store), KARACHI, store.history())["contacts"]] == [True]


def test_before_is_the_record_without_the_workshop(store: MemoryStore) -> None:
    untouched = read(store)
    store.apply(present(read(store), KARACHI, "ozone", "PK", at=AT))
    store.apply(contact(read(store), KARACHI, "customs", "ozone", at=AT))
    now, then = read(store), before(read(store), KARACHI)
    assert gap_of(now) == "found" != gap_of(then)
    assert (then.organizations, then.sources, then.events) == (
        untouched.organizations,
        untouched.sources,
        untouched.events,
    )
    assert [then.claim(row) for row in range(len(then.claims))] == [
        untouched.claim(row) for row in range(len(untouched.claims))
    ]
