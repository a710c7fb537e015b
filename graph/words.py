"""How a reader meets what the record keeps as words of its lists, on the screen, on paper and in sentences."""

from collections.abc import Sequence
from datetime import date

from graph import vocabulary

DESIGNATIONS = "Designations imply no opinion on the status of any territory."
ALL_THEMES = "All themes"
BANDS = {"A": "both recorded", "B": "one presumed", "C": "both presumed"}
NOBODY = {"not found": "? not found", "not a party": "not a Party", "unknown": "? not known"}
STATES = {"active": "active", "silent": "silent: ask whether it still runs", "ended": "ended"}


def theme(name: str) -> str:
    """Return a theme as a heading: "Hazardous waste"; nothing is all of them."""
    words = vocabulary.THEMES.get(name, name) if name else ALL_THEMES
    return words[:1].upper() + words[1:]


def subject(name: str) -> str:
    """Return a theme or an agreement within a sentence: "hazardous waste", "Basel Convention"."""
    return vocabulary.THEMES.get(name) or vocabulary.AGREEMENTS.get(name, name)


def kind(name: str) -> str:
    """Return a kind of body."""
    return vocabulary.ORGANIZATION_KINDS.get(name, name)


def day(text: str | None, unknown: str = "no date") -> str:
    """Return a date of reduced precision for a reader: "25 Nov 2026", "Nov 2026", "2026"."""
    if not text:
        return unknown
    year, month, number = (*text.split("-"), "", "")[:3]
    try:
        name = date(int(year), int(month or 1), int(number or 1)).strftime("%b")
    except ValueError:
        return text
    return " ".join(part for part in (number.lstrip("0"), name if month else "", year) if part)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its word: "1 source", "91 sources"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def within(text: str) -> str:
    """Return a text as it stands within a sentence; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def joined(names: Sequence[str], word: str = "and") -> str:
    """Return names as a sentence lists them: "a", "a and b", "a, b and c"."""
    return f" {word} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
