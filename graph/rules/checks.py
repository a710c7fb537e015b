"""What every cell of the tables of judgement has to be, and the rows of a table that hold to it."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence

from graph import fields as field
from graph import vocabulary
from graph.rules.rows import Cells, words_of

Check = Callable[[str], str | None]


def rows_of(file: str, text: str, checks: Mapping[str, Check], faults: list[str]) -> Iterator[Cells]:
    """Yield the rows of one table as text and note every fault in them."""
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != tuple(checks):
        faults.append(f"{file}, row 1: the columns are not {', '.join(checks)}.")
        return
    for number, row in enumerate(reader, 2):
        if None in row or None in row.values():
            faults.append(f"{file}, row {number}: it has not as many cells as the header.")
            continue
        wrong = [(column, why) for column, check in checks.items() if (why := check(row[column]))]
        faults += [f"{file}, row {number}, column {column}: “{row[column]}” {why}." for column, why in wrong]
        if not wrong:
            yield row


def _filled(text: str) -> str | None:
    return None if text.strip() else "is empty"


def _any(text: str) -> str | None:  # noqa: ARG001 (a check like the others)
    return None


def _number(low: float, high: float) -> Check:
    def check(text: str) -> str | None:
        try:
            value = float(text)
        except ValueError:
            return "is not a number"
        return None if low <= value <= high else f"does not lie between {low:g} and {high:g}"

    return check


def _whole(text: str) -> str | None:
    return None if text.isascii() and text.isdigit() and len(text) < 3 else "is not a whole number below 100"


def _of(*lists: Sequence[str] | Mapping[str, str], least: int = 1, most: int = 99) -> Check:
    known = {word for words in lists for word in words}

    def check(text: str) -> str | None:
        words = words_of(text)
        unknown = [word for word in words if word not in known]
        if unknown:
            return f"names {unknown[0]}, which is in no list"
        return None if least <= len(words) <= most else "is empty" if not words else "names more than one"

    return check


_KIND = _of(vocabulary.ORGANIZATION_KINDS, most=1)
_SUBJECT = _of(vocabulary.THEMES, vocabulary.AGREEMENTS, most=1)
_SHARE = _number(0, 1)
TABLES: Mapping[str, Mapping[str, Check]] = {
    "mandates": {
        "kind": _KIND,
        "subject": _of(vocabulary.THEMES, most=1),
        "weight": _SHARE,
        "why": _filled,
        "source": _filled,
    },
    "mandates_without": {
        "kind": _KIND,
        "words": _filled,
        "subjects": _of(vocabulary.THEMES),
        "why": _filled,
    },
    "subjects": {
        "subject": _SUBJECT,
        "kind": _of(("agreement", "theme"), most=1),
        "within": _of(vocabulary.THEMES, most=1),
        "factor": _SHARE,
        "only_for": _of(vocabulary.ORGANIZATION_KINDS, least=0),
        "why": _filled,
    },
    "stages": {
        "function": _of(vocabulary.FUNCTIONS, most=1),
        "column": _of([str(n) for n in range(1, len(vocabulary.FUNCTIONS) + 1)], ("side",), most=1),
        "next": _of(vocabulary.FUNCTIONS, least=0),
        "why": _filled,
    },
    "strengths": {"kind": _of(vocabulary.TIE_SENTENCES, most=1), "strength": _SHARE, "why": _filled},
    "templates": {
        "role": _filled,
        "subject_or_kind": _of(vocabulary.AGREEMENTS, vocabulary.ORGANIZATION_KINDS),
        "held_by": _any,
        "applies_if": _of(("always", "party", "coast", "land neighbour"), most=1),
        "group": _filled,
        "source": _filled,
    },
    "sites": {
        "role": _filled,
        "kinds": _of(vocabulary.ORGANIZATION_KINDS),
        "site_kinds": _of(vocabulary.SITE_KINDS),
        "source": _filled,
    },
    "tiles": {"country": field.iso2, "column": _whole, "row": _whole, "why": _filled},
    "costs": {"what": _filled, "factor": _number(0.1, 10), "why": _filled},
}
