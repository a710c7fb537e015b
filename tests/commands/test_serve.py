"""`serve` starts the pages as a process of their own and ends with them."""

import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commands import serve
from graph.stores.sqlite import SqliteStore
from loaders.place import url_of

Whoelse = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.mark.skipif(not (ROOT / "app.py").exists(), reason="there are no pages beside the command")
def test_the_pages_answer_with_the_seed_loaded_and_end_when_asked(tmp_path: Path) -> None:
    port = free_port()
    # A relative file: the pages start in another folder and must find the same one.
    words = [sys.executable, "-m", "whoelse", "serve", "--port", str(port), "--store", "sqlite:///mine.db"]
    with subprocess.Popen(
        words, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == f"Who Else? is on http://localhost:{port} (Ctrl-C ends it)\n"
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=10) as answer:
                assert answer.status == 200
            with SqliteStore(tmp_path / "mine.db") as store:
                assert store.revision == 1
        finally:
            program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=30) == 0
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_a_port_that_is_taken_is_named_before_anything_starts(whoelse: Whoelse, seeded: str) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        port = one.getsockname()[1]
        run = whoelse("serve", "--port", port, "--store", seeded)
    assert run.code == 2
    assert run.err.startswith(f"Port {port} of 127.0.0.1 cannot be used")


def test_pages_that_end_by_themselves_are_an_error(
    whoelse: Whoelse, seeded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "_words", lambda *_: [sys.executable, "-c", "raise SystemExit(4)"])
    run = whoelse("serve", "--port", free_port(), "--store", seeded)
    assert run.code == 3
    assert run.err.startswith("The pages ended by themselves (code 4).")


def test_the_pages_are_told_which_store(
    whoelse: Whoelse, seeded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    program = f"import os; open({str(told)!r}, 'w').write(os.environ['WHOELSE_STORE'] + ' ' + os.getcwd())"
    monkeypatch.setattr(serve, "_words", lambda *_: [sys.executable, "-c", program])
    assert whoelse("serve", "--port", free_port(), "--store", seeded).code == 0
    assert told.read_text(encoding="utf-8") == f"{seeded} {ROOT}"


def test_only_names_of_this_machine_may_be_asked_for() -> None:
    assert not [word for word in serve._words("127.0.0.1", 8501) if "allowedHosts" in word]
    assert "--server.allowedHosts=192.0.2.7" in serve._words("192.0.2.7", 8501)
    everywhere = [word for word in serve._words("0.0.0.0", 8501) if "allowedHosts" in word]
    assert f"--server.allowedHosts={socket.gethostname()}" in everywhere
    assert not any("0.0.0.0" in word for word in everywhere)


def test_a_relative_store_becomes_an_absolute_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert serve._absolute("sqlite:///mine.db") == url_of(tmp_path / "mine.db")
    assert serve._absolute("memory:") == "memory:"
