"""Text for a terminal: tables within its width, and nothing in a name that the terminal would obey."""

import re
import shutil
import unicodedata
from collections.abc import Iterable, Sequence

NARROWEST = 40
USUAL = 100
GAP = "  "

# Persian and Indic words need these two; they move nothing on a screen.
JOINERS = "\u200c\u200d"
OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")


def width_of_terminal() -> int:
    """Return how many columns the terminal has."""
    return max(NARROWEST, shutil.get_terminal_size((USUAL, 24)).columns)


def safe(text: object) -> str:
    """Return a text with every sign that a terminal obeys, or that hides or turns text, written as its number."""
    return "".join(_number(sign) if _is_obeyed(sign) else sign for sign in str(text))


def _is_obeyed(sign: str) -> bool:
    return unicodedata.category(sign) in OBEYED and sign not in JOINERS


def _number(sign: str) -> str:
    return f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}"


def columns(text: str) -> int:
    """Return how many columns a text takes: two for a wide sign, none for a mark on another."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most a width, broken between words, and within one that is too long."""
    lines = [""]
    for word in re.findall(r"\S+", text):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if columns(joined) <= width:
            lines[-1] = joined
            continue
        pieces = _pieces(word, width)
        lines = [*lines, *pieces] if lines[-1] else [*lines[:-1], *pieces]
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and columns(pieces[-1]) + _columns(sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def paragraph(text: object, width: int, indent: str = "") -> list[str]:
    """Return safe text in lines, all but the first indented."""
    first, *rest = wrapped(safe(text), width - len(indent))
    return [first, *(indent + line for line in rest)]


def indented(text: object, width: int) -> list[str]:
    """Return safe text in lines that all stand behind an indent, all but the first further in."""
    return [f"   {line}" for line in paragraph(text, width - 3, indent="  ")]


def table(head: Sequence[str], rows: Iterable[Sequence[object]], width: int) -> list[str]:
    """Return rows in columns; where they do not fit the width, the widest columns are broken into lines."""
    cells = [[safe("" if cell is None else cell) for cell in row] for row in rows]
    if not cells:
        return []
    places = list(zip(head, *cells, strict=True))
    widths = _fitted([max(map(columns, place)) for place in places], [_longest_word(place) for place in places], width)
    lines = _row(head, widths)
    lines.append(GAP.join("-" * one for one in widths))
    for row in cells:
        lines += _row(row, widths)
    return lines


def _longest_word(cells: Iterable[str]) -> int:
    return max(columns(word) for cell in cells for word in cell.split() or [""])


def _fitted(natural: Sequence[int], words: Sequence[int], width: int) -> list[int]:
    """Narrow the widest columns until the row fits: first down to their longest words, then further."""
    room = max(width - len(GAP) * (len(natural) - 1), len(natural))
    whole = [min(word, room // 3) for word in words]
    for least in (whole, [1] * len(natural)):
        for limit in range(max(natural), 0, -1):
            widths = [max(min(one, limit), few) for one, few in zip(natural, least, strict=True)]
            if sum(widths) <= room:
                return widths
    return [1] * len(natural)


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    broken = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in broken)
    return [
        GAP.join(
            _padded(lines[place] if place < len(lines) else "", width)
            for lines, width in zip(broken, widths, strict=True)
        ).rstrip()
        for place in range(height)
    ]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
