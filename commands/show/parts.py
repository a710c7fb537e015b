"""Lines that several answers share."""

from collections.abc import Iterable

from graph import vocabulary
from graph.answers import Contacts, Named
from graph.words import count

SHOWN = {
    **vocabulary.ORGANIZATION_KINDS,
    **vocabulary.FUNCTIONS,
    **vocabulary.THEMES,
    **vocabulary.AGREEMENTS,
}


def contacts(found: Contacts) -> str:
    """Return the counts, with what they rest on; nothing expected is no figure."""
    if not found["expected"]:
        return "Nothing recorded here lets a contact be expected: whether one is missing is not known."
    problems = f" {found['problems']} reported as a problem." if found["problems"] else ""
    expected = count(found["expected"], "expected contact")
    return f"Found {found['found']} of {expected}; {count(found['sources_read'], 'source')} read.{problems}"


def names(things: Iterable[Named]) -> str:
    """Return things by name, with their ids."""
    return "; ".join(f"{one['name']} ({one['id']})" for one in things)


def words(name: str) -> str:
    """Return a word of the vocabulary as screens show it."""
    return SHOWN.get(name, name.replace("-", " "))


def titled(title: str, lines: list[str]) -> list[str]:
    """Return lines under a title, or nothing where there are none."""
    return ["", title, "", *lines] if lines else []
