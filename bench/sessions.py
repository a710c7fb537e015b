"""Fifty readers at once, one action of each every three seconds: how long the server takes, and what it holds.

A reader is a websocket that speaks Streamlit's own protocol; an action is another page, country or theme, drawn whole
(a click on the map, which redraws a part of a page, costs less).
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

from bench.line import Line
from bench.load import loaded
from bench.scale import PROMISED_ACTION, PROMISED_SERVER, Scale
from loaders.place import VARIABLE, url_of

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START = 30.0
A_MEGABYTE = 1e6
# Pages and what is asked there; each reader begins elsewhere in the row.
ACTIONS = (
    ("country", "country=PK&theme=hazardous-waste"),
    ("country", "country=TH&theme=hazardous-waste"),
    ("gaps", "country=PK"),
    ("country", "country=LK&theme=wildlife"),
    ("connect", "from=pk-nou&to=vn-customs"),
    ("country", "country=PK&theme=ozone-depleting-substances"),
    ("", "country=TL"),
)


def measure(scale: Scale) -> list[Line]:
    """Return the time of the slowest twentieth of actions, their median, what they work, and the server's peak."""
    with loaded() as file, _served(file) as (server, port):
        asyncio.run(_all(port, 1, scale, len(ACTIONS) if scale.pages else 1))  # answers that all readers share
        before = _worked(server.pid)
        taken = sorted(asyncio.run(_all(port, scale.sessions, scale, scale.actions)))
        worked = (_worked(server.pid) - before) / (len(taken) + scale.sessions)
        held = _peak(server.pid)
    readers = f"{scale.sessions} readers, one action each every {scale.pause:g} s"
    return [
        Line(f"sessions: {readers}: p95", taken[int(len(taken) * 0.95)], promise=PROMISED_ACTION),
        Line(f"sessions: {readers}: median", taken[len(taken) // 2]),
        Line(f"sessions: {readers}: work of the server for one action", worked),
        Line(f"sessions: {readers}: the server at its peak", held / A_MEGABYTE, promise=PROMISED_SERVER, unit="MB"),
    ]


@contextmanager
def _served(file: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    quiet = subprocess.DEVNULL
    environment = {**os.environ, VARIABLE: url_of(file)}
    with subprocess.Popen(words, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as server:
        try:
            _wait(port)
            yield server, port
        finally:
            server.send_signal(signal.SIGTERM)


def _wait(port: int) -> None:
    end = time.monotonic() + LONGEST_START
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


async def _all(port: int, sessions: int, scale: Scale, actions: int) -> list[float]:
    """Return the seconds of every action of all readers but the first of each, which opens the program."""
    starts = (scale.pause * number / sessions for number in range(sessions))
    readers = (_reader(port, number, start, scale.pause, actions) for number, start in enumerate(starts))
    taken = await asyncio.gather(*readers)
    return [seconds for one in taken for seconds in one]


async def _reader(port: int, number: int, start: float, pause: float, actions: int) -> list[float]:
    from websockets.asyncio.client import connect

    await asyncio.sleep(start)
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    protocols = ["streamlit", "none", "none"]
    async with connect(address, subprotocols=protocols, max_size=None, open_timeout=60) as line:  # type: ignore[arg-type]
        taken = []
        for page, asked in islice(cycle(ACTIONS), number, number + 1 + actions):
            begin = time.perf_counter()
            await line.send(_asking(page, asked))
            await _finished(line)
            taken.append(time.perf_counter() - begin)
            await asyncio.sleep(max(pause - taken[-1], 0))
        return taken[1:]


def _asking(page: str, asked: str) -> bytes:
    from streamlit.proto.BackMsg_pb2 import BackMsg

    message = BackMsg()
    message.rerun_script.query_string = asked
    message.rerun_script.page_name = page
    message.rerun_script.page_script_hash = ""
    sent: bytes = message.SerializeToString()
    return sent


async def _finished(line: object) -> None:
    """Read what the server sends until it says that the script has run to its end."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    async for content in line:  # type: ignore[attr-defined]
        message = ForwardMsg.FromString(content)
        assert message.delta.new_element.WhichOneof("type") != "exception"
        if message.WhichOneof("type") == "script_finished":
            return


def _worked(process: int) -> float:
    """Return the seconds that a process has kept the processors busy, which other work on the machine leaves alone."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return float(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * 1024
