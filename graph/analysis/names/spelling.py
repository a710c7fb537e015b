"""How two spellings of one name are made alike: width, case, accents, invisible signs and punctuation."""

import re
import unicodedata
from functools import lru_cache

# Long enough for any name of a body; what a hostile text has beyond it is never looked at.
MOST_CHARACTERS = 300
PLAIN = str.maketrans({"ı": "i", "đ": "d", "ø": "o", "ł": "l", "&": " and "})
# Arabic, Persian and Urdu keyboards have their own signs for one letter: kaf, yeh, heh; tatweel only stretches.
LETTERS = str.maketrans({"\u0643": "\u06a9", "\u064a": "\u06cc", "\u0649": "\u06cc", "\u06c1": "\u0647", "\u0640": ""})
# The marks of Latin, Greek and Cyrillic letters, and those of Arabic ones, which few people write; the vowel signs of
# Thai and Indic scripts are not among them.
MARKS = re.compile("[\u0300-\u036f\u064b-\u0655\u0670]")


def visible(text: str) -> str:
    """Return the first characters of a text without signs that show nothing (zero width, direction, control)."""
    kept = (sign for sign in text[:MOST_CHARACTERS] if unicodedata.category(sign) not in ("Cf", "Cs", "Co", "Cn"))
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in kept).split())


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Return a text as names are compared: NFKC, casefold, no accents, no format characters, words by one blank."""
    alike = unicodedata.normalize("NFKC", visible(text)).casefold().translate(PLAIN)
    alike = unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", alike)))
    alike = alike.translate(LETTERS)
    letters = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in alike)
    return " ".join("".join(letters).split())
