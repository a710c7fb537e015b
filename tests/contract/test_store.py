"""What every store promises (graph/stores/base.py): one body of tests for all of them."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from graph.errors import Conflict
from graph.history import Change, Heading, fingerprint, json_of
from graph.model import Source
from graph.record import Record
from graph.stores import Store
from tests.contract.small import (
    CLAIMS,
    CUSTOMS,
    DESK,
    FIRST,
    NODES,
    RENAMED,
    RENAMING,
    THINGS,
    TIE,
    adding,
    batch,
    by_address,
    content,
    kept,
)

NewStore = Callable[[], Store]


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


def test_the_fingerprint_is_that_of_the_things(filled: Store) -> None:
    filled.apply(RENAMING)
    filled.apply(batch(Change(TIE, None), reason="wrong"))
    assert filled.fingerprint() == fingerprint([json_of(thing) for thing in filled.things()])
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
