"""What every store promises (graph/stores/base.py): one body of tests for all of them."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from graph import fields as field
from graph.errors import Conflict, InputError, UnknownName
from graph.history import Batch, Change, Heading, fingerprint, json_of
from graph.model import Claim, Event, Network, Organization, Source, Thing
from graph.record import Record
from graph.stores import Store, base
from tests.contract.small import CLAIMS, CUSTOMS, DESK, NODES, THINGS, TIE, adding, batch, by_address, content

NewStore = Callable[[], Store]
FIRST = adding(*THINGS)
RENAMED = replace(CUSTOMS, name="Customs of Pakistan")
RENAMING = batch(Change(CUSTOMS, RENAMED), at="2026-11-21T08:00:00Z", author="Bilal", reason="new letterhead")


@pytest.fixture
def filled(store: Store) -> Store:
    store.apply(FIRST)
    return store


@pytest.fixture(autouse=True)
def moments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is a second later than the one before."""
    clock: Iterator[str] = (f"2026-11-25T00:{n // 60:02}:{n % 60:02}Z" for n in range(3600))
    monkeypatch.setattr(base, "now", lambda: next(clock))


def kept(store: Store) -> dict[str, Any]:
    """Everything that a store would answer."""
    return {
        "record": content(store.read()),
        "things": by_address(store.things()),
        "history": store.history(),
        "batches": list(store.batches()),
        "fingerprint": store.fingerprint(),
        "revision": store.revision,
    }


def test_a_new_store_is_empty_and_whole(store: Store) -> None:
    assert kept(store) | {"record": {}} == {
        "record": {},
        "things": {},
        "history": [],
        "batches": [],
        "fingerprint": 0,
        "revision": 0,
    }
    assert len(store.read().claims) == 0
    assert store.verify() == []


def test_what_was_applied_is_read_back(filled: Store) -> None:
    assert by_address(filled.things()) == by_address(THINGS)
    record = filled.read()
    assert record.revision == filled.revision == 1
    read = [thing for group in list(content(record).values())[1:] for thing in group.values()]
    assert by_address(read) == by_address(NODES)
    assert {record.claim_id(row): record.claim(row) for row in range(len(record.claims))} == {c.id: c for c in CLAIMS}
    assert {record.batch_of(row) for row in range(len(record.claims))} == {FIRST.id}


def test_things_stand_with_their_address_and_batch(filled: Store) -> None:
    filled.apply(RENAMING)
    standing = {address: (thing, written) for address, thing, written in filled.standing()}
    assert standing[CUSTOMS.address] == (RENAMED, RENAMING.id)
    assert standing[TIE.address] == (TIE, FIRST.id)


def test_namibia_and_international_bodies_are_not_lost(filled: Store) -> None:
    record = filled.read()
    assert record.countries["NA"].name == "Namibia"
    assert record.bodies["INT"] == ("interpol",)
    assert [record.claim(row).a for row in record.rows_of("country:NA")] == ["country:NA"]


def test_the_same_batch_twice_changes_nothing(filled: Store) -> None:
    before = kept(filled)
    assert filled.apply(FIRST) == 1
    assert kept(filled) == before
    filled.apply(RENAMING)
    assert filled.apply(FIRST) == 2
    assert filled.read().organizations["pk-customs"] == RENAMED


def test_an_empty_batch_is_history_too(store: Store) -> None:
    assert store.apply(batch(reason="looked through, nothing to change")) == 1
    assert [heading.reason for heading in store.history()] == ["looked through, nothing to change"]


@pytest.mark.parametrize(
    ("change", "address"),
    [
        (Change(None, CUSTOMS), CUSTOMS.address),
        (Change(CUSTOMS, replace(CUSTOMS, note="late")), CUSTOMS.address),
        (Change(CUSTOMS, None), CUSTOMS.address),
        (Change(Source(id="nowhere", title="No", kind="report"), None), "source:nowhere"),
        (Change(replace(TIE, note="other"), None), TIE.address),
        (Change(None, TIE), TIE.address),
        (Change(RENAMED, replace(CUSTOMS, id="pk-other")), "organization:pk-other"),
        (Change(CUSTOMS, TIE), TIE.address),
    ],
    ids=["added", "changed", "withdrawn", "never-there", "claim", "claim-added", "another-id", "another-kind"],
)
def test_a_batch_that_rests_on_an_older_state_is_refused_whole(filled: Store, change: Change, address: str) -> None:
    filled.apply(RENAMING)
    before = kept(filled)
    new = Source(id="a-new-one", title="New", kind="report")
    with pytest.raises(Conflict, match=rf"^{address} has been changed"):
        filled.apply(batch(Change(None, new), change, reason="late"))
    assert kept(filled) == before
    assert filled.verify() == []


