"""The typeface of pages, maps and take-home files: one family, one file a script; made by `docs/typeface.py`."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FAMILY = "Who Else Sans"
FONTS = Path(__file__).parent / "browser" / "fonts"


@dataclass(frozen=True, slots=True)
class Face:
    """One file of the family: its script, the weights it is for, and the characters it has."""

    script: str
    weight: str
    blocks: tuple[range, ...]
    bold: bool = False

    @property
    def file(self) -> str:
        """The name of its file in `FONTS`."""
        return f"{self.script}{'-bold' if self.bold else ''}.woff2"

    @property
    def unicode_range(self) -> str:
        """Its characters as CSS says them."""
        return ", ".join(f"U+{block.start:04X}-{block.stop - 1:04X}" for block in self.blocks)


def _block(*ends: tuple[int, int]) -> tuple[range, ...]:
    return tuple(range(first, last + 1) for first, last in ends)


LATIN = _block(
    (0x20, 0x24F), (0x2B0, 0x3FF), (0x1E00, 0x1EFF), (0x2000, 0x200A), (0x2010, 0x205E),
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x25BF), (0x25C6, 0x25FF),
)  # fmt: skip
SCRIPTS = {
    "arabic": _block((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)),
    "bengali": _block((0x980, 0x9FF)),
    "cyrillic": _block((0x400, 0x52F)),
    "devanagari": _block((0x900, 0x97F)),
    "khmer": _block((0x1780, 0x17FF), (0x19E0, 0x19FF)),
    "lao": _block((0xE80, 0xEFF)),
    "myanmar": _block((0x1000, 0x109F), (0xAA60, 0xAA7F)),
    "sinhala": _block((0xD80, 0xDFF)),
    "tamil": _block((0xB80, 0xBFF)),
    "thaana": _block((0x780, 0x7BF)),
    "thai": _block((0xE00, 0xE7F)),
}
FACES = (
    Face("latin", "400 700", LATIN),
    *(Face(script, "400", blocks) for script, blocks in SCRIPTS.items()),
    *(Face(script, "700", blocks, bold=True) for script, blocks in SCRIPTS.items()),
    Face("tibetan", "400", _block((0xF00, 0xFFF))),  # its letters are large files: bold is left to the browser
)


def faces_for(texts: Iterable[str]) -> list[Face]:
    """Return the faces that some texts need, Latin always first."""
    letters = {ord(letter) for text in texts for letter in text}
    return [
        face
        for face in FACES
        if face.script == "latin" or any(code in block for block in face.blocks for code in letters)
    ]


def inlined(texts: Iterable[str]) -> Iterator[str]:
    """Yield a CSS rule for each face that some texts need, with the file itself inside."""
    for face in faces_for(texts):
        content = base64.b64encode((FONTS / face.file).read_bytes()).decode()
        yield (
            f'@font-face {{ font-family: "{FAMILY}"; font-weight: {face.weight}; unicode-range: {face.unicode_range}; '
            f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
        )
