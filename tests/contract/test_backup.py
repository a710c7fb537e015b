"""A backup restores whole or not at all, and a store can hold another history instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import Conflict, InputError
from graph.history import json_of
from graph.model import Source
from graph.stores import Store
from tests.contract.small import CUSTOMS, RENAMING, adding, kept
from tests.contract.test_store import NewStore


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
