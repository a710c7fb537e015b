"""A body that the record lacks is added with its source, and taken back."""

from typing import Any

import pytest

from graph.analysis.names.lists import match_list
from graph.analysis.who_else.new_body import body_of, new_body
from graph.analysis.who_else.new_duty import Duty, new_duty
from graph.analysis.who_else.who_else import who_else
from graph.errors import InputError, InvalidThing, UnknownName
from graph.history import Batch
from graph.model import Claim, Source
from graph.record import Record
from graph.stores.memory import MemoryStore
from loaders.seed import ensure_seed

AT = "2026-11-25T12:00:00Z"
READ_IN = "seed-slides"


def added(record: Record, name: str, **more: Any) -> Batch:
    return new_body(record, name, **{"country": "PK", "kind": "prosecution", "source": READ_IN, "at": AT} | more)


def test_an_unmatched_name_is_added_matched_and_taken_back() -> None:
    store = MemoryStore()
    ensure_seed(store)
    name = "Directorate of Green Prosecution"
    before = who_else(store.read(), "PK", names=[name])
    assert before["unmatched"] == [name]
    assert before["listed"][0]["kind"] == "prosecution"
    batch = added(store.read(), name)
    store.apply(batch)
    after = who_else(store.read(), "PK", names=[name])
    assert after["unmatched"] == []
    assert after["listed"][0]["organization"] == {"id": body_of(batch).id, "name": name}
    prosecution = next(row for row in after["template"] if row["role"] == "Prosecution")
    assert prosecution["status"] == "met"
    store.undo(batch.id, author="", reason="A test")
    assert who_else(store.read(), "PK", names=[name]) == before


def test_it_has_its_source_and_a_free_id(seed: Record) -> None:
    batch = added(seed, "Customs", kind="customs", country="TL", parent="tl-mof", reason="Named at a workshop")
    body = body_of(batch)
    assert (body.id, body.sources, body.parent, body.level) == ("tl-customs-2", (READ_IN,), "tl-mof", "national")
    assert (batch.author, batch.reason) == ("not named", "Named at a workshop")


def test_a_name_in_another_script_has_an_id_too(seed: Record) -> None:
    one, other = (body_of(added(seed, name)) for name in ("محکمہ ماحولیات", "محکمہ جنگلات"))
    assert one.id != other.id
    assert one.id.startswith("pk-body-")


def test_a_source_may_be_new(seed: Record) -> None:
    source = Source(id="workshop-2026", title="Workshop in Islamabad", kind="workshop")
    batch = added(seed, "Green Court", kind="judiciary", source=source)
    assert [change.address for change in batch.changes] == ["source:workshop-2026", "organization:pk-green-court"]


@pytest.mark.parametrize(
    ("name", "more", "error", "says"),
    [
        ("Anti-Narcotics  FORCE", {}, InputError, "is on record already, as pk-anf"),
        ("Green Court", {"source": "no-such-page"}, UnknownName, "There is no source no-such-page"),
        ("Green Court", {"source": ""}, UnknownName, "Every entry needs one"),
        ("Green Court", {"parent": "pk-dragons"}, UnknownName, "There is no body pk-dragons"),
        ("Green Court", {"kind": "dragons"}, InvalidThing, "kind: is none of"),
        ("Green Court, tel. 0092 51 1234567", {}, InvalidThing, "telephone"),
        ("", {}, InvalidThing, "is empty"),
        (
            "Green Court",
            {"source": Source(id=READ_IN, title="Another", kind="report")},
            InputError,
            "There is a source seed-slides already",
        ),
    ],
)
def test_what_is_not_well_said_is_refused(
    seed: Record, name: str, more: dict[str, Any], error: type[InputError], says: str
) -> None:
    with pytest.raises(error) as refused:
        added(seed, name, **more)
    assert says in str(refused.value)


def test_a_name_is_offered_bodies_that_share_words_but_not_taken_for_one(seed: Record) -> None:
    (line,) = match_list(seed, "PK", ["DG I&I Customs"])
    assert line.organization is None
    assert all(seed.organizations[body].country == "PK" for body in line.alternatives)
    assert line.alternatives


def test_a_name_in_urdu_is_met(seed: Record) -> None:
    """A name in its own script is all that it takes; keyboards and vowel signs make no difference."""
    store = MemoryStore()
    ensure_seed(store)
    batch = added(store.read(), "محکمہ تحفظ ماحولیات")
    store.apply(batch)
    for written in ("محکمہ تحفظ ماحولیات", "• محكمه تحفظِ ماحوليات", "3. محکمہ تحفظ ماحولیات (EPD)"):
        (line,) = match_list(store.read(), "PK", [written])
        assert line.organization == body_of(batch).id


def test_a_treaty_desk_is_given_with_the_new_body_or_to_one_on_record(seed: Record) -> None:
    duty = Duty("cites", "scientific-authority")
    _, claim = [change.after for change in added(seed, "Green Science Council", kind="research", duty=duty).changes]
    assert isinstance(claim, Claim)
    assert (claim.a, claim.b, claim.role) == (
        "organization:pk-green-science-council",
        "agreement:cites",
        "scientific-authority",
    )
    (change,) = new_duty(seed, "pk-zsp", duty, READ_IN, AT).changes
    assert isinstance(change.after, Claim)
    assert (change.after.a, change.after.source, change.after.read_on) == ("organization:pk-zsp", READ_IN, AT[:10])


@pytest.mark.parametrize(
    ("body", "source", "says"),
    [
        ("pk-dragons", READ_IN, "There is no body pk-dragons"),
        ("pk-dpp", READ_IN, "has ended"),
        ("pk-zsp", "no-such-page", "There is no source"),
        ("pk-nou", "nou-about", "recorded already"),
    ],
)
def test_a_desk_that_cannot_be_given_is_refused(seed: Record, body: str, source: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        new_duty(seed, body, Duty("montreal-protocol", "national-ozone-unit"), source, AT)
