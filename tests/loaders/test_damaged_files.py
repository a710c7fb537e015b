"""A file that is no table, or in another encoding, is refused by its name; a harmless oddity is no fault."""

from pathlib import Path

import pytest

from graph.errors import InputError, Refusal, RefusedRows
from graph.stores.base import Store
from loaders.load import load
from tests.loaders.conftest import MEMBERSHIP_COLUMNS, Refused


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b",,,\n"])
def test_an_empty_file_says_what_should_be_in_it(content: bytes, tables: Path, refused: Refused) -> None:
    (tables / "memberships.csv").write_bytes(content)
    (found,) = refused()
    assert (found.file, found.row, found.column, found.value) == ("memberships.csv", 1, "", "")
    assert found.reason == f"is empty; its first row must name the columns {MEMBERSHIP_COLUMNS}"


def test_windows_1252_is_named_with_its_row(tables: Path, refused: Refused) -> None:
    text = (tables / "organizations.csv").read_text(encoding="utf-8").replace("|کسٹمز", "|Douane générale")
    (tables / "organizations.csv").write_bytes(text.encode("cp1252"))
    reason = "is not UTF-8 (byte 0xE9), perhaps Windows-1252; save it as “CSV UTF-8”"
    assert refused() == [Refusal("organizations.csv", 4, "", "Customs|Douane générale", reason)]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_wide_encodings_are_named(encoding: str, name: str, tables: Path, refused: Refused) -> None:
    text = (tables / "ties.csv").read_text(encoding="utf-8")
    (tables / "ties.csv").write_bytes(text.encode(encoding))
    reason = f"is written as {name}, not UTF-8; save it as “CSV UTF-8”"
    assert refused() == [Refusal("ties.csv", 1, "", "", reason)]


def test_a_workbook_named_csv_is_named(tables: Path, refused: Refused) -> None:
    (tables / "ties.csv").write_bytes(b"PK\x03\x04 and so on")
    (found,) = refused()
    assert found.reason == "is written as a spreadsheet or zip archive, not UTF-8; save it as “CSV UTF-8”"


def test_a_byte_order_mark_is_no_fault(store: Store, tables: Path) -> None:
    for file in tables.glob("*.csv"):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load(store, [tables])["added"] == 13


def test_line_ends_of_windows_and_quotes_everywhere_are_no_fault(store: Store, tables: Path) -> None:
    file = tables / "memberships.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    quoted = "\r\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in lines)
    file.write_bytes(quoted.encode())
    assert load(store, [tables])["added"] == 13


@pytest.mark.parametrize("name", ["corrections.csv", "ties.txt", "ties.csv.exe"])
def test_a_file_that_is_no_table_is_refused_by_name(name: str, store: Store, tmp_path: Path) -> None:
    (tmp_path / name).write_text("a,b\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"{name} is none of the tables"):
        load(store, [tmp_path / name])


def test_a_missing_file_and_a_folder_without_tables_are_named(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file or folder"):
        load(store, [tmp_path / "ties.csv"])
    with pytest.raises(InputError, match="There is no table in the folder"):
        load(store, [tmp_path])


def test_a_file_that_is_named_twice_is_read_once(store: Store, tables: Path) -> None:
    (tables / "aside").mkdir()
    (tables / "aside" / "ties.csv").symlink_to(tables / "ties.csv")
    answer = load(store, [tables, tables, tables / "ties.csv", tables / "aside"])
    assert (answer["read"], answer["added"]) == (13, 13)


def test_two_files_of_one_name_are_told_apart(store: Store, tables: Path, tmp_path: Path) -> None:
    other = tmp_path / "ties.csv"
    other.write_bytes((tables / "ties.csv").read_bytes())
    with pytest.raises(RefusedRows) as caught:
        load(store, [tables, other])
    assert {one.file for one in caught.value.refused} == {str(other)}
    assert f"row 2 of {tables / 'ties.csv'}" in caught.value.refused[0].reason
