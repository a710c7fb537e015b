"""The files that a load was given: tables in a folder, or tables by name."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from loaders.tables import TABLES

NAMES = ", ".join(f"{name}.csv" for name in TABLES)


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
    """Read the tables of folders and files; a name that no table has is passed over in a folder, refused as a file."""
    files: list[Path] = []
    notices: list[str] = []
    for path in paths:
        if path.is_dir():
            known, unknown = _in_folder(path)
            files += known
            notices += [f"{name} is none of the tables and was not read." for name in unknown]
        else:
            files.append(_table(path))
    names = [file.name for file in files]
    tables = [
        TableFile(file.stem, file.name if names.count(file.name) == 1 else str(file), _content(file)) for file in files
    ]
    order = list(TABLES)
    return Found(sorted(tables, key=lambda table: order.index(table.table)), notices)


def _in_folder(folder: Path) -> tuple[list[Path], list[str]]:
    files = [file for file in sorted(folder.glob("*.csv")) if file.is_file()]
    known = [file for file in files if file.stem in TABLES]
    if not known:
        raise InputError(f"There is no table in the folder {folder.name}.", f"The tables are {NAMES}.")
    return known, [file.name for file in files if file.stem not in TABLES]


def _table(path: Path) -> Path:
    if not path.exists():
        raise InputError(f"There is no file or folder {path}.")
    if not path.is_file():
        raise InputError(f"{path} is neither a file nor a folder.")
    if path.suffix != ".csv" or path.stem not in TABLES:
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
