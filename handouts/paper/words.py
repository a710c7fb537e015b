"""How paper says what the record keeps as words of its lists."""

from collections.abc import Sequence
from datetime import date

from graph import vocabulary
from graph.record import Record

DESIGNATIONS = "Designations imply no opinion on the status of any territory."
ALL_THEMES = "All themes"
LONGEST = 60  # letters of a short name: the longest of the seed has 30
RECORDED, PRESUMED, UNKNOWN = "●", "○", "?"
SIGNS = {"recorded": RECORDED, "presumed": PRESUMED, "coded": PRESUMED, "country only": UNKNOWN}
BASES = {"recorded": "recorded", "presumed": "presumed, please confirm", "country only": "body not recorded"}


def theme(name: str) -> str:
    """Return a theme as a heading: "Hazardous waste"; nothing is all of them."""
    words = vocabulary.THEMES.get(name, name) if name else ALL_THEMES
    return words[:1].upper() + words[1:]


def subject(name: str) -> str:
    """Return a theme or an agreement within a sentence."""
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


def listed(names: Sequence[str]) -> str:
    """Return names in a row: "a", "a and b", "a, b and c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def some(names: Sequence[str], most: int) -> str:
    """Return the first names in a row, and how many more there are."""
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return listed([*names[:most], *more])


def opened(text: str) -> str:
    """Return a text that begins with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def within(text: str) -> str:
    """Return a text as it stands within a sentence; an acronym keeps its capitals."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def short(record: Record, organization: str, name: str = "") -> str:
    """Return the short name of a body, else the name given; one that is too long for a line ends in "…"."""
    found = record.organizations[organization].shown if organization in record.organizations else name or organization
    return found if len(found) <= LONGEST else f"{found[: LONGEST - 1].rstrip()}…"


def known_on(record: Record) -> str:
    """Return the day as of which a record is read."""
    return f"As known on {day(record.date)}"
