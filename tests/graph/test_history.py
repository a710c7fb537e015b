"""Change sets and their inverse."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import fields
from graph.errors import InputError
from graph.history import Batch, Change, Heading, fingerprint, hash_of, json_of, thing_of
from tests.contract.small import CUSTOMS, MEMBER, THINGS, TIE, adding, batch

CLOSED = replace(TIE, until="2026")


@pytest.mark.parametrize(
    ("change", "effect"),
    [
        (Change(None, TIE), "added"),
        (Change(TIE, None), "withdrawn"),
        (Change(TIE, CLOSED), "closed"),
        (Change(CLOSED, TIE), "changed"),
        (Change(CLOSED, replace(TIE, until="2025")), "changed"),
        (Change(CUSTOMS, replace(CUSTOMS, until="2026")), "closed"),
        (Change(CUSTOMS, replace(CUSTOMS, note="x")), "changed"),
    ],
)
def test_what_a_change_does(change: Change, effect: str) -> None:
    assert change.effect == effect
    assert change.inverse.inverse == change


def test_a_change_of_nothing_has_no_address() -> None:
    with pytest.raises(ValueError, match="before or after"):
        _ = Change(None, None).address


def test_the_id_of_a_batch_never_changes() -> None:
    """Backups name batches by it."""
    things = [thing for thing in THINGS if getattr(thing, "kind", "") != "decision"]  # came later
    assert adding(*things).id == "2026-11-20-5307b4d502"


@pytest.mark.parametrize("says", [{"author": "B"}, {"reason": "b"}, {"file_hash": "b"}, {"undoes": "b"}])
def test_all_that_a_batch_says_is_in_its_id(says: dict[str, Any]) -> None:
    assert replace(adding(TIE), **says).id != adding(TIE).id
    assert adding(MEMBER, TIE).id != adding(TIE, MEMBER).id


def test_the_inverse_goes_back_step_by_step() -> None:
    one = batch(Change(None, TIE), Change(TIE, CLOSED))
    back = one.inverse("B", "2026-11-25T00:00:00Z", "wrong")
    assert back.changes == (Change(CLOSED, TIE), Change(TIE, None))
    assert back.undoes == one.id


def test_a_heading_counts_each_effect() -> None:
    heading = Heading.of(batch(Change(None, TIE), Change(TIE, CLOSED), Change(CLOSED, TIE), Change(TIE, None)))
    assert (heading.added, heading.changed, heading.closed, heading.withdrawn) == (1, 1, 1, 1)


@pytest.mark.parametrize("bad", ["a\nb", "\x00", "\ud800"])
@pytest.mark.parametrize("field", ["author", "at", "reason", "file_hash", "undoes"])
def test_a_batch_with_a_control_character_is_refused(field: str, bad: str) -> None:
    with pytest.raises(InputError, match="holds a control character"):
        batch(**{"at": "2026", field: bad})


def test_the_line_of_a_thing() -> None:
    assert json_of(None) == "null"
    assert thing_of("null") is None
    assert json_of(CUSTOMS).startswith('["organization",{"id":"pk-customs","name":"Pakistan Customs",')
    assert "پاکستان" in json_of(CUSTOMS)


LINES = st.lists(st.text(max_size=5), max_size=5)


@given(LINES, LINES, st.randoms())
def test_a_fingerprint_can_be_kept_up_to_date(one: list[str], other: list[str], chance: object) -> None:
    both = sorted(one + other)
    assert fingerprint(both) == (fingerprint(one) + fingerprint(other)) % 2**256
    assert fingerprint(one) == (fingerprint(both) - sum(map(hash_of, other))) % 2**256


def test_a_fingerprint_tells_things_apart() -> None:
    assert fingerprint([]) == 0
    assert len({fingerprint([json_of(thing)]) for thing in THINGS}) == len(THINGS)


def test_batches_of_the_same_words_are_the_same() -> None:
    assert adding(TIE) == Batch("Ayesha", "2026-11-20T08:00:00Z", "first load", (Change(None, TIE),))


@given(st.text(max_size=30).filter(lambda text: text.strip() and fields.printable(text) is None))
def test_a_line_is_what_the_standard_library_writes(text: str) -> None:
    """The ids of batches and the fingerprints of years ago rest on it."""
    for thing in (replace(TIE, note=text.strip()), replace(CUSTOMS, name=text.strip())):
        plain = json.dumps([thing.node, thing.values()], ensure_ascii=False, separators=(",", ":"))
        assert json_of(thing) == plain
