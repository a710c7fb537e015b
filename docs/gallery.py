"""Draws the pictures of the README from the record that comes with the program: `python docs/gallery.py`.

Every picture is a slide of the story, as a browser draws it from the file that opens alone; chromium must be there.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
COLOURS = 64  # enough for maps, and a fifth of the bytes
# The name of a picture: the country, the theme, and the step of the story.
DRAWN = {
    "chain": ("PK", "hazardous-waste", "chain"),
    "around": ("PK", "hazardous-waste", "around"),
    "seating": ("TH", "wildlife", "networks"),
    "region": ("LK", "", "region"),
    "route": ("TH", "wildlife", "route"),
}


def main() -> int:
    """Draw all of them, and say how large each is."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    from graph.stores.memory import MemoryStore
    from handouts.story.file import story_file
    from handouts.story.slide import Asked
    from handouts.story.telling import steps
    from loaders.seed import ensure_seed

    store = MemoryStore()
    ensure_seed(store)
    record = store.read()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 760})
        for name, (country, theme, step) in DRAWN.items():
            asked, file = Asked(record, country, theme), Path(folder) / f"{name}.html"
            file.write_text(story_file(asked), encoding="utf-8")
            page.goto(f"{file.as_uri()}#{steps(asked).index(step) + 1}")
            page.wait_for_function("Object.keys(globalThis.whoelseMaps ?? {}).length")
            page.evaluate("document.fonts.ready")
            page.add_style_tag(content=".tools { display: none !important }")
            page.wait_for_timeout(300)
            drawn = Image.open(BytesIO(page.locator("#place").screenshot()))
            target = PICTURES / f"{name}.png"
            drawn.convert("RGB").quantize(COLOURS).save(target, optimize=True)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
