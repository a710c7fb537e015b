"""Workbooks (XLSX): the first column of the first sheet read without trusting the file, and sheets written as text.

A workbook is a zip archive of XML. Nothing is unpacked beyond a bound, no document type is accepted (no entities), and
no formula is looked at: the value that was kept with it counts.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from xml.parsers import expat

from graph.errors import InputError

BEGIN = b"PK\x03\x04"
MOST_PARTS, MOST_UNPACKED, MOST_DEPTH = 1000, 5_000_000, 64
MOST_OF_A_TEXT, MOST_OF_A_TITLE = 4000, 200
FIRST_CELL = re.compile(r"A\d+")
BOOK = "xl/workbook.xml"
DO = "Save it again as .xlsx or CSV, or paste the names."
DAMAGED = (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, NotImplementedError, RuntimeError, EOFError)
WIDEST, NARROWEST = 60, 12

Attributes = dict[str, str]


def is_workbook(content: bytes) -> bool:
    """Return whether a file begins as a workbook does."""
    return content.startswith(BEGIN)


def first_column(content: bytes, most: int) -> list[str]:
    """Return the first texts in the first column of the first sheet, empty cells left out; at most so many.

    Raises InputError for a damaged, encrypted or overgrown workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _Column(_parts(archive), most).texts()
    except DAMAGED as error:
        raise InputError("The workbook is damaged, encrypted or of another kind.", DO) from error
    except OSError as error:
        raise InputError("The workbook cannot be unpacked.", DO) from error


def _parts(archive: zipfile.ZipFile) -> Callable[[str], bytes]:
    """Return what reads a part of an archive, all parts together not beyond the bound, whatever their heads say."""
    if len(archive.infolist()) > MOST_PARTS:
        raise InputError(f"The workbook holds more than {MOST_PARTS} parts.", DO)
    left = MOST_UNPACKED

    def read(name: str) -> bytes:
        nonlocal left
        with archive.open(name) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            raise InputError(f"The workbook unpacks to more than {MOST_UNPACKED // 1_000_000} MB.", DO)
        return content

    return read


class _Column:
    """The first column of the first sheet of a workbook whose parts are read by name."""

    def __init__(self, read: Callable[[str], bytes], most: int) -> None:
        self._read = read
        self._most = most

    def texts(self) -> list[str]:
        sheet = self._first_sheet()
        shared = self._shared()
        found: list[str] = []
        for kind, text in _cells(self._read(sheet)):
            says = shared[int(text)] if kind == "s" and text.isdecimal() and int(text) < len(shared) else text
            if says.strip():
                found.append(says)
            if len(found) >= self._most:
                break
        return found

    def _first_sheet(self) -> str:
        """Return the name of the part that holds the sheet which stands first in the book."""
        ids: list[str] = []
        targets: dict[str, str] = {}

        def in_book(tag: str, said: Attributes) -> None:
            if tag == "sheet":
                ids.extend(value for name, value in said.items() if name.rpartition(":")[2] == "id")

        def in_relations(tag: str, said: Attributes) -> None:
            if tag == "Relationship":
                targets[said["Id"]] = said["Target"]

        _walk(self._read(BOOK), begin=in_book)
        _walk(self._read("xl/_rels/workbook.xml.rels"), begin=in_relations)
        target = targets[ids[0]] if ids else "worksheets/sheet1.xml"
        return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")

    def _shared(self) -> list[str]:
        """Return the texts that cells name by number; what only tells how to read them aloud is left out."""
        found: list[str] = []
        aloud = 0

        def begin(tag: str, _: Attributes) -> None:
            nonlocal aloud
            aloud += tag == "rPh"
            if tag == "si":
                found.append("")

        def end(tag: str, text: str) -> None:
            nonlocal aloud
            aloud -= tag == "rPh"
            if tag == "t" and found and not aloud and len(found[-1]) < MOST_OF_A_TEXT:
                found[-1] += text

        try:
            content = self._read("xl/sharedStrings.xml")
        except KeyError:
            return []
        _walk(content, begin=begin, end=end)
        return found


def _cells(content: bytes) -> list[tuple[str, str]]:
    """Return the kind and the text of every cell of the first column."""
    found: list[tuple[str, str]] = []
    is_ours = False

    def begin(tag: str, said: Attributes) -> None:
        nonlocal is_ours
        if tag == "c":
            is_ours = FIRST_CELL.fullmatch(said.get("r", "")) is not None
            found.extend([(said.get("t", ""), "")] if is_ours else [])

    def end(tag: str, text: str) -> None:
        if tag in ("v", "t") and is_ours:
            kind, before = found[-1]
            found[-1] = kind, (before + text)[:MOST_OF_A_TEXT]

    _walk(content, begin=begin, end=end)
    return found


def _nothing(_: str, __: object) -> None:
    """Pass over a tag."""


def _walk(
    content: bytes,
    begin: Callable[[str, Attributes], None] = _nothing,
    end: Callable[[str, str], None] = _nothing,
) -> None:
    """Go through a document: `begin` is told each tag with what it says, `end` each tag with the text it closes."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    texts: list[str] = []

    def started(tag: str, said: Attributes) -> None:
        if len(texts) >= MOST_DEPTH:
            raise InputError("The workbook is nested too deeply.", DO)
        texts.append("")
        begin(tag.rpartition(":")[2], said)

    def ended(tag: str) -> None:
        end(tag.rpartition(":")[2], texts.pop())

    def said(text: str) -> None:
        if len(texts[-1]) < MOST_OF_A_TEXT:
            texts[-1] += text[:MOST_OF_A_TEXT]

    def refuse(*_: object) -> None:
        raise InputError("The workbook holds a document type, which no spreadsheet writes.", DO)

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = said
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(content, True)


def workbook(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as a workbook of one sheet that prints on landscape pages; every cell is text, none a formula."""
    import xlsxwriter

    out = io.BytesIO()
    texts = [[str(cell) for cell in row] for row in (head, *rows)]
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        bold = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "bold": True})
        for place, row in enumerate(texts):
            for column, text in enumerate(row):
                page.write_string(place, column, text, cell if place else bold)
        for column in range(len(head)):
            longest = max(len(row[column]) for row in texts)
            page.set_column(column, column, min(WIDEST, max(NARROWEST, longest)))
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_header(f"&L{title.replace('&', 'and')[:MOST_OF_A_TITLE]}&R&P / &N")
    return out.getvalue()