def test_a_conflict_names_who_changed_it(filled: Store) -> None:
    filled.apply(RENAMING)
    with pytest.raises(Conflict) as caught:
        filled.apply(batch(Change(CUSTOMS, None), reason="late"))
    by = f"by Bilal on 2026-11-21 (new letterhead, batch {RENAMING.id})"
    asked = "Read it again and repeat the change."
    assert str(caught.value) == f"organization:pk-customs has been changed {by} since it was read. {asked}"


def test_a_conflict_names_who_withdrew_it(filled: Store) -> None:
    filled.apply(batch(Change(TIE, None), author="Chen", reason="wrong page"))
    with pytest.raises(Conflict, match=r"by Chen on 2026-11-20 \(wrong page, batch"):
        filled.apply(batch(Change(TIE, replace(TIE, until="2025")), reason="late"))


def test_a_withdrawn_body_takes_what_is_said_of_it_out_of_the_record(filled: Store) -> None:
    withdrawn = batch(Change(CUSTOMS, None), reason="from elsewhere")
    filled.apply(withdrawn)
    lost = sorted(claim.id for claim in CLAIMS if CUSTOMS.address in (claim.a, claim.b))
    record = filled.read()
    assert sorted(record.left_out) == lost
    assert len(record.claims) == len(CLAIMS) - len(lost)
    assert by_address(filled.things()) == by_address(thing for thing in THINGS if thing != CUSTOMS)
    (problem,) = filled.verify()
    assert problem.startswith(f"{len(lost)} claims on what is not in the record")
    assert all(claim in problem for claim in lost)
    filled.undo(withdrawn.id, author="Dina", reason="it is still there")
    assert content(filled.read())["organizations"] == content(record)["organizations"] | {CUSTOMS.id: CUSTOMS}
    assert (filled.read().left_out, filled.verify()) == ((), [])


def test_a_thing_may_change_several_times_in_one_batch(store: Store) -> None:
    there, back = replace(CUSTOMS, note="one"), replace(CUSTOMS, note="two")
    store.apply(batch(Change(None, CUSTOMS), Change(CUSTOMS, there), Change(there, None), Change(None, back)))
    assert list(store.things()) == [back]
    assert store.verify() == []


def test_a_thing_added_twice_in_one_batch_is_a_conflict(store: Store) -> None:
    with pytest.raises(Conflict, match=r"^organization:pk-customs has been changed since it was read"):
        store.apply(batch(Change(None, CUSTOMS), Change(None, CUSTOMS)))
    assert store.revision == 0


def test_history_counts_and_begins_where_asked(filled: Store) -> None:
    filled.apply(RENAMING)
    closing = batch(Change(TIE, replace(TIE, until="2026")), Change(DESK, None), at="2026-11-22T08:00:00Z")
    filled.apply(closing)
    assert filled.history() == [Heading.of(each) for each in (FIRST, RENAMING, closing)]
    last = filled.history()[-1]
    assert (last.added, last.changed, last.closed, last.withdrawn) == (0, 0, 1, 1)
    assert [heading.id for heading in filled.history(since="2026-11-21")] == [RENAMING.id, closing.id]
    assert [heading.id for heading in filled.history(since=RENAMING.id)] == [closing.id]
    assert filled.history(since=closing.id) == filled.history(since="2027") == []


def test_batches_are_given_back_whole(filled: Store) -> None:
    filled.apply(RENAMING)
    assert filled.batch(FIRST.id) == FIRST
    assert filled.batch("2026-11-20-0000000000") is None
    assert list(filled.batches()) == [FIRST, RENAMING]


def test_undo_takes_back_and_undo_of_undo_brings_back(filled: Store) -> None:
    before, named = by_address(filled.things()), filled.fingerprint()
    filled.apply(RENAMING)
    after = by_address(filled.things())
    undone = filled.undo(RENAMING.id, author="Dina", reason="a typing error")
    assert by_address(filled.things()) == before
    assert filled.fingerprint() == named
    assert (undone.undoes, undone.author, undone.reason) == (RENAMING.id, "Dina", "a typing error")
    filled.undo(undone.id, author="Dina", reason="it was right")
    assert by_address(filled.things()) == after
    filled.undo(RENAMING.id, author="Dina", reason="no, wrong")
    assert by_address(filled.things()) == before
    assert filled.revision == 5
    assert filled.verify() == []


