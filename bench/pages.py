"""What a click costs on the pages: from the click until the page is drawn, in Streamlit's own test bench, no browser.

python -m bench.pages     clicks through the pages over the store of WHOELSE_STORE and prints the seconds as JSON
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.line import Line
from bench.load import loaded
from bench.scale import PROMISED_CLICK, PROMISED_START, Scale
from loaders.place import VARIABLE, url_of

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent
BARE = "import streamlit as st\nst.write(1)"
BASE = "one word on a page"
AGAIN = "Country PK, hazardous waste, drawn again"
# What is clicked, in this order: the first six draw a kind of page for the first time.
CLICKS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Home, first page of a process", "home", {}),
    ("Country PK, first page of its kind", "country", {"country": "PK"}),
    ("Gaps PK, first page of its kind", "gaps", {"country": "PK"}),
    ("Connect, first page of its kind", "connect", {"from": "pk-customs", "to": "th-customs"}),
    ("Networks, first page of its kind", "networks", {"country": "PK"}),
    ("Reach customs, first page of its kind", "reach", {"whom": "customs"}),
    ("Country PK again, hazardous waste chosen", "country", {"country": "PK", "theme": "hazardous-waste"}),
    (AGAIN, "country", {"country": "PK", "theme": "hazardous-waste"}),
    ("Country VN, never shown before", "country", {"country": "VN"}),
    ("Gaps LK, never shown before", "gaps", {"country": "LK"}),
    ("Connect, two others", "connect", {"from": "pk-nou", "to": "vn-customs"}),
    ("Networks, one in full", "networks", {"country": "PK", "network": "sawen"}),
    ("Networks, another one", "networks", {"country": "PK", "network": "wco-rilo-ap"}),
    ("Networks, shared members", "networks", {"section": "overlap", "theme": "wildlife"}),
    ("Reach, ozone units of four countries", "reach", {"whom": "ozone-unit", "within": "LK~PK~TH~VN"}),
    ("back to Home", "home", {}),
)
FIRST = 6


def measure(scale: Scale) -> list[Line]:
    """Return the time of each click, the best of several programs that are clicked through the same way."""
    with loaded() as file:
        walks = [_walk(file) for _ in range(scale.times)]
    best = {what: min(walk[what] for walk in walks) for what in walks[0]}
    bare = best.pop(BASE)
    against = "one word on a page, drawn the same way"
    promises = [PROMISED_START] * FIRST + [PROMISED_CLICK] * (len(CLICKS) - FIRST)
    return [
        Line(f"pages: {what}", seconds, bare, against, promise)
        for (what, seconds), promise in zip(best.items(), promises, strict=True)
    ]


def _walk(file: Path) -> dict[str, float]:
    environment = {**os.environ, VARIABLE: url_of(file)}
    words = [sys.executable, "-m", "bench.pages"]
    done = subprocess.run(words, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    walked: dict[str, float] = json.loads(done.stdout)
    return walked


def walk() -> dict[str, float]:
    """Click through the pages and return the seconds of each click; what goes wrong on a page is raised."""
    from streamlit.testing.v1 import AppTest

    bare = AppTest.from_string(BARE, default_timeout=60).run()
    taken = {BASE: _timed(bare)}
    shown = AppTest.from_file(ROOT / "app.py", default_timeout=60)
    for what, page, asked in CLICKS:
        if taken.keys() != {BASE}:
            shown.switch_page(str(ROOT / "views" / "pages" / f"{page}.py"))
        for name in list(shown.query_params):
            del shown.query_params[name]
        for name, value in asked.items():
            shown.query_params[name] = value
        taken[what] = _timed(shown)
    return taken


def _timed(page: "AppTest") -> float:
    begin = time.perf_counter()
    page.run()
    taken = time.perf_counter() - begin
    wrong = [*page.exception, *page.error]
    assert not wrong, wrong[0].value
    return taken


if __name__ == "__main__":
    print(json.dumps(walk()))
