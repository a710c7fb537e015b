"""What changed: contacts new, confirmed and denied, bodies, numbers; what was taken back is in none of them."""

import pytest

from graph.analysis.changes.changed import readings, what_changed
from graph.analysis.gaps.decisions import As, decide
from graph.stores import Store
from graph.stores.memory import MemoryStore
from loaders.seed import ensure_seed

DAY = "2027-01-15"
ROOM = "Workshop Karachi"


@pytest.fixture(scope="module")
def store() -> Store:
    store = MemoryStore()
    ensure_seed(store)
    said: list[tuple[str, str, As]] = [
        ("pk-customs", "pk-bepa", "contact"),
        ("pk-mocc", "pk-sepa", "contact"),
        ("pk-fbr", "pk-bepa", "none"),
    ]
    for second, (a, b, as_) in enumerate(said):
        store.apply(decide(store.read(), a, b, as_, at=f"{DAY}T10:00:0{second}Z", said_on=DAY, author=ROOM))
    undone = decide(store.read(), "pk-customs", "pk-sepa", "contact", at=f"{DAY}T11:00:00Z", said_on=DAY, author=ROOM)
    store.apply(undone)
    store.undo(undone.id, author=ROOM, reason="a slip of the tongue")
    return store


def test_what_was_said_is_told_and_what_was_taken_back_is_not(store: Store) -> None:
    before, after = readings(store.batches(), DAY, DAY)
    answer = what_changed(before, after, "PK", "hazardous-waste", history=store.history(since=DAY))
    pairs = {
        kind: [{one["a"]["id"], one["b"]["id"]} for one in several]
        for kind, several in (
            ("added", answer["added"]),
            ("confirmed", answer["confirmed"]),
            ("denied", answer["denied"]),
        )
    }
    assert pairs == {
        "added": [{"pk-customs", "pk-bepa"}],
        "confirmed": [{"pk-mocc", "pk-sepa"}],
        "denied": [{"pk-fbr", "pk-bepa"}],
    }
    assert answer["after"]["contacts"]["found"] == answer["before"]["contacts"]["found"] + 1
    assert answer["after"]["claims"] == answer["before"]["claims"] + 3
    assert len(answer["reasons"]) == len(store.history(since=DAY))


def test_what_is_hidden_is_counted_and_nothing_else(store: Store) -> None:
    before, after = readings(store.batches(), DAY, DAY)
    (added,) = what_changed(before, after, "PK")["added"]
    answer = what_changed(before, after, "PK", hidden=added["claims"])
    assert (answer["added"], answer["left_out"]) == ([], 1)


def test_another_country_has_not_changed(store: Store) -> None:
    before, after = readings(store.batches(), DAY, DAY)
    answer = what_changed(before, after, "LK")
    assert (answer["added"], answer["confirmed"], answer["denied"], answer["bodies"]) == ([], [], [], [])
    assert answer["before"] == answer["after"]


def test_the_way_back_tells_what_is_gone(store: Store) -> None:
    before, after = readings(store.batches(), DAY, DAY)
    assert what_changed(after, before, "PK")["withdrawn"] == 3
    assert what_changed(after, before, "LK")["withdrawn"] == 0


def test_after_a_change_set_is_what_came_behind_it(store: Store) -> None:
    first = store.history(since=DAY)[0]
    before, after = readings(store.batches(), first.id, DAY)
    answer = what_changed(before, after)
    assert [{one["a"]["id"], one["b"]["id"]} for one in answer["confirmed"]] == [{"pk-mocc", "pk-sepa"}]
    assert answer["added"] == []
    assert answer["country"] is None


def test_from_a_day_without_changes_nothing_has_changed(store: Store) -> None:
    before, after = readings(store.batches(), "2030-01-01", DAY)
    assert before is after
