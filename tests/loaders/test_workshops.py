"""A workshop is taken back as a whole, goes to another laptop as a file, and nothing is lost when two are joined."""

import json
from pathlib import Path

import pytest

from graph.analysis.workshop.said import contact, influence, no_contact
from graph.analysis.workshop.workshop import ROOM, Workshop
from graph.errors import InputError
from graph.history import Batch, Change
from graph.model import Organization
from graph.stores import backup
from graph.stores.memory import MemoryStore
from loaders import workshops
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY

KARACHI = Workshop("Karachi", TODAY)
BEGIN = Batch(
    "test", f"{TODAY}T08:00:00Z", "begin", tuple(Change(None, thing) for thing in (COUNTRY, *SOURCES, *BODIES, *BOTH))
)


@pytest.fixture
def store() -> MemoryStore:
    return laptop()


def laptop() -> MemoryStore:
    made = MemoryStore()
    made.apply(BEGIN)
    return made


def meet(store: MemoryStore, a: str, b: str, second: int = 0) -> Batch:
    batch = contact(store.read(), KARACHI, a, b, at=f"{TODAY}T10:00:{second:02d}Z")
    store.apply(batch)
    return batch


def said(store: MemoryStore) -> set[str]:
    return {thing.address for thing in store.things()}


def joined(store: MemoryStore, file: Path, *theirs: str) -> workshops.Merge:
    merge = workshops.planned(store, file)
    workshops.join(store, merge, theirs=theirs)
    return merge


def test_a_workshop_is_taken_back_as_a_whole_and_taking_it_back_again_does_nothing(store: MemoryStore) -> None:
    before = said(store)
    meet(store, "customs", "ozone")
    meet(store, "customs", "police", 1)
    assert len(workshops.take_back(store, KARACHI, author="test")) == 2
    assert said(store) == before
    assert workshops.take_back(store, KARACHI, author="test") == []
    assert store.verify() == []


def test_taking_back_says_how_far_it_is_and_is_stopped_between_two_changes(store: MemoryStore) -> None:
    first, last = meet(store, "customs", "ozone"), meet(store, "customs", "police", 1)
    heard: list[tuple[float, str]] = []

    def stop(share: float, doing: str) -> None:
        heard.append((share, doing))
        if share:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workshops.take_back(store, KARACHI, author="test", tell=stop)
    assert heard == [(0.0, "0 of 2 taken back"), (0.5, "1 of 2 taken back")]
    assert [heading.id for heading in KARACHI.headings(store.history())] == [first.id]
    assert store.history()[-1].undoes == last.id
    assert len(workshops.take_back(store, KARACHI, author="test", tell=lambda share, _: heard.append((share, _)))) == 1
    assert heard[-1] == (1.0, "1 taken back")
    assert store.verify() == []


def test_what_two_facilitators_recorded_is_joined_on_both_laptops_without_loss(tmp_path: Path) -> None:
    one, two = laptop(), laptop()
    meet(one, "customs", "ozone")
    meet(one, "customs", "police", 1)
    meet(two, "customs", "ozone", 2)  # the same contact, typed on both
    meet(two, "ozone", "police", 3)
    for number, store in enumerate((one, two)):
        workshops.write(store, KARACHI, tmp_path / f"{number}.workshop")
    joined(one, tmp_path / "1.workshop")
    joined(two, tmp_path / "0.workshop")
    assert said(one) == said(two)
    assert one.fingerprint() == two.fingerprint()
    assert one.verify() == two.verify() == []


def test_joining_the_same_file_twice_changes_nothing_the_second_time(tmp_path: Path, store: MemoryStore) -> None:
    other = laptop()
    meet(other, "customs", "ozone")
    file = tmp_path / "other.workshop"
    workshops.write(other, KARACHI, file)
    first = joined(store, file)
    revision = store.revision
    again = joined(store, file)
    assert (len(first.batches), again.batches, again.already) == (1, (), 2)
    assert store.revision == revision


def test_a_joined_workshop_is_taken_back_as_a_whole_too(tmp_path: Path, store: MemoryStore) -> None:
    before, other = said(store), laptop()
    meet(other, "customs", "ozone")
    meet(store, "customs", "police", 1)
    workshops.write(other, KARACHI, tmp_path / "file")
    joined(store, tmp_path / "file")
    workshops.take_back(store, KARACHI, author="test")
    assert said(store) == before


