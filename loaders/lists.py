"""One's own list of names, from pasted text or a file: plain text, CSV, or the first column of a workbook."""

import csv
import io

from graph.errors import InputError
from loaders.encoding import Undecodable, text_of
from loaders.formulas import unguarded
from loaders.workbooks import first_column, is_workbook

MOST_BYTES = 1_000_000
MOST_NAMES = 200
LONGEST_NAME = 300
# What the head of such a column is called: no body has such a name.
HEADS = frozenset(
    {"agency", "agencies", "body", "bodies", "institution", "name", "names", "organisation", "organization"}
    | {"stakeholder", "stakeholders", "whom"}
)
DO = "Give a text file, a CSV file or a workbook (.xlsx) with a name a line, in the first column."


def names_in(text: str) -> list[str]:
    """Return the names of a text, one a line; a name that stands there twice counts once."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def names_of(file: str, content: bytes) -> list[str]:
    """Return the names in a file; what it holds decides how it is read, its name only whether commas part columns.

    Raises InputError for a file that is too large, no text, a damaged workbook, or a list that is too long.
    """
    if len(content) > MOST_BYTES:
        raise InputError(f"The list is larger than {MOST_BYTES // 1_000_000} MB.", DO)
    if is_workbook(content):
        cells = first_column(content, MOST_NAMES + 2)
    else:
        text = _text(content)
        cells = _column(text) if file.lower().endswith((".csv", ".tsv")) else text.splitlines()
    names = names_in("\n".join(" ".join(cell.split()) for cell in cells))
    return checked(names[1:] if names and names[0].casefold() in HEADS else names)


def checked(names: list[str]) -> list[str]:
    """Return names as they are where they may be a list of bodies; else raise InputError saying why not."""
    if len(names) > MOST_NAMES:
        raise InputError(f"The list holds more than {MOST_NAMES} names.", "Give those of one meeting.")
    longest = max(names, key=len, default="")
    if len(longest) > LONGEST_NAME:
        what = f"A line of the list is longer than {LONGEST_NAME} characters: “{longest[:40]}…”."
        raise InputError(what, "Put each name on a line of its own.")
    return names


def _text(content: bytes) -> str:
    try:
        text = text_of(content)
    except Undecodable as error:
        raise InputError(f"The list {error.reason}.", DO) from error
    if "\0" in text:
        raise InputError("The list is no text.", DO)
    return text


def _column(text: str) -> list[str]:
    """Return the first cells of a table whose columns are parted by commas, semicolons or tabs."""
    first = text.partition("\n")[0]
    parted_by = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=parted_by))
    except csv.Error as error:
        raise InputError(f"The table cannot be read: {error}.", DO) from error
    return [unguarded(row[0]) for row in rows if row]
