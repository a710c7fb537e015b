"""HTML in which every text of the record stays text.

tag("p", tag("b", name), ": ", note, class_="line")      name and note may be any text
A plain string is always escaped; only what `tag` and `joined` return is taken as it is.
"""

import re
from collections.abc import Iterable
from html import escape

from graph.hiding import written_out

EMPTY = frozenset({"br", "col", "meta"})
RIGHT_TO_LEFT_ISOLATE, END = "\u2067", "\u2069"
LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RIGHT_TO_LEFT = re.compile(f"{LETTER}(?:[^a-z]*{LETTER})*")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: object) -> Markup:
    """Return an element; `class_="x"` is its class, `data_x="y"` is `data-x`, None leaves an attribute out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{said}>" if name in EMPTY else f"<{name}{said}>{joined(children)}</{name}>")


def joined(children: Iterable[str], between: str = "") -> Markup:
    """Return pieces in a row, plain ones escaped."""
    return Markup(safe(between).join(safe(child) for child in children))


def safe(text: str) -> Markup:
    """Return a text as HTML that shows it letter by letter."""
    return text if isinstance(text, Markup) else Markup(escape(isolated(shown(text)), quote=True))


def shown(text: str) -> str:
    """Return a text with characters that hide or reorder others, and those that control, written out."""
    return written_out(text.replace("\n", " ").replace("\t", " "))


def isolated(text: str) -> str:
    """Return a text in which names in Arabic or Hebrew letters, with their acronyms, turn nothing around them.

    Each stands in an isolate of its own; what has small Latin letters between is two names.
    """
    return RIGHT_TO_LEFT.sub(lambda found: f"{RIGHT_TO_LEFT_ISOLATE}{found[0]}{END}", text)
