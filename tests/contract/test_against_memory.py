"""The store in memory is the specification: whatever it answers to any row of changes, the others answer too."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import Conflict
from graph.history import Batch, Change
from graph.model import Thing
from graph.stores import Store
from graph.stores.memory import MemoryStore
from tests.contract.small import CUSTOMS, MEMBER, TIE, batch, by_address, content

NewStore = Callable[[], Store]

STATES: tuple[tuple[Thing | None, ...], ...] = (
    (None, CUSTOMS, replace(CUSTOMS, aliases=()), replace(CUSTOMS, until="2026")),
    (None, TIE, replace(TIE, until="2025"), replace(TIE, a=TIE.b, b=TIE.a)),
    (None, MEMBER, replace(MEMBER, note="x")),
)
CHANGES = [Change(*pair) for states in STATES for pair in product(states, repeat=2) if any(pair)]
BATCHES = st.lists(st.lists(st.sampled_from(CHANGES), max_size=4), max_size=8)


def outcome(store: Store, given_: Batch) -> object:
    try:
        return store.apply(given_)
    except Conflict as error:
        return str(error) if len(given_.changes) == 1 else Conflict


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=BATCHES)
def test_every_row_of_changes_has_the_outcome_it_has_in_memory(new_store: NewStore, rows: list[list[Change]]) -> None:
    store, memory = new_store(), MemoryStore()
    for number, changes in enumerate(rows):
        given_ = batch(*changes, at=f"2026-11-{number + 1:02}", reason=f"step {number % 6}")
        assert outcome(store, given_) == outcome(memory, given_)
    assert by_address(store.things()) == by_address(memory.things())
    assert sorted(store.standing(), key=lambda row: row[0]) == sorted(memory.standing(), key=lambda row: row[0])
    assert content(store.read()) == content(memory.read())
    assert (store.history(), list(store.batches())) == (memory.history(), list(memory.batches()))
    assert store.history(since="2026-11-04") == memory.history(since="2026-11-04")
    assert store.fingerprint() == memory.fingerprint()
    assert store.read().left_out == memory.read().left_out
    assert len(store.verify()) == bool(memory.read().left_out)  # and nothing else is wrong
    store.close()
