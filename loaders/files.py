"""The files that a load was given: tables in a folder, or tables by name."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from loaders.tables import TABLES

TABLE_FILES = [f"{name}.csv" for name in TABLES]
NAMES = ", ".join(TABLE_FILES)


@dataclass(frozen=True, slots=True)
class TableFile:
    """One table as bytes, with the name that a report gives it."""

    table: str
    shown: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a load in the order of `TABLES`, and what was passed over."""

    tables: list[TableFile]
    notices: list[str]


def find(paths: Sequence[Path]) -> Found:
    """Read the tables of folders and files, each once however often it is named.

    A name that no table has is passed over in a folder and refused as a file.
    """
    files: list[Path] = []
    notices: list[str] = []
    for path in paths:
        if path.is_dir():
            known, unknown = _in_folder(path)
            files += known
            notices += [f"{name} is none of the tables and was not read." for name in unknown]
        else:
            files.append(_table(path))
    files = list({file.resolve(): file for file in reversed(files)}.values())[::-1]
    names = [file.name for file in files]
    tables = [
        TableFile(file.stem, file.name if names.count(file.name) == 1 else str(file), _content(file)) for file in files
    ]
    order = list(TABLES)
    return Found(sorted(tables, key=lambda table: order.index(table.table)), notices)


def _in_folder(folder: Path) -> tuple[list[Path], list[str]]:
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".csv")
    except OSError as error:
        raise InputError(f"The folder {folder} cannot be read: {error.strerror}.") from error
    known = [file for file in files if file.name in TABLE_FILES]
    if not known:
        raise InputError(f"There is no table in the folder {folder.name}.", f"The tables are {NAMES}.")
    if odd := [f"{file.name} ({_is_what(file)})" for file in known if not file.is_file()]:
        what = f"The folder {folder.name} holds what cannot be read as a table: {', '.join(odd)}."
        raise InputError(what, "Put files in their place, or take them out.")
    return known, [file.name for file in files if file.name not in TABLE_FILES]


def _is_what(path: Path) -> str:
    """Say what stands where a file should."""
    if path.is_dir():
        return "a folder"
    return "a link that leads nowhere" if path.is_symlink() and not path.exists() else "no file but a device or a pipe"


def _table(path: Path) -> Path:
    if not path.exists() and not path.is_symlink():
        raise InputError(f"There is no file or folder {path}.")
    if not path.is_file():
        raise InputError(f"{path} cannot be read as a table: it is {_is_what(path)}.")
    if path.name not in TABLE_FILES:
        raise InputError(f"{path.name} is none of the tables.", f"The tables are {NAMES}.")
    return path


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}.") from error


def hash_of(tables: Sequence[TableFile]) -> str:
    """Return the SHA-256 of one file, or of the list of the files' hashes and names where there are several."""
    hashes = [hashlib.sha256(table.content).hexdigest() for table in tables]
    if len(hashes) == 1:
        return hashes[0]
    lines = [f"{digest}  {table.table}.csv\n" for digest, table in zip(hashes, tables, strict=True)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()
