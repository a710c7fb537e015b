"""Programs that use a store file beside the test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Beside = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a store may be made."""
    return tmp_path / "whoelse.db"


@pytest.fixture
def beside() -> Iterator[Beside]:
    """Starts a program of tests/faults/many.py; it is ended with the test."""
    with ExitStack() as started:

        def start(*arguments: str) -> "subprocess.Popen[str]":
            command = [sys.executable, "-m", "tests.faults.many", *arguments]
            pipe = subprocess.PIPE
            process = started.enter_context(subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True))
            started.callback(process.kill)
            return process

        yield start
