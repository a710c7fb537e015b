"""`serve`: the pages, as a process of their own."""

import ipaddress
import os
import signal
import socket
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import FrameType

from commands.context import begin_with_seed, file_of, opened
from graph.errors import InputError, StoreError
from loaders import place

# .streamlit/config.toml and pyproject.toml, which names the map's assets, are read from here.
ROOT = Path(__file__).resolve().parent.parent
STARTED = 0.2
LONGEST_START = 60.0
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (compared with, not bound to)


def serve(asked: Namespace) -> int:
    """Load the seed into an empty store, start the pages, pass on signals, and return their exit code."""
    if not (ROOT / "app.py").is_file():
        raise InputError("The pages are not beside the command.", "Run it from the project's own folder.")
    _check_free(asked.address, asked.port)
    url = _absolute(place.store_url(asked.store))
    if not url.startswith("memory"):
        with opened(url, may_be_new=True) as store:
            begin_with_seed(store)
    pages = subprocess.Popen(  # noqa: S603 (a fixed list of arguments)
        _words(asked.address, asked.port),
        cwd=ROOT,
        env={**os.environ, place.VARIABLE: url},
        stdout=subprocess.DEVNULL,
    )
    return _watched(pages, asked.address, asked.port)


def _absolute(url: str) -> str:
    """The pages start in another folder, so a relative file would be another one there."""
    file = file_of(url)
    return place.url_of(file) if file else url


def _words(address: str, port: int) -> list[str]:
    words = [sys.executable, "-m", "streamlit", "run", "app.py", "--logger.level=warning"]
    # Named, so that Streamlit asks no machine outside for the address of this one.
    words += [f"--server.port={port}", f"--server.address={address}", "--browser.serverAddress=localhost"]
    if not _is_loopback(address):
        # The names under which the pages may be asked for. Which numbers this machine has is not looked up: whoever
        # wants to be reached by a number gives it as the address.
        own = socket.gethostname()
        names = [own, f"{own}.local"] if address in EVERYWHERE else [address]
        words += [f"--server.allowedHosts={name}" for name in ("localhost", "127.0.0.1", *names)]
    return words


def _is_loopback(address: str) -> bool:
    try:
        return address == "localhost" or ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _check_free(address: str, port: int) -> None:
    try:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        with closing(socket.socket(family, socket.SOCK_STREAM)) as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((address, port))
    except OSError as error:
        what = f"Port {port} of {address} cannot be used: {error.strerror}."
        raise InputError(what, "Give another with --port.") from error


def _watched(pages: subprocess.Popen[bytes], address: str, port: int) -> int:
    """Wait for the pages to end, and hand them the signals that this process gets."""
    asked_to_stop: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        asked_to_stop.append(number)
        # Ctrl-C reaches both processes, `kill` only this one.
        if pages.poll() is None:
            pages.terminate()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        if _answers(pages, address, port, asked_to_stop):
            shown = "localhost" if address in EVERYWHERE or _is_loopback(address) else address
            print(f"Who Else? is on http://{shown}:{port} (Ctrl-C ends it)", flush=True)
        code = pages.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if asked_to_stop:
        return 0
    if code:
        raise StoreError(f"The pages ended by themselves (code {code}).", "What they said stands above.")
    return 0


def _answers(pages: subprocess.Popen[bytes], address: str, port: int, asked_to_stop: Sequence[int]) -> bool:
    """Wait until the port is open; False where the pages ended first."""
    target = "127.0.0.1" if address in EVERYWHERE else address
    end = time.monotonic() + LONGEST_START
    while pages.poll() is None and not asked_to_stop and time.monotonic() < end:
        try:
            socket.create_connection((target, port), timeout=1).close()
        except OSError:
            time.sleep(STARTED)
        else:
            return True
    return False
