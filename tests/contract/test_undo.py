"""What is taken back, and what cannot be, is the same in every store."""

import pytest

from graph.errors import Conflict, UnknownName
from graph.stores import Store, base
from tests.contract.small import FIRST, RENAMED, RENAMING, by_address


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
