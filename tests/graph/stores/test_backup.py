"""The form of a backup, and files that only look like one."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.stores import backup
from tests.contract.small import THINGS, TIE, adding


def with_hash(lines: list[str]) -> str:
    body = "".join(line + "\n" for line in lines)
    return body + json.dumps({"sha256": sha256(body.encode()).hexdigest()}) + "\n"


def written(tmp_path: Path) -> list[str]:
    backup.write(tmp_path / "b.jsonl", [adding(*THINGS)])
    return (tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()


def test_a_backup_is_lines_of_json(tmp_path: Path) -> None:
    digest = backup.write(tmp_path / "b.jsonl", [adding(TIE)])
    first, heading, change, last = (tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(first) == {"format": "whoelse-backup-1"}
    assert json.loads(heading)["changes"] == 1
    assert json.loads(change)[0] is None
    assert list(json.loads(last)) == ["sha256"]
    assert digest == sha256((tmp_path / "b.jsonl").read_bytes()).hexdigest()


def test_it_is_read_back(tmp_path: Path) -> None:
    backup.write(tmp_path / "b.jsonl", [adding(*THINGS), adding(TIE, reason="again")])
    assert backup.read(tmp_path / "b.jsonl") == [adding(*THINGS), adding(TIE, reason="again")]


def test_lines_end_alike_everywhere(tmp_path: Path) -> None:
    backup.write(tmp_path / "b.jsonl", [adding(TIE)])
    assert b"\r" not in (tmp_path / "b.jsonl").read_bytes()


def heading(change: Callable[[dict[str, object]], object]) -> Callable[[list[str]], list[str]]:
    def alter(lines: list[str]) -> list[str]:
        changed = json.loads(lines[1])
        change(changed)
        return [lines[0], json.dumps(changed), *lines[2:]]

    return alter


FORGED: dict[str, Callable[[list[str]], list[str]]] = {
    "fewer changes than it says": heading(lambda says: says.update(changes=2)),
    "more changes than it says": heading(lambda says: says.update(changes=99)),
    "a negative number of changes": heading(lambda says: says.update(changes=-5)),
    "no number of changes": heading(lambda says: says.update(changes="all")),
    "another name": heading(lambda says: says.update(id="2020-01-01-0123456789")),
    "another author": heading(lambda says: says.update(batch=["Eve", "2026", "", "", ""])),
    "an author that is no text": heading(lambda says: says.update(batch=[1, "2026", "", "", ""])),
    "a change that is none": lambda lines: [*lines[:2], "7", *lines[3:]],
    "a kind of thing that is none": lambda lines: [*lines[:2], '[null,["ghost",{}]]', *lines[3:]],
    "a field that is none": lambda lines: [*lines[:2], '[null,["source",{"id":"x","rank":"1"}]]', *lines[3:]],
    "too deep": lambda lines: [*lines[:2], "[" * 100_000, *lines[3:]],
    "a heading too few": lambda lines: [lines[0], *lines[2:]],
}


def test_an_empty_batch_of_less_than_nothing_is_refused(tmp_path: Path) -> None:
    backup.write(tmp_path / "b.jsonl", [adding()])
    lines = (tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()[:-1]
    forged = heading(lambda says: says.update(changes=-1))(lines)
    (tmp_path / "b.jsonl").write_text(with_hash(forged), encoding="utf-8")
    with pytest.raises(InputError, match="is not whole, or was altered"):
        backup.read(tmp_path / "b.jsonl")


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED.keys())
def test_a_forged_file_with_the_right_hash_is_refused(tmp_path: Path, forge: Callable[[list[str]], list[str]]) -> None:
    lines = written(tmp_path)[:-1]
    (tmp_path / "b.jsonl").write_text(with_hash(forge(lines)), encoding="utf-8")
    with pytest.raises(InputError, match=r"^b\.jsonl is not whole, or was altered"):
        backup.read(tmp_path / "b.jsonl")