def test_what_differs_is_shown_side_by_side_and_changed_only_where_it_is_chosen(tmp_path: Path) -> None:
    here, there = laptop(), laptop()
    old = next(body for body in BODIES if body.id == "police")

    def police(store: MemoryStore) -> Organization:
        return store.read().organizations["police"]

    for store, kind in ((here, "border-guard"), (there, "customs")):
        new = Organization(
            id="police", name=old.name, kind=kind, functions=old.functions, country="PK", level="national"
        )
        store.apply(Batch(KARACHI.author, f"{TODAY}T10:00:00Z", f"Is {kind}", (Change(old, new),)))
    workshops.write(there, KARACHI, tmp_path / "file")
    merge = joined(here, tmp_path / "file")
    (difference,) = merge.differences
    assert (difference.here, difference.there) == (
        police(here),
        police(there),
    )
    assert police(here).kind == "border-guard"
    joined(here, tmp_path / "file", "organization:police")
    assert police(here).kind == "customs"


def test_a_denial_on_one_laptop_and_a_contact_on_the_other_both_stand(tmp_path: Path) -> None:
    one, two = laptop(), laptop()
    meet(one, "customs", "ozone")
    two.apply(no_contact(two.read(), KARACHI, "customs", "ozone", at=f"{TODAY}T10:00:00Z"))
    workshops.write(two, KARACHI, tmp_path / "file")
    joined(one, tmp_path / "file")
    record = one.read()
    assert (len(record.rows("tie")), len(record.rows("decision"))) == (1, 1)


def test_a_file_that_names_what_the_record_lacks_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    other, empty = laptop(), MemoryStore()
    meet(other, "customs", "ozone")
    workshops.write(other, KARACHI, tmp_path / "file")
    with pytest.raises(InputError, match=r"organization:customs.* would lead nowhere"):
        workshops.planned(empty, tmp_path / "file")
    assert empty.revision == 0


def test_a_file_that_takes_away_what_claims_rest_on_is_refused(tmp_path: Path, store: MemoryStore) -> None:
    meet(store, "customs", "ozone")
    ozone = next(body for body in BODIES if body.id == "ozone")
    wicked = Batch(KARACHI.author, f"{TODAY}T11:00:00Z", "no reason", (Change(ozone, None),))
    backup.write(tmp_path / "file", [wicked], workshops.FORMAT)
    with pytest.raises(InputError, match="would lead nowhere"):
        workshops.planned(store, tmp_path / "file")


def test_a_backup_is_no_file_of_a_workshop(tmp_path: Path, store: MemoryStore) -> None:
    store.backup(tmp_path / "backup")
    with pytest.raises(InputError, match="not the file that is asked for"):
        workshops.planned(store, tmp_path / "backup")


def test_changes_that_are_none_of_a_workshop_are_refused(tmp_path: Path, store: MemoryStore) -> None:
    backup.write(tmp_path / "file", [BEGIN], workshops.FORMAT)
    with pytest.raises(InputError, match="of no workshop"):
        workshops.planned(store, tmp_path / "file")


@pytest.mark.parametrize(
    "content", ["", "{}", "[" * 100_000, json.dumps({"format": workshops.FORMAT}) + "\nnonsense\n{}\n"]
)
def test_a_file_that_is_not_whole_is_refused(tmp_path: Path, store: MemoryStore, content: str) -> None:
    (tmp_path / "file").write_text(content, encoding="utf-8")
    with pytest.raises(InputError):
        workshops.planned(store, tmp_path / "file")


def test_a_workshop_that_nobody_held_is_not_written(tmp_path: Path, store: MemoryStore) -> None:
    with pytest.raises(InputError, match="holds no change of Workshop Karachi"):
        workshops.write(store, KARACHI, tmp_path / "file")
    assert not (tmp_path / "file").exists()


def test_what_cannot_both_hold_is_shown_and_what_does_not_hold_is_withdrawn(tmp_path: Path) -> None:
    ours, theirs = laptop(), laptop()
    deny = no_contact(ours.read(), KARACHI, "customs", "ozone", at=f"{TODAY}T10:00:00Z")
    ours.apply(deny)
    ours.apply(power(ours, 2))
    meet(theirs, "customs", "ozone")
    meet(theirs, "customs", "police", 1)
    theirs.apply(power(theirs, 5))
    workshops.write(theirs, KARACHI, tmp_path / "file")
    merge = workshops.planned(ours, tmp_path / "file")
    assert {(here.role, there.role) for here, there in merge.opposite} == {
        ("confirmed-none", "information-exchange"),
        ("influence-low", "influence-highest"),
    }
    not_so = [there for here, there in merge.opposite if here.role == "confirmed-none"]
    workshops.join(ours, merge, withdrawn=not_so)
    assert not_so[0].address not in said(ours)
    assert {here.address for here, _ in merge.opposite} <= said(ours)
    assert ours.verify() == []


def power(store: MemoryStore, level: int) -> Batch:
    return influence(store.read(), KARACHI, "customs", level, "hazardous-waste", at=f"{TODAY}T11:00:00Z", said_by=ROOM)
