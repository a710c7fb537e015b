"""How paper says what the record keeps as words of its lists."""

from collections.abc import Sequence

from graph.record import Record
from graph.words import DESIGNATIONS, count, day, joined, kind, subject, theme, within

__all__ = [
    "DESIGNATIONS",
    "LONGEST",
    "PRESUMED",
    "RECORDED",
    "SIGNS",
    "UNKNOWN",
    "count",
    "day",
    "joined",
    "kind",
    "known_on",
    "opened",
    "short",
    "some",
    "subject",
    "theme",
    "within",
]
LONGEST = 60  # letters of a short name: the longest of the seed has 30
RECORDED, PRESUMED, UNKNOWN = "●", "○", "?"
SIGNS = {"recorded": RECORDED, "presumed": PRESUMED, "coded": PRESUMED, "country only": UNKNOWN}


def some(names: Sequence[str], most: int) -> str:
    """Return the first names in a row, and how many more there are."""
    more = [f"{len(names) - most} more"] if len(names) > most else []
    return joined([*names[:most], *more])


def opened(text: str) -> str:
    """Return a text that begins with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def short(record: Record, organization: str, name: str = "") -> str:
    """Return the short name of a body, else the name given; one that is too long for a line ends in "…"."""
    found = record.organizations[organization].shown if organization in record.organizations else name or organization
    return found if len(found) <= LONGEST else f"{found[: LONGEST - 1].rstrip()}…"


def known_on(record: Record) -> str:
    """Return the day as of which a record is read."""
    return f"As known on {day(record.date)}"
