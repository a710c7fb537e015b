"""Draws the pictures of the README from the record that comes with the program: `make gallery`.

Every picture is a page as a browser shows it, made with the code of the browser tests; chromium must be there.
"""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
COLOURS = 128  # enough for maps, and a fifth of the bytes
# The name of a picture, and the view of tests/e2e/visits.py that it shows.
SHOWN = {
    "country": "country",
    "gaps": "gaps",
    "connect": "connect",
    "reach": "reach",
    "seats": "networks-seats",
    "region": "networks-region",
    "story": "present",
}


def main() -> int:
    """Draw all of them, and say how large each is."""
    from PIL import Image

    from graph.stores.open import open_store
    from loaders.place import VARIABLE, url_of
    from loaders.seed import ensure_seed
    from tests.e2e.serving import browsing, served
    from tests.e2e.visits import DESK, VIEWS, picture, settled

    with tempfile.TemporaryDirectory() as folder:
        url = url_of(Path(folder) / "whoelse.db")
        with open_store(url) as store:
            ensure_seed(store)
        with served("app.py", **{VARIABLE: url}) as address, browsing() as browser:
            for name, view in SHOWN.items():
                page = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]})
                page.goto(f"{address}{VIEWS[view]}")
                drawn = Image.open(picture(settled(page), Path(folder), name))
                target = PICTURES / f"{name}.png"
                drawn.convert("RGB").quantize(COLOURS).save(target, optimize=True)
                print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1000} kB")
                page.close()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