def test_undo_of_everything_leaves_nothing(filled: Store) -> None:
    filled.undo(FIRST.id, author="Dina", reason="wrong file")
    assert list(filled.things()) == []
    assert len(filled.read().claims) == filled.fingerprint() == 0


def test_undo_twice_is_refused(filled: Store) -> None:
    filled.apply(RENAMING)
    undone = filled.undo(RENAMING.id, author="Dina", reason="once")
    with pytest.raises(Conflict, match=f"Batch {RENAMING.id} has been undone already, by {undone.id}"):
        filled.undo(RENAMING.id, author="Dina", reason="twice")
    assert filled.revision == 3


def test_undo_twice_within_a_second_is_refused_and_not_lost(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "now", lambda: "2026-11-25T09:00:00Z")
    filled.apply(RENAMING)
    undone = filled.undo(RENAMING.id, author="Dina", reason="once")
    filled.undo(undone.id, author="Dina", reason="back")
    with pytest.raises(Conflict, match="a moment ago"):
        filled.undo(RENAMING.id, author="Dina", reason="once")
    assert filled.read().organizations["pk-customs"] == RENAMED


def test_undo_of_what_others_rest_on_is_a_conflict(filled: Store) -> None:
    filled.apply(RENAMING)
    with pytest.raises(Conflict, match=r"^organization:pk-customs has been changed by Bilal"):
        filled.undo(FIRST.id, author="Dina", reason="too late")


def test_undo_of_an_unknown_batch_says_so(filled: Store) -> None:
    with pytest.raises(UnknownName, match="There is no batch 2026-01-01-0123456789"):
        filled.undo("2026-01-01-0123456789", author="Dina", reason="?")


def test_the_fingerprint_is_that_of_the_things(filled: Store) -> None:
    filled.apply(RENAMING)
    filled.apply(batch(Change(TIE, None), reason="wrong"))
    assert filled.fingerprint() == fingerprint([json_of(thing) for thing in filled.things()])
    assert filled.verify() == []


def test_a_backup_restores_byte_for_byte(filled: Store, new_store: NewStore, tmp_path: Path) -> None:
    filled.apply(RENAMING)
    filled.undo(RENAMING.id, author="Dina", reason="back")
    digest = filled.backup(tmp_path / "one.jsonl")
    other = new_store()
    other.apply(adding(Source(id="to-be-forgotten", title="Old", kind="report")))
    assert other.restore(tmp_path / "one.jsonl") == filled.revision
    assert kept(other) == kept(filled)
    assert sorted(map(json_of, other.things())) == sorted(map(json_of, filled.things()))
    assert other.backup(tmp_path / "two.jsonl") == digest
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()
    assert other.verify() == []
    assert sorted(path.name for path in tmp_path.glob("*.jsonl*")) == ["one.jsonl", "two.jsonl"]


