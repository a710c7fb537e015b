"""What goes out as tables comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import vocabulary
from graph.errors import InputError
from graph.fields import text as fault_of_text
from graph.history import Batch, Change
from graph.model import Claim, Organization, Source
from graph.record import Record
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from loaders.export import csv_of, export
from loaders.files import TableFile
from loaders.formulas import guarded, unguarded
from loaders.load import load
from loaders.records import read_tables
from loaders.seed import FOLDER
from loaders.tables import TABLES


def test_the_whole_seed_comes_back_as_it_was(seed_store: Store, tmp_path: Path) -> None:
    again = MemoryStore()
    first = export(seed_store.read(), tmp_path / "one")
    load(again, [tmp_path / "one"])
    assert again.fingerprint() == seed_store.fingerprint()
    # The same record gives the same bytes, in whatever order it was loaded.
    second = export(again.read(), tmp_path / "two")
    assert [file.read_bytes() for file in second] == [file.read_bytes() for file in first]


def test_the_seed_and_its_export_are_the_same_to_a_store_that_holds_it(seed: Record, tmp_path: Path) -> None:
    store = MemoryStore()
    load(store, [FOLDER])
    export(seed, tmp_path)
    answer = load(store, [tmp_path])
    assert (answer["batch"], answer["unchanged"]) == (None, answer["read"])


def test_an_unwritable_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        export(MemoryStore().read(), tmp_path / "taken")


# What the model takes as a name, and a table can hold: several names of one cell stand with | between them.
names = st.text(min_size=1, max_size=60).filter(lambda text: fault_of_text(text) is None)
alias = names.filter(lambda text: "|" not in text)
when = st.sampled_from(["", "1998", "2011-05", "2019-12-31"])


@st.composite
def organizations(draw: st.DrawFn) -> Organization:
    return Organization(
        id=draw(st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)),
        name=draw(names),
        short_name=draw(st.just("") | names),
        aliases=tuple(draw(st.lists(alias, max_size=3))),
        country=draw(st.sampled_from(["PK", "INT"])),
        kind=draw(st.sampled_from(list(vocabulary.ORGANIZATION_KINDS))),
        functions=tuple(draw(st.lists(st.sampled_from(list(vocabulary.FUNCTIONS)), unique=True, max_size=3))),
        since=draw(when),
        note=draw(st.just("") | names),
        sources=("page",),
    )


@given(st.lists(organizations(), min_size=2, max_size=6, unique_by=lambda one: one.id), names, st.just("") | names)
def test_any_body_and_tie_comes_back_as_it_was(bodies: list[Organization], name: str, note: str) -> None:
    a, b = bodies[0].address, bodies[1].address
    tie = Claim("tie", a, b, "mou", name, "no", "standing", "confirmed", "2001", note=note, source="page")
    things = [Source("page", "A page", kind="report"), *bodies, tie]
    store = MemoryStore()
    store.apply(Batch("test", "2026-11-25T00:00:00Z", "test", tuple(Change(None, thing) for thing in things)))
    record = store.read()
    files = [
        TableFile(table.name, f"{table.name}.csv", csv_of(record, table).encode())
        for table in TABLES.values()
        if table.name in ("sources", "organizations", "ties")
    ]
    reading = read_tables(files)
    assert reading.refused == []
    assert {placed.address: placed.thing for placed in reading.things} == {thing.address: thing for thing in things}


@given(st.text(max_size=10) | st.from_regex(r"'{0,3}[=+\-@\t\r]?.{0,5}", fullmatch=True))
def test_a_guarded_text_comes_back_and_opens_no_formula(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert cell[:1] not in ("=", "@", "\t", "\r")
    assert cell[:1] not in ("+", "-") or cell[1:].replace(".", "", 1).isdigit()


@given(st.binary(max_size=400))
def test_any_bytes_are_rows_or_refusals(content: bytes) -> None:
    head = ",".join(TABLES["seats"].columns).encode() + b"\n"
    for whole in (content, head + content):
        reading = read_tables([TableFile("seats", "seats.csv", whole)])
        assert all(refusal.reason and refusal.row >= 1 for refusal in reading.refused)


def test_what_was_decided_comes_back_and_is_the_same_either_way_round(tmp_path: Path) -> None:
    says = {"role": "confirmed-none", "since": "2026-11-25", "theme": "wildlife", "note": "In the room"}
    bodies = [Organization(id=name, name=name, country="PK", kind="police") for name in ("one", "two")]
    decision = Claim("decision", bodies[0].address, bodies[1].address, source="page", **says)
    assert decision.id == Claim("decision", bodies[1].address, bodies[0].address, source="page", **says).id
    things = [Source("page", "A page", kind="workshop"), *bodies, decision]
    store, again = MemoryStore(), MemoryStore()
    store.apply(Batch("test", "2026-11-25T00:00:00Z", "test", tuple(Change(None, thing) for thing in things)))
    export(store.read(), tmp_path)
    # Every table is there, most with a header alone; country PK is known by its code.
    load(again, [tmp_path])
    assert again.fingerprint() == store.fingerprint()
