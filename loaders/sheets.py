"""Answers as CSV sheets that a spreadsheet opens and does not run."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.answers import InvitationAnswer, Invited, QuestionsAnswer
from graph.errors import InputError
from loaders.formulas import guarded


def sheet(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV, every cell quoted, and behind an apostrophe where a spreadsheet would run it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guarded(str(cell)) for cell in row] for row in rows)
    return out.getvalue()


def invitation_sheet(answer: InvitationAnswer) -> str:
    """Return an invitation list as a sheet, names that matched nothing at its end."""
    head = ("name", "id", "on your list", "why", "on record", "question", "sources")
    found = [_invited(one) for one in answer["invited"]]
    unmatched = [(name, "", "yes", "Not found in the record", "", "", "") for name in answer["unmatched"]]
    return sheet(head, [*found, *unmatched])


def _invited(one: Invited) -> tuple[str, ...]:
    said = "; ".join(f"{known['sentence']} [{known['source']}]" for known in one["on_record"])
    listed = "yes" if one["listed"] else "no"
    return one["name"], one["id"], listed, one["why"], said, one["question"], " ".join(one["sources"])


def questions_sheet(answer: QuestionsAnswer) -> str:
    """Return questions as a sheet with room for the answers."""
    rows = [
        (one["question"], one["ask"]["name"] if one["ask"] else "", one["why"], one["changes"], "")
        for one in answer["questions"]
    ]
    return sheet(("question", "ask", "why", "lines that change", "answer"), rows)


def written(file: Path, text: str) -> None:
    """Write a sheet, replacing the file whole; spreadsheets know UTF-8 by its byte order mark."""
    try:
        file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}.") from error