ALTERED: dict[str, Callable[[bytes], bytes]] = {
    "a letter": lambda whole: whole.replace(b"Pakistan Customs", b"Pakistan Custums"),
    "cut in half": lambda whole: whole[: len(whole) // 2],
    "cut after a line": lambda whole: whole[: whole.rindex(b"\n", 0, -1) + 1],
    "a line out": lambda whole: whole.replace(whole.split(b"\n")[3] + b"\n", b""),
    "empty": lambda _: b"",
    "something else": lambda _: b"\x89PNG\r\n\x1a\n\x00\xff",
    "another form": lambda whole: whole.replace(b"whoelse-backup-1", b"whoelse-backup-9"),
}


@pytest.mark.parametrize("alter", ALTERED.values(), ids=ALTERED.keys())
def test_an_altered_backup_is_refused(filled: Store, tmp_path: Path, alter: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "backup.jsonl"
    filled.backup(file)
    whole = file.read_bytes()
    file.write_bytes(alter(whole))
    assert file.read_bytes() != whole
    before = kept(filled)
    with pytest.raises(InputError, match=r"^backup\.jsonl is not "):
        filled.restore(file)
    assert kept(filled) == before


def test_a_backup_that_is_not_there_is_named(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^There is no file none\.jsonl\."):
        filled.restore(tmp_path / "none.jsonl")


def test_batches_that_do_not_fit_each_other_replace_nothing(filled: Store) -> None:
    before = kept(filled)
    with pytest.raises(Conflict):
        filled.replace([adding(CUSTOMS), adding(CUSTOMS, reason="again")])
    assert kept(filled) == before


def test_replace_forgets_what_was(filled: Store) -> None:
    assert filled.replace([adding(CUSTOMS)]) == 1
    assert list(filled.things()) == [CUSTOMS]
    assert len(filled.history()) == 1
    assert filled.verify() == []


def columns(record: Record) -> dict[str, Any]:
    return {name: value for name, value in vars(record.claims).items() if isinstance(value, np.ndarray)}


def test_the_record_is_the_same_in_whatever_order_it_was_written(new_store: NewStore) -> None:
    parts = [adding(thing, reason=thing.address) for thing in THINGS]
    records = []
    for seed in range(4):
        random.Random(seed).shuffle(parts)
        store = new_store()
        for part in parts:
            store.apply(part)
        records.append(store.read())
    for record in records[1:]:
        assert record.addresses == records[0].addresses
        assert record.claims.texts == records[0].claims.texts
        assert content(record) == content(records[0])
        for name, column in columns(record).items():
            np.testing.assert_array_equal(column, columns(records[0])[name], strict=True)


def test_the_record_does_not_change_under_its_reader(filled: Store) -> None:
    record = filled.read()
    filled.apply(RENAMING)
    assert record.organizations["pk-customs"] == CUSTOMS
    assert filled.read().organizations["pk-customs"] == RENAMED


@pytest.mark.parametrize(
    ("date", "in_force"),
    [("2018", False), ("2019-04", False), ("2019-05", True), ("2019", True), ("2026-11-25", True)],
)
def test_as_of_masks_what_was_not_known_yet(filled: Store, date: str, in_force: bool) -> None:
    record = filled.read().as_of(date)
    row = record.row_of_claim(TIE.id)
    assert row is not None
    assert bool(record.in_force[row]) is in_force


def test_close_twice_is_fine(new_store: NewStore) -> None:
    store = new_store()
    store.close()
    store.close()


# --- any text that the model accepts comes back as it was --------------------------------------------------------

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=40).filter(lambda text: not field.text(text))
SOME = TEXT.filter(bool)
HOSTILE = st.sampled_from(
    [
        "'); DROP TABLE claim; --",
        "x' OR '1'='1",
        '"]},{"',
        "a|b||c",
        "\u200fgnp.exe",
        "\u200bzero\u00a0width\ufeff",
        "\u2028line\u2029",
        "𝔘𝔫𝔦 🛃 é é",
        "İIıi",
        "null",
        "NA",
        "0x1",
        "1e999",
        " leading and trailing ",
        "%s %d {0} {a} ?1 :a $a @a",
        "\\n\\",
    ]
)
ANY = st.one_of(SOME, HOSTILE)
LISTS = st.lists(ANY.map(lambda text: text.replace("|", "/")), max_size=3).map(tuple)


@st.composite
def hostile_things(draw: st.DrawFn) -> tuple[Thing, ...]:
    url = "https://example.org/" + draw(ANY)
    assume(field.url(url) is None)
    return (
        Source(id="s", title=draw(ANY), publisher=draw(TEXT), url=url, kind="report"),
        Organization(id="o", name=draw(ANY), aliases=draw(LISTS), note=draw(TEXT), country="INT", kind="other"),
        Network(id="n", name=draw(ANY), seat=draw(LISTS), meets=draw(TEXT), kind="forum", scope="global"),
        Event(id="e", name=draw(ANY), place=draw(TEXT), topic=draw(TEXT), kind="meeting"),
        Claim(kind="seat", a="network:n", name=draw(ANY), role="member", note=draw(TEXT), source="s"),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(things=hostile_things(), says=st.tuples(ANY, TEXT))
def test_any_text_comes_back_as_it_was(new_store: NewStore, things: tuple[Thing, ...], says: tuple[str, str]) -> None:
    store = new_store()
    given_ = Batch(says[0], "2026-11-20", says[1], tuple(Change(None, thing) for thing in things))
    store.apply(given_)
    assert by_address(store.things()) == by_address(things)
    assert store.batch(given_.id) == given_
    record = store.read()
    assert record.claim(0) == things[-1]
    assert record.organizations["o"] == things[1]
    assert store.verify() == []
    store.undo(given_.id, author="x", reason="y")
    assert list(store.things()) == []
    store.close()
