"""Serves a Streamlit script on a free port of this machine and opens it in the operating system's chromium."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
# As root a browser has no sandbox of its own; the rest keeps it from calling home.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Streamlit asks below the address of a page first whether its server is there, and is told no.
ASKED_BELOW_A_PAGE = ("/_stcore/health", "/_stcore/host-config")
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:http://127.0.0.1:", "data:")


def need_chromium() -> None:
    """Skip with the reason where there is no browser; fail where there must be one."""
    if not CHROMIUM.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{CHROMIUM} is missing: install Debian's chromium.")


@contextmanager
def served(script: str, **environment: str) -> Iterator[str]:
    """Run a script of the repository with Streamlit and yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=quiet, stderr=quiet) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/_stcore/health")
            yield address
        finally:
            server.terminate()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Run the browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def watch(page: Page, wrong: list[str]) -> None:
    """Note every request to another machine and every complaint of the browser."""
    page.on("request", lambda request: None if request.url.startswith(LOCAL) else wrong.append(request.url))
    page.on("websocket", lambda opened: None if opened.url.startswith(LOCAL) else wrong.append(opened.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))

    def complained(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location.get("url", "").endswith(ASKED_BELOW_A_PAGE):
            wrong.append(f"{message.text} {message.location.get('url', '')}")

    page.on("console", complained)


def _wait(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
