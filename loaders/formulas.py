"""Cells that a spreadsheet would run as formulas: written behind an apostrophe, read back without it.

A text that begins with any number of apostrophes and then a sign that opens a formula gets one apostrophe more when it
is written, and loses one when it is read; every other text stays as it is. So each text comes back as it was, also one
that had an apostrophe of its own, and a file that was never guarded reads as it stands.
(OWASP, CSV Injection; the signs are = + - @, their full-width forms, tab and carriage return.)
"""

import re

OPENS_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def guarded(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs."""
    return "'" + text if OPENS_FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def unguarded(cell: str) -> str:
    """Return the text of a cell that `guarded` wrote."""
    return cell[1:] if cell[:1] == "'" and OPENS_FORMULA.match(cell) else cell
