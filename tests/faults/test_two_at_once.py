"""Two programs, or two sessions of one, at one store file."""

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Timer

import pytest

from graph.errors import Conflict, StoreBusy
from graph.history import Batch, Change
from graph.model import Organization
from graph.stores import sqlite_file
from graph.stores.sqlite import SqliteStore
from loaders.load import load
from tests.faults.many import adding

Beside = Callable[..., "subprocess.Popen[str]"]


def let_go(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def holding(beside: Beside, file: Path) -> "subprocess.Popen[str]":
    process = beside("hold", str(file))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_a_file_that_another_program_writes_is_busy(
    file: Path, beside: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT", 0.1)
    with SqliteStore(file) as store:
        store.apply(adding(3))
        process = holding(beside, file)
        with pytest.raises(StoreBusy) as caught:
            store.apply(adding(3, first=3))
        sentence = "Another program holds the store whoelse.db. Close it there, or try again in a moment."
        assert str(caught.value) == sentence
        assert len(store.read().claims) == 3
        let_go(process)
        process.wait()
        assert store.apply(adding(3, first=3)) == 2
        assert store.verify() == []


def test_the_second_program_waits_a_while(file: Path, beside: Beside) -> None:
    with SqliteStore(file) as store:
        process = holding(beside, file)
        Timer(0.2, let_go, [process]).start()
        assert store.apply(adding(3)) == 1


def test_two_programs_lose_nothing(file: Path, beside: Beside) -> None:
    SqliteStore(file).close()
    both = [beside("load_small", str(file), first) for first in ("0", "100")]
    assert [process.wait() for process in both] == [0, 0]
    with SqliteStore(file) as store:
        assert store.revision == 80
        assert len(store.read().claims) == 160
        assert store.verify() == []


def test_two_programs_may_make_the_same_store(file: Path, beside: Beside) -> None:
    both = [beside("load_small", str(file), first) for first in ("0", "100")]
    assert [process.wait() for process in both] == [0, 0]
    with SqliteStore(file) as store:
        assert store.revision == 80


def test_what_another_program_kept_is_seen_at_once(file: Path) -> None:
    with SqliteStore(file) as one, SqliteStore(file) as other:
        assert other.revision == 0
        one.apply(adding(3))
        assert other.revision == 1
        assert len(other.read().claims) == 3
        assert other.apply(adding(3)) == 1
        other.replace([])
        assert one.revision == len(one.read().claims) == 0


def test_batches_replaced_while_they_are_listed_are_no_silence(file: Path) -> None:
    with SqliteStore(file) as one, SqliteStore(file) as other:
        one.apply(adding(3))
        one.apply(adding(3, first=3))
        listing = one.batches()
        assert next(listing) == adding(3)
        other.replace([])
        with pytest.raises(StoreBusy, match="replaced the store"):
            next(listing)


def test_verify_looks_at_one_state_of_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT", 0.1)
    with SqliteStore(file) as one, SqliteStore(file) as other:
        one.apply(adding(3))
        find_problems = one.problems

        def problems_and_a_change_meanwhile() -> list[str]:
            found = find_problems()
            with pytest.raises(StoreBusy):
                other.apply(adding(3, first=3))
            return found

        monkeypatch.setattr(one, "problems", problems_and_a_change_meanwhile)
        assert one.verify() == []
        assert other.apply(adding(3, first=3)) == 2


def test_of_two_loads_of_the_same_rows_at_once_one_says_that_it_added_them(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "sources.csv"
    head = "source_id,title,publisher,url,published,kind\n"
    table.write_text(f"{head}page,A page,,,2020,report\n", encoding="utf-8")
    with SqliteStore(file) as one, SqliteStore(file) as other:
        apply, first = one.apply, []

        def late(batch: Batch) -> int:
            first.append(load(other, [table]))
            return apply(batch)

        monkeypatch.setattr(one, "apply", late)
        second = load(one, [table])
        assert [(said["added"], said["unchanged"], said["revision"]) for said in (*first, second)] == [
            (1, 0, 1),
            (0, 1, 1),
        ]
        assert second["batch"] is None
        assert len(one.history()) == 1


def test_of_two_loads_at_once_that_differ_the_second_is_told(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "sources.csv"
    head = "source_id,title,publisher,url,published,kind\n"
    table.write_text(f"{head}page,A page,,,2020,report\n", encoding="utf-8")
    with SqliteStore(file) as one, SqliteStore(file) as other:
        apply = one.apply

        def late(batch: Batch) -> int:
            table.write_text(f"{head}page,Another page,,,2020,report\n", encoding="utf-8")
            load(other, [table], author="Ayesha")
            return apply(batch)

        monkeypatch.setattr(one, "apply", late)
        with pytest.raises(Conflict, match=r"^source:page has been changed by Ayesha"):
            load(one, [table])


def test_sessions_lose_nothing(file: Path) -> None:
    with SqliteStore(file) as store, ThreadPoolExecutor(4) as sessions:
        list(sessions.map(store.apply, [adding(2, 2 * number) for number in range(100)]))
        assert store.revision == 100
        assert len(store.read().claims) == 200
        assert store.verify() == []


def test_sessions_that_change_one_thing_never_overwrite_each_other(file: Path) -> None:
    body = Organization(id="o", name="Body", country="PK", kind="customs", note="0")

    def count_up(session: int) -> None:
        for step in range(20):
            done = False
            while not done:
                (before,) = store.things()
                assert isinstance(before, Organization)
                after = replace(before, note=str(int(before.note) + 1))
                with suppress(Conflict):
                    store.apply(Batch(f"session {session}", "2026-11-20", f"step {step}", (Change(before, after),)))
                    done = True

    with SqliteStore(file) as store, ThreadPoolExecutor(3) as sessions:
        store.apply(Batch("a", "2026-11-20", "begin", (Change(None, body),)))
        list(sessions.map(count_up, range(3)))
        assert [thing.note for thing in store.things() if isinstance(thing, Organization)] == ["60"]


def test_a_session_does_not_wait_for_ever(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "WAIT", 0.1)
    entered, leave = Event(), Event()

    def write_slowly() -> None:
        with store._file.writing():
            entered.set()
            leave.wait(10)

    with SqliteStore(file) as store, ThreadPoolExecutor(1) as session:
        session.submit(write_slowly)
        entered.wait(10)
        with pytest.raises(StoreBusy, match=r"^Another session of this program uses the store whoelse\.db\."):
            store.read()
        leave.set()
