"""How wide words are in Source Sans, and where they wrap, known before a browser has drawn them.

Kerning is left out, so that a width is now and then a little too large and hardly ever too small. Characters that
the face has no widths of stand in another face: they count a whole em (an emoji 1.4; scripts with narrower letters, or
with letters that join, 0.75, which a test holds against the browser).
"""

import re
import unicodedata
from functools import cache, lru_cache

from layout.drawn.scene import Weight
from layout.drawn.widths import WIDTHS

EMOJI = 0x1F000
NARROWER = (
    range(0x400, 0x530),  # Cyrillic
    range(0x600, 0x7C0),  # Arabic, Thaana
    range(0x8A0, 0xA00),  # Arabic, Devanagari, Bengali
    range(0xE00, 0x1000),  # Thai, Lao, Tibetan
    range(0x1780, 0x1800),  # Khmer
    range(0xFB50, 0xFE00),  # Arabic, as printed
    range(0xFE70, 0xFF00),
)


@lru_cache(maxsize=16384)
def width(text: str, size: float, weight: Weight = "regular") -> float:
    """Return the width of one line of text, in pixels, at a size in pixels."""
    return sum(_advance(character, weight) for character in text) * size / 1000


def wrap(text: str, room: float, size: float, weight: Weight = "regular") -> tuple[str, ...]:
    """Break a text into lines no wider than `room` pixels, as even as the fewest lines allow; nothing is cut off.

    A word wider than the room breaks after a hyphen, dash or slash, else between two letters.
    """
    return _evened(text, _fill(text, room, size, weight), room, size, weight)


def longest_word(text: str, size: float, weight: Weight = "regular") -> float:
    """Return the width of the widest word: a box narrower than this breaks a word."""
    return max((width(word, size, weight) for word in text.split()), default=0.0)


@cache
def _advance(character: str, weight: Weight) -> int:
    code = ord(character)
    for first, (regular, semibold) in WIDTHS.items():
        if first <= code < first + len(regular):
            return (semibold if weight == "semibold" else regular)[code - first]
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    if any(code in block for block in NARROWER):
        return 750
    return 1400 if code >= EMOJI else 1000


def _fill(text: str, room: float, size: float, weight: Weight) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, weight) <= room:
            lines[-1] = joined
        else:
            lines.extend(_broken(word, room, size, weight))
    return tuple(lines)


def _broken(word: str, room: float, size: float, weight: Weight) -> list[str]:
    """Return a word as one piece, or in pieces that each fit the room (a single letter always does)."""
    if width(word, size, weight) <= room:
        return [word]
    pieces = [piece for piece in re.split(r"(?<=[-–—/])", word) if piece]
    if len(pieces) == 1:
        pieces = list(word)
    lines = [""]
    for piece in pieces:
        if not lines[-1] or width(lines[-1] + piece, size, weight) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    if len(pieces) == len(word):
        return lines
    return [part for line in lines for part in _broken(line, room, size, weight)]


def _evened(text: str, lines: tuple[str, ...], room: float, size: float, weight: Weight) -> tuple[str, ...]:
    """Narrow the room for as long as the number of lines and the whole words stay."""
    narrowest = longest_word(text, size, weight)
    if len(lines) < 2 or narrowest > room:
        return lines
    for step in range(1, 9):
        narrower = room - (room - narrowest) * step / 8
        tried = _fill(text, narrower, size, weight)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines
