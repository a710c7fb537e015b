"""How the screen says what the record keeps as words of its lists."""

from datetime import date

from graph import vocabulary
from graph.words import ALL_THEMES, count, day, kind, subject, theme

__all__ = [
    "AGREEMENTS",
    "ALL_THEMES",
    "BASES",
    "LETTERS",
    "count",
    "day",
    "kind",
    "long_day",
    "stages",
    "subject",
    "theme",
]
LETTERS = {"recorded": "●", "coded": "○", "presumed": "○"}
BASES = {
    "recorded": "recorded",
    "coded": "presumed",
    "presumed": "presumed, please confirm",
    "country only": "body not recorded",
}
AGREEMENTS = {
    "montreal-protocol": "Montreal",
    "basel-convention": "Basel",
    "rotterdam-convention": "Rotterdam",
    "stockholm-convention": "Stockholm",
    "cites": "CITES",
    "minamata-convention": "Minamata",
    "cartagena-protocol": "Cartagena",
    "cwc": "Chem. weapons",
}


def stages(names: list[str]) -> str:
    """Return stages of the chain in a row: "permits, inspection"."""
    return ", ".join(vocabulary.FUNCTIONS.get(name, name) for name in names)


def long_day(text: str) -> str:
    """Return a whole date with the month in full: "1 June 2015"."""
    day = date.fromisoformat(text)
    return f"{day.day} {day:%B} {day.year}"
