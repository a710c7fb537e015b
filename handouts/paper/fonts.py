"""The typeface of paper: the one that maps are measured in, so that no word leaves its box.

Source Sans (SIL Open Font License 1.1) at two weights, cut to the letters of Latin script and the signs of paper; its
licence reserves the name, so these files bear another. They are not the variable font of the pages, because a PDF would
have to be given an instance of it each time, which takes longer than the rest of a page. Other scripts come from the
fonts beside the map, where they are there, else from the operating system.
"""

import base64
import re
from functools import lru_cache
from pathlib import Path

import layout

FAMILY = "Whoelse Sans"
FACES = {400: "regular.woff2", 600: "semibold.woff2"}
FOLDER = Path(__file__).with_name("faces")
BESIDE_THE_MAP = Path(layout.__file__).with_name("browser") / "fonts"
# One family for each script, its first file for 400 and its second for 600.
SCRIPTS = {
    "arabic": "\u0600-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "bengali": "\u0980-\u09ff",
    "cyrillic": "\u0400-\u052f",
    "devanagari": "\u0900-\u097f",
    "khmer": "\u1780-\u17ff",
    "lao": "\u0e80-\u0eff",
    "myanmar": "\u1000-\u109f",
    "sinhala": "\u0d80-\u0dff",
    "tamil": "\u0b80-\u0bff",
    "thaana": "\u0780-\u07bf",
    "thai": "\u0e00-\u0e7f",
    "tibetan": "\u0f00-\u0fff",
}
OTHERS = '"Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Sans Thai", sans-serif'
STACK = ", ".join([f'"{FAMILY}"', *(f'"{FAMILY} {script}"' for script in SCRIPTS), OTHERS])


def scripts_of(text: str) -> tuple[str, ...]:
    """Return the scripts besides Latin that a text is written in."""
    return tuple(script for script, letters in SCRIPTS.items() if re.search(f"[{letters}]", text))


def faces(scripts: tuple[str, ...], *, embedded: bool) -> str:
    """Return the rules that name the font files of Latin and other scripts, or hold them."""
    return "\n".join(rule for script in ("", *scripts) for rule in _rules(script, embedded=embedded))


@lru_cache(maxsize=2 * len(SCRIPTS) + 2)
def _rules(script: str, *, embedded: bool) -> tuple[str, ...]:
    files = {weight: FOLDER / name for weight, name in FACES.items()}
    if script:
        files = {400: BESIDE_THE_MAP / f"{script}.woff2", 600: BESIDE_THE_MAP / f"{script}-bold.woff2"}
    found = ((weight, file) for weight, file in files.items() if file.exists())
    return tuple(_face(f"{FAMILY} {script}".strip(), weight, file, embedded=embedded) for weight, file in found)


def _face(family: str, weight: int, file: Path, *, embedded: bool) -> str:
    text = base64.b64encode(file.read_bytes()).decode() if embedded else ""
    address = f"data:font/woff2;base64,{text}" if embedded else file.as_uri()
    return f'@font-face{{font-family:"{family}";src:url("{address}") format("woff2");font-weight:{weight}}}'
