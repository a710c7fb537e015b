"""How the screen says what the record keeps as words of its lists."""

from datetime import date

from graph import vocabulary

ALL_THEMES = "All themes"
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
ROLES = {
    "national-focal-point": "focal point",
    "competent-authority": "competent authority",
    "designated-national-authority": "designated national authority",
    "national-ozone-unit": "national ozone unit",
    "management-authority": "management authority",
    "scientific-authority": "scientific authority",
}


def theme(name: str) -> str:
    """Return a theme as the screen names it: "Hazardous waste"; nothing is all of them."""
    words = vocabulary.THEMES.get(name, name) if name else ALL_THEMES
    return words[:1].upper() + words[1:]


def subject(name: str) -> str:
    """Return a theme or an agreement within a sentence: "hazardous waste", "Basel Convention"."""
    return vocabulary.THEMES.get(name) or vocabulary.AGREEMENTS.get(name, name)


def stages(names: list[str]) -> str:
    """Return stages of the chain in a row: "permits, inspection"."""
    return ", ".join(vocabulary.FUNCTIONS.get(name, name) for name in names)


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


def long_day(text: str) -> str:
    """Return a whole date with the month in full: "1 June 2015"."""
    day = date.fromisoformat(text)
    return f"{day.day} {day:%B} {day.year}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its word: "1 source", "91 sources"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
