"""How long a map takes in the browser from its data until it is drawn, and a click until its text stands beside it.

Measured in the file that people take home, which draws with the same program as the pages, without the wire.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench.line import Line
from bench.scale import PROMISED_CLICK, PROMISED_LARGE_MAP, PROMISED_MAP, Scale
from bench.seed import seed
from handouts.map_file.country import country_file
from handouts.map_file.evidence import Evidence
from handouts.map_file.page import MapFile, html
from layout.drawn.scene import Box, Scene
from layout.drawn.scene import Line as SceneLine

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = Path("/usr/bin/chromium")
LARGE = 1000
ACROSS, WIDE, HIGH = 60, 160, 60
CLICK = """async (name) => {
    const [map] = Object.values(whoelseMaps);
    const { x, y } = map.pointOf(name);
    const said = document.getElementById("said");
    const begin = performance.now();
    const written = new Promise((done) => new MutationObserver(done).observe(said, { childList: true }));
    const at = { clientX: x, clientY: y, bubbles: true, pointerId: 1, pointerType: "mouse", isPrimary: true };
    const target = document.querySelector(".sheet canvas");
    target.dispatchEvent(new PointerEvent("pointerdown", { ...at, buttons: 1 }));
    target.dispatchEvent(new PointerEvent("pointerup", at));
    await written;
    return (performance.now() - begin) / 1000;
}"""
DRAWN = "performance.getEntriesByName('whoelse map drawn')[0]?.duration / 1000"


def measure(scale: Scale) -> list[Line]:
    """Return the time of a first drawing for each size, and of a click."""
    pages = {"Pakistan, hazardous waste": (country_file(seed(), "PK", "hazardous-waste"), "pk-customs", PROMISED_MAP)}
    for boxes in scale.boxes:
        promise = PROMISED_LARGE_MAP if boxes > LARGE else PROMISED_MAP
        pages[f"{boxes:,} boxes"] = (html(_made_up(boxes)), "box-0", promise)
    lines = []
    with _browser() as browser:
        for what, (page, box, promise) in pages.items():
            times = [_times(browser, page, box) for _ in range(scale.times)]
            drawn, clicked = (min(each) for each in zip(*times, strict=True))
            lines += [
                Line(f"drawing: {what}, from the data until it is seen", drawn, promise=promise),
                Line(f"drawing: {what}, from a click until its text", clicked, promise=PROMISED_CLICK),
            ]
    return lines


@contextmanager
def _browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=("--no-sandbox", "--disable-gpu"))


def _times(browser: "Browser", page: str, box: str) -> tuple[float, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(page)
        file.flush()
        opened = browser.new_page(viewport={"width": 1366, "height": 768})
        opened.goto(Path(file.name).as_uri())
        opened.wait_for_function(DRAWN)
        times = float(opened.evaluate(DRAWN)), float(opened.evaluate(CLICK, box))
        opened.close()
        return times


def _made_up(count: int) -> MapFile:
    """Return a map of so many boxes in rows and two and a half lines for each, all seen at once."""
    boxes = tuple(
        Box(f"box-{i}", i % ACROSS * WIDE, i // ACROSS * HIGH, 130, 40, (f"Body number {i}",), f"Body {i}")
        for i in range(count)
    )
    pairs = [(i, (i * 7919 + step) % count) for i in range(count) for step in (1, 97)][: count * 5 // 2]
    lines = tuple(
        SceneLine(f"line-{number}", (_middle(boxes[a]), _middle(boxes[b])), "contact", (f"box-{a}", f"box-{b}"), "")
        for number, (a, b) in enumerate(pairs)
        if a != b
    )
    evidence = Evidence(seed())
    evidence.part("", "Made up", ())
    for box in boxes:
        evidence.part(box.id, box.name, ())
    scene = Scene("made-up", ACROSS * WIDE, (count // ACROSS + 2) * HIGH, boxes, lines)
    return MapFile("Made up", "", "2026-11-25", scene, evidence, ())


def _middle(box: Box) -> tuple[float, float]:
    return (box.x + box.w / 2, box.y + box.h / 2)
