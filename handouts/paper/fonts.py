"""The typeface of paper: the one that maps are measured in, so that no word leaves its box.

Source Sans (SIL Open Font License 1.1) at two weights, cut to the letters of Latin script and the signs of paper; its
licence reserves the name, so these files bear another. They are not the variable font of the pages, because a PDF would
have to be given an instance of it each time, which takes longer than the rest of a page. Other scripts come from the
operating system.
"""

import base64
from functools import lru_cache
from pathlib import Path

FAMILY = "Whoelse Sans"
OTHERS = '"Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Sans Thai", sans-serif'
STACK = f'"{FAMILY}", {OTHERS}'
FACES = {400: "regular.woff2", 600: "semibold.woff2"}
FOLDER = Path(__file__).with_name("faces")


@lru_cache(maxsize=2)
def faces(*, embedded: bool) -> str:
    """Return the rules that name the font files, or hold them."""
    return "\n".join(_face(weight, FOLDER / name, embedded=embedded) for weight, name in FACES.items())


def _face(weight: int, file: Path, *, embedded: bool) -> str:
    text = base64.b64encode(file.read_bytes()).decode() if embedded else ""
    address = f"data:font/woff2;base64,{text}" if embedded else file.as_uri()
    return f'@font-face{{font-family:"{FAMILY}";src:url("{address}") format("woff2");font-weight:{weight}}}'
