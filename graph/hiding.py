"""Characters that hide or reorder the text beside them."""

import unicodedata

# Joiners are left out, as scripts need them.
HIDING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\u200e\u200f")


def written_out(text: str) -> str:
    """Return a text in which characters that hide, reorder or control stand as their numbers: "[U+202E]"."""
    return "".join(_written_out(letter) for letter in text)


def _written_out(letter: str) -> str:
    return f"[U+{ord(letter):04X}]" if letter in HIDING or unicodedata.category(letter) in ("Cc", "Cs") else letter
