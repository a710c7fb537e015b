"""Answers as sheets, CSV or XLSX, that a spreadsheet opens and does not run."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.answers import InvitationAnswer, Invited, QuestionsAnswer
from graph.errors import InputError
from loaders.formulas import guarded
from loaders.workbooks import workbook


def sheet(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV, every cell quoted, and behind an apostrophe where a spreadsheet would run it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guarded(str(cell)) for cell in row] for row in rows)
    return out.getvalue()


INVITATION = ("name", "id", "on your list", "why", "on record", "question", "sources")
QUESTIONS = ("question", "ask", "why", "lines that change", "answer")


def invitation_sheet(answer: InvitationAnswer) -> str:
    """Return an invitation list as a sheet, names that matched nothing at its end."""
    return sheet(INVITATION, _invitation(answer))


def invitation_workbook(answer: InvitationAnswer) -> bytes:
    """Return the same as a workbook that prints on landscape pages."""
    return workbook(f"Invitation list, {answer['country']['name']}", INVITATION, _invitation(answer))


def _invitation(answer: InvitationAnswer) -> list[tuple[str, ...]]:
    unmatched = [(name, "", "yes", "Not found in the record", "", "", "") for name in answer["unmatched"]]
    return [*(_invited(one) for one in answer["invited"]), *unmatched]


def _invited(one: Invited) -> tuple[str, ...]:
    said = "; ".join(f"{known['sentence']} [{known['source']}]" for known in one["on_record"])
    listed = "yes" if one["listed"] else "no"
    return one["name"], one["id"], listed, one["why"], said, one["question"], " ".join(one["sources"])


def questions_sheet(answer: QuestionsAnswer) -> str:
    """Return questions as a sheet with room for the answers."""
    return sheet(QUESTIONS, _questions(answer))


def questions_workbook(answer: QuestionsAnswer) -> bytes:
    """Return the same as a workbook that prints on landscape pages."""
    return workbook(f"Questions worth asking next, {answer['country']['name']}", QUESTIONS, _questions(answer))


def _questions(answer: QuestionsAnswer) -> list[tuple[object, ...]]:
    return [
        (one["question"], one["ask"]["name"] if one["ask"] else "", one["why"], one["changes"], "")
        for one in answer["questions"]
    ]


def as_file(text: str) -> bytes:
    """Return a sheet as bytes; spreadsheets know UTF-8 by its byte order mark."""
    return codecs.BOM_UTF8 + text.encode()


def written(file: Path, text: str) -> None:
    """Write a sheet, replacing the file whole."""
    try:
        file.write_bytes(as_file(text))
    except OSError as error:
        raise InputError(f"{file} cannot be written: {error.strerror}.") from error
