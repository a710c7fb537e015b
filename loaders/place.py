"""Where the record is kept when nobody says: a file among the data of whoever runs the program."""

import os
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

VARIABLE = "WHOELSE_STORE"
READ_ONLY = "WHOELSE_READ_ONLY"


def default_file() -> Path:
    """Return the file of the store that is used unless another is named (XDG Base Directory Specification)."""
    data = os.environ.get("XDG_DATA_HOME", "")
    # The specification has relative paths ignored.
    folder = Path(data) if Path(data).is_absolute() else Path.home() / ".local" / "share"
    return folder / "whoelse" / "whoelse.db"


def url_of(file: Path) -> str:
    """Return the address of a SQLite store."""
    return "sqlite:///" + quote(str(file.absolute()))


def file_of(url: str) -> Path | None:
    """Return the file of a SQLite store by its address; None for every other store, ValueError for no address."""
    parts = urlsplit(url)
    is_file = parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1
    return Path(unquote(parts.path[1:])) if is_file else None


def store_url(given: str = "") -> str:
    """Return the address that was given, else that of the environment, else that of the default file."""
    return given or os.environ.get(VARIABLE, "") or url_of(default_file())


def is_default(url: str) -> bool:
    """Return whether an address is that of the default file."""
    return url == url_of(default_file())


def is_read_only() -> bool:
    """Return whether the pages only show the record: WHOELSE_READ_ONLY set to anything but nothing, 0 or no."""
    return os.environ.get(READ_ONLY, "").strip().lower() not in ("", "0", "no")
