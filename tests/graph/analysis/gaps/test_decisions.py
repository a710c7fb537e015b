"""What both sides say of a gap is a claim, the list follows at once, and undoing it brings the gap back."""

import pytest

from graph.analysis.gaps.decisions import As, decide
from graph.analysis.gaps.gaps import gaps
from graph.answers import Gap, GapsAnswer
from graph.errors import InputError
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY, body, responsible, tie

AT = f"{TODAY}T09:00:00Z"


@pytest.fixture
def store() -> Store:
    made = MemoryStore()
    changes = tuple(Change(None, thing) for thing in (COUNTRY, *SOURCES, *BODIES, *BOTH))
    made.apply(Batch("test", AT, "begin", changes))
    return made


def read(store: Store) -> Record:
    return store.read().as_of(TODAY)


def answer(store: Store, theme: str = "") -> GapsAnswer:
    return gaps(read(store), "PK", theme)


def line(store: Store, theme: str = "") -> Gap | None:
    pair = {"customs", "ozone"}
    return next((gap for gap in answer(store, theme)["gaps"] if {gap["a"]["id"], gap["b"]["id"]} == pair), None)


def decided(gap: Gap) -> str | None:
    return gap["decided"]["as"] if gap["decided"] else None


def say(store: Store, as_: As, said_on: str = TODAY, hour: str = "10", **more: str) -> Batch:
    ground = {} if "source" in more else {"said_on": said_on}
    batch = decide(read(store), "ozone", "customs", as_, at=f"{TODAY}T{hour}:00:00Z", **ground, **more)
    store.apply(batch)
    return batch


def test_a_contact_that_both_sides_state_is_found_at_once_and_undoing_it_brings_the_gap_back(store: Store) -> None:
    before = answer(store)
    batch = say(store, "contact")
    assert line(store) is None
    assert answer(store)["contacts"]["found"] == before["contacts"]["found"] + 1
    source = read(store).sources[f"said-{TODAY}"]
    assert (source.kind, source.published) == ("workshop", TODAY)
    store.undo(batch.id, author="test", reason="wrong room")
    assert answer(store) == before


def test_a_contact_by_a_source_takes_its_date(store: Store) -> None:
    say(store, "contact", source="gazette", contact="mou")
    assert line(store) is None


def test_none_stays_in_the_list_as_confirmed_by_both_sides_with_its_date(store: Store) -> None:
    batch = say(store, "none")
    found = line(store)
    assert found is not None
    assert found["kind"] == "confirmed: none"
    assert found["sentence"].startswith(f"No contact, as both sides confirmed on {TODAY}: ")
    assert found["decided"] == {"as": "none", "batch": batch.id}
    assert read(store).row_of_claim(found["claims"][0]) is not None


def test_none_outweighs_an_older_contact_and_yields_to_a_younger_one(store: Store) -> None:
    older, younger = tie("customs", "ozone", since="2025"), tie("customs", "ozone", since="2026-11-20")
    store.apply(Batch("test", AT, "older", (Change(None, older),)))
    say(store, "none", "2026-11-19")
    found = line(store)
    assert found is not None
    assert (found["coordination"], found["kind"]) == (0, "confirmed: none")
    store.apply(Batch("test", AT, "younger", (Change(None, younger),)))
    assert line(store) is None


def test_not_applicable_leaves_the_list_and_is_counted(store: Store) -> None:
    before = answer(store)
    say(store, "not-applicable")
    after = answer(store)
    assert line(store) is None
    assert after["not_applicable"] == before["not_applicable"] + 1
    assert after["contacts"]["expected"] == before["contacts"]["expected"] - 1


def test_a_decision_on_one_theme_leaves_the_others_alone(store: Store) -> None:
    say(store, "not-applicable", theme="wildlife")
    assert line(store) is not None
    say(store, "not-applicable", theme="ozone-depleting-substances", hour="11")
    assert line(store, "ozone-depleting-substances") is None
    assert line(store) is not None


def test_a_new_decision_takes_the_place_of_the_old_one_and_undoing_it_gives_that_back(store: Store) -> None:
    say(store, "none")
    second = say(store, "not-applicable", hour="11")
    assert line(store) is None
    assert [change.effect for change in second.changes] == ["withdrawn", "added"]
    third = say(store, "contact", hour="12")
    assert answer(store)["not_applicable"] == 0
    store.undo(third.id, author="test", reason="not so")
    assert answer(store)["not_applicable"] == 1


def test_a_problem_stays_shown_and_moves_down_when_a_contact_is_said_later(store: Store) -> None:
    problem = tie("customs", "ozone", status="absent", since="2025-01")
    store.apply(Batch("test", AT, "news", (Change(None, problem),)))
    say(store, "not-applicable")
    found = line(store)
    assert found is not None
    assert (found["kind"], decided(found)) == ("problem reported", "not-applicable")
    say(store, "contact", hour="11")
    found = line(store)
    assert found is not None
    assert found["kind"] == "problem reported, contact recorded since"
    assert decided(found) == "contact"


def test_a_decision_of_units_is_one_of_their_services(store: Store) -> None:
    store.apply(decide(read(store), "customs-lab", "ozone", "not-applicable", said_on=TODAY, at=AT))
    assert line(store) is None


def test_a_decision_made_later_is_not_known_before(store: Store) -> None:
    say(store, "not-applicable")
    then = gaps(store.read().as_of("2026-11-24"), "PK")
    assert then["not_applicable"] == 0


def test_a_province_that_was_decided_is_a_line_of_its_own(store: Store) -> None:
    mandates = [responsible(name, "ozone-depleting-substances") for name in ("east-epa", "west-epa")]
    store.apply(Batch("test", AT, "mandates", tuple(Change(None, claim) for claim in mandates)))
    store.apply(decide(read(store), "customs", "east-epa", "none", said_on=TODAY, at=AT))
    lines = [gap for gap in answer(store)["gaps"] if gap["a"]["id"] == "customs" and "epa" in gap["b"]["id"]]
    assert {gap["b"]["id"]: gap["kind"] for gap in lines} == {
        "east-epa": "confirmed: none",
        "west-epa": "no recorded contact",
    }


@pytest.mark.parametrize(
    ("a", "b", "ground", "says"),
    [
        ("customs", "customs-lab", {"said_on": TODAY}, "are one service"),
        ("customs", "board", {"said_on": TODAY}, "one line of command"),
        ("customs", "nobody", {"said_on": TODAY}, "There is no body nobody"),
        ("customs", "ozone", {}, "rests on one source, or on the day"),
        ("customs", "ozone", {"said_on": TODAY, "source": "gazette"}, "rests on one source, or on the day"),
        ("customs", "ozone", {"source": "rumour"}, "There is no source rumour"),
        ("customs", "ozone", {"said_on": "2027"}, "has not come yet"),
        ("customs", "ozone", {"said_on": "last week"}, "is not a date"),
        ("customs", "old", {"said_on": TODAY}, "has ended"),
    ],
)
def test_what_cannot_be_decided_is_said(store: Store, a: str, b: str, ground: dict[str, str], says: str) -> None:
    store.apply(Batch("test", AT, "old", (Change(None, body("old", "police", until="2020")),)))
    with pytest.raises(InputError, match=says):
        decide(read(store), a, b, "none", at=AT, **ground)


def test_the_same_twice_is_said(store: Store) -> None:
    say(store, "none")
    with pytest.raises(InputError, match="recorded already"):
        say(store, "none", hour="11")
