"""A workbook is a zip of XML that a stranger made: what unpacks without end, nests, or names entities is refused."""

import io
import zipfile

import pytest

from graph.errors import InputError
from loaders import workbooks
from loaders.workbooks import first_column, workbook

BOOK = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'


def packed(sheet: str, *, shared: str = "", book: str = BOOK, relations: str = RELATIONS) -> bytes:
    """A workbook with one sheet of given XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", relations)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        if shared:
            archive.writestr("xl/sharedStrings.xml", shared)
    return out.getvalue()


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_plain_one_is_read() -> None:
    shared = "<sst><si><r><t>Cus</t></r><r><t>toms</t></r><rPh><t>aloud</t></rPh></si></sst>"
    rows = f'<row><c r="A1" t="s"><v>0</v></c>{cell("B1", "no")}</row><row>{cell("A7", "Police")}</row>'
    assert first_column(packed(f"<worksheet>{rows}</worksheet>", shared=shared), 10) == ["Customs", "Police"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (packed(f"<worksheet>{cell('A1', 'x' * 6_000_000)}</worksheet>"), "unpacks to more than 5 MB"),
        (packed('<!DOCTYPE a [<!ENTITY e "x">]><worksheet><c r="A1"><v>&e;</v></c></worksheet>'), "document type"),
        (packed('<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>'), "document type"),
        (packed("<a>" * 100 + "</a>" * 100), "nested too deeply"),
        (packed("<worksheet><row>"), "damaged"),
        (packed("<worksheet/>", relations="<Relationships/>"), "damaged"),
        (
            packed("<worksheet/>", relations=RELATIONS.replace("worksheets/sheet1.xml", "../../../etc/passwd")),
            "damaged",
        ),
    ],
)
def test_hostile_ones_are_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        first_column(content, 10)


def test_one_with_very_many_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(workbooks.MOST_PARTS + 1):
            archive.writestr(str(number), "")
    with pytest.raises(InputError, match="more than 1000 parts"):
        first_column(out.getvalue(), 10)


def test_an_encrypted_one_is_refused() -> None:
    content = bytearray(packed("<worksheet/>"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(mark, at + 1)
    with pytest.raises(InputError, match="encrypted"):
        first_column(bytes(content), 10)


def test_a_cell_at_the_far_end_costs_nothing_and_numbers_beyond_the_list_are_themselves() -> None:
    sheet = (
        f'<worksheet>{cell("XFD1048576", "far")}<c r="A2" t="s"><v>99</v></c><c r="A1048576"><v>7</v></c></worksheet>'
    )
    assert first_column(packed(sheet), 10) == ["99", "7"]


def test_no_cell_that_is_written_is_a_formula_or_a_link() -> None:
    attacks = ["=HYPERLINK(1)", "+1", "-2", "@SUM(A1)", "https://example.org", "\t=1", '<img src="x">', "mailto:a@b.c"]
    content = workbook("=1&G", ("name",), [(attack,) for attack in attacks])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert first_column(content, 20)[1:] == attacks
