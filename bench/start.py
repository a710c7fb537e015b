"""How long the program takes from nothing until it answers from a loaded store."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from bench.clock import best
from bench.line import Line
from bench.load import loaded
from bench.scale import PROMISED_START, Scale
from loaders.place import VARIABLE, url_of

ROOT = Path(__file__).resolve().parent.parent
BARE = ("-c", "import networkx, numpy, scipy.sparse")
FIRST_PAGE = """
import sys
import time
from streamlit.testing.v1 import AppTest
shown = AppTest.from_file("app.py", default_timeout=60).run()
sys.exit(1 if shown.exception else 0)
"""
BARE_PAGE = """
from streamlit.testing.v1 import AppTest
import altair, networkx, numpy, pandas
AppTest.from_string("import streamlit as st; st.write(1)", default_timeout=60).run()
"""


def measure(scale: Scale) -> list[Line]:
    """Return the time of one command, of the web server, and of a first page, each in a process of its own."""
    with loaded() as file:
        return [_command(scale, file), *([_server(scale, file), _page(scale, file)] if scale.pages else [])]


def _command(scale: Scale, file: Path) -> Line:
    words = ["--store", url_of(file), "--json", "gaps", "--country", "PK"]
    ours, _ = best(scale.times, lambda: _run(str(ROOT / "whoelse.py"), *words))
    yardstick, _ = best(scale.times, lambda: _run(*BARE))
    against = "import of networkx, numpy, scipy"
    return Line("start: `whoelse gaps --country PK`", ours, yardstick, against, PROMISED_START)


def _server(scale: Scale, file: Path) -> Line:
    ours = min(_until_open(file) for _ in range(scale.times))
    yardstick, _ = best(scale.times, lambda: _run("-c", "import streamlit.web.bootstrap"))
    return Line("start: `whoelse serve`, until it is open", ours, yardstick, "import of Streamlit", PROMISED_START)


def _until_open(file: Path) -> float:
    """Start the pages, return the seconds until the command says that they are open, and end it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, str(ROOT / "whoelse.py"), "serve", "--port", str(port), "--store", url_of(file)]
    begin = time.perf_counter()
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as pages:
        assert pages.stdout is not None
        said = pages.stdout.readline()
        taken = time.perf_counter() - begin
        pages.send_signal(signal.SIGINT)
    assert str(port) in said, "the pages did not open"
    return taken


def _page(scale: Scale, file: Path) -> Line:
    ours, _ = best(scale.times, lambda: _run("-c", FIRST_PAGE, store=url_of(file)))
    yardstick, _ = best(scale.times, lambda: _run("-c", BARE_PAGE))
    against = "Streamlit with one word on the page, same libraries"
    return Line("start: the first page, without the web server", ours, yardstick, against, PROMISED_START)


def _run(*words: str, store: str = "memory:") -> None:
    environment = {**os.environ, VARIABLE: store, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, *words], cwd=ROOT, env=environment, check=True, capture_output=True)
