"""An undo leaves what something else names by now: a source stays, and a body with later claims cannot go."""

import pytest

from graph.analysis.claims import claims
from graph.analysis.gaps.decisions import decide
from graph.errors import Conflict
from graph.history import Batch, Change
from graph.model import Source, Thing
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY, body, tie

SAID = f"source:said-{TODAY}"


@pytest.fixture
def store() -> Store:
    made = MemoryStore()
    made.apply(batch("09", COUNTRY, *SOURCES, *BODIES, *BOTH))
    return made


def batch(hour: str, *things: Thing) -> Batch:
    return Batch("test", f"{TODAY}T{hour}:00:00Z", "adds", tuple(Change(None, thing) for thing in things))


def say(store: Store, other: str, hour: str) -> Batch:
    said = decide(store.read(), "customs", other, "contact", at=f"{TODAY}T{hour}:00:00Z", said_on=TODAY)
    store.apply(said)
    return said


def test_a_source_stays_as_long_as_something_rests_on_it(store: Store) -> None:
    first, second = say(store, "ozone", "10"), say(store, "police", "11")
    assert [change.address for change in first.changes][:1] == [SAID]
    undone = store.undo(first.id, author="test", reason="wrong room")
    assert SAID not in [change.address for change in undone.changes]
    assert (
        claims(store.read(), [second.changes[-1].address.partition(":")[2]])["claims"][0]["source"]["kind"]
        == "workshop"
    )
    assert store.verify() == []


def test_a_source_that_nothing_else_rests_on_goes_with_its_claim(store: Store) -> None:
    before = store.fingerprint()
    store.undo(say(store, "ozone", "10").id, author="test", reason="wrong room")
    assert store.fingerprint() == before


def test_a_body_that_later_claims_name_cannot_go(store: Store) -> None:
    new = batch("10", body("port", "port-authority", "inspection"))
    store.apply(new)
    later = batch("11", tie("customs", "port"))
    store.apply(later)
    with pytest.raises(Conflict, match="The organization port is named by claim") as refused:
        store.undo(new.id, author="test", reason="no such body")
    assert refused.value.do == "Take that back first."
    store.undo(later.id, author="test", reason="no such contact")
    store.undo(new.id, author="test", reason="no such body")
    assert "port" not in store.read().organizations


def test_a_source_alone_that_something_rests_on_cannot_go(store: Store) -> None:
    alone = batch("10", Source(id="leaflet", title="Leaflet", kind="report"))
    store.apply(alone)
    store.apply(batch("11", tie("customs", "police", source="leaflet")))
    with pytest.raises(Conflict, match="Other claims rest on"):
        store.undo(alone.id, author="test", reason="no such leaflet")
