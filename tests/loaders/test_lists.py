"""One's own list of names: from pasted text, text files, CSV and workbooks."""

import pytest

from graph.errors import InputError
from loaders.lists import MOST_NAMES, names_in, names_of
from loaders.workbooks import workbook

URDU = "محکمہ تحفظ ماحولیات"


def test_a_pasted_name_counts_once_and_blanks_are_nothing() -> None:
    assert names_in("  Pakistan  Customs \n\n\t\nAnti-Narcotics Force\r\nPakistan Customs") == [
        "Pakistan Customs",
        "Anti-Narcotics Force",
    ]


@pytest.mark.parametrize(
    ("file", "content", "names"),
    [
        ("list.txt", "Ministry of Trade, Industry\n3. Customs", ["Ministry of Trade, Industry", "3. Customs"]),
        (
            "list.csv",
            'Name,Note\n"Ministry of Trade, Industry",x\nCustoms,y',
            ["Ministry of Trade, Industry", "Customs"],
        ),
        ("list.csv", "Stakeholder;Note\nCustoms;a, b, c\n'=SUM(A1);y", ["Customs", "=SUM(A1)"]),
        ("list.txt", f"\ufeff{URDU}", [URDU]),
        ("list.txt", "", []),
    ],
)
def test_texts_and_tables_give_their_first_column(file: str, content: str, names: list[str]) -> None:
    assert names_of(file, content.encode()) == names


def test_a_workbook_gives_its_first_column_whatever_its_name() -> None:
    rows = [("Customs", "x"), ("", "y"), ("=1+1", "z"), (URDU, ""), ("a\nb", "")]
    book = workbook("List", ("Name", "Note"), rows)
    for name in ("list.xlsx", "list.txt", "../../etc/passwd"):
        assert names_of(name, book) == ["Customs", "=1+1", URDU, "a b"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"x" * 1_000_001, "larger than 1 MB"),
        ("\n".join(str(number) for number in range(MOST_NAMES + 1)).encode(), "more than 200 names"),
        (b"x" * 301, "longer than 300 characters"),
        (b"a\0b", "is no text"),
        ("Customs".encode("utf-16"), "UTF-16"),
        (b"caf\xe9", "not UTF-8"),
        (b"PK\x03\x04 and then nothing", "damaged"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        names_of("list.csv", content)
