"""Threat model 12, 14 and 15: what a path or the content of a table may try."""

import os
from pathlib import Path

import pytest

from graph.errors import InputError, RefusedRows
from graph.stores.memory import MemoryStore
from loaders.export import export
from loaders.load import load
from loaders.tables import TABLES

HEAD = ",".join(TABLES["sources"].columns) + "\n"


def refused(content: bytes, tmp_path: Path) -> list[tuple[int, str, str]]:
    (tmp_path / "sources.csv").write_bytes(content)
    store = MemoryStore()
    with pytest.raises(RefusedRows) as caught:
        load(store, [tmp_path / "sources.csv"])
    assert store.revision == 0
    return [(one.row, one.column, one.reason) for one in caught.value.refused]


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/cron.d/x.csv",
        "/etc/passwd",
        "sources.csv\u202excod.exe",
        "sources.exe",
        "SOURCES",
        "x" * 300 + ".csv",
        ".csv",
        "sources.csv/../../x",
    ],
)
def test_a_file_is_read_only_under_the_name_of_a_table(name: str, tmp_path: Path) -> None:
    with pytest.raises((InputError, OSError)):
        load(MemoryStore(), [tmp_path / name])


def test_a_pipe_named_like_a_table_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "sources.csv")
    for path in (tmp_path / "sources.csv", tmp_path):
        with pytest.raises(InputError, match="no file but a device or a pipe"):
            load(MemoryStore(), [path])


def test_what_stands_where_a_table_should_is_named_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text(HEAD + "page,A page,,,2020,report\n", encoding="utf-8")
    (tmp_path / "ties.csv").mkdir()
    (tmp_path / "sites.csv").symlink_to("sites.csv")
    (tmp_path / "events.csv").symlink_to("nowhere.csv")
    store = MemoryStore()
    with pytest.raises(InputError) as caught:
        load(store, [tmp_path])
    assert caught.value.what == (
        f"The folder {tmp_path.name} holds what cannot be read as a table: "
        "events.csv (a link that leads nowhere), sites.csv (a link that leads nowhere), ties.csv (a folder)."
    )
    for name in ("sites", "events"):
        with pytest.raises(InputError, match="it is a link that leads nowhere"):
            load(store, [tmp_path / f"{name}.csv"])
    assert store.revision == 0


def test_a_program_named_like_a_table_is_refused(tmp_path: Path) -> None:
    (found,) = refused(b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(128, 256)), tmp_path)
    assert found[0] == 1
    assert found[2].startswith("is not UTF-8")


def test_a_quote_that_swallows_a_thousand_rows_is_found_where_it_opens(tmp_path: Path) -> None:
    rows = [f"page-{number},A page,,,2020,report\n" for number in range(1000)]
    rows[1] = 'page-1,"A page,,,2020,report\n'
    (found,) = refused((HEAD + "".join(rows)).encode(), tmp_path)
    assert found == (3, "title", "opens a quote that is not closed; the rest of the file was not read")


def test_a_cell_beyond_what_csv_reads_is_named(tmp_path: Path) -> None:
    (found,) = refused((HEAD + f"page,{'x' * 200_000},,,2020,report\n").encode(), tmp_path)
    assert found == (2, "title", "is longer than 32768 characters")


def test_a_cell_that_never_ends_is_named_though_its_column_cannot_be_told(tmp_path: Path) -> None:
    (found,) = refused((HEAD + 'page,"' + "x,y," * 50_000).encode(), tmp_path)
    assert found == (2, "", "holds a cell of more than 32768 characters")


def test_rows_behind_a_row_that_cannot_be_split_are_still_read(tmp_path: Path) -> None:
    rows = f"page,{'x' * 200_000},,,2020,report\nother,A page,,,2020-13,report\n"
    assert [found[:2] for found in refused((HEAD + rows).encode(), tmp_path)] == [(2, "title"), (3, "published")]


def test_an_export_writes_the_names_of_tables_and_nothing_that_data_says(tmp_path: Path) -> None:
    store = MemoryStore()
    (tmp_path / "sources.csv").write_text(HEAD + "page,../../../etc/cron.d/x,,,2020,report\n", encoding="utf-8")
    load(store, [tmp_path / "sources.csv"])
    export(store.read(), tmp_path / "out")
    assert {file.name for file in (tmp_path / "out").iterdir()} == {f"{name}.csv" for name in TABLES}
