"""The store and the record that a command works on."""

import sys
from collections.abc import Callable
from pathlib import Path

from graph import vocabulary
from graph.analysis.names.spelling import folded
from graph.errors import InputError, StoreError
from graph.record import Record
from graph.stores.base import Store
from graph.stores.open import EXAMPLES, open_store
from loaders import place
from loaders.lists import names_of
from loaders.load import Progress
from loaders.seed import ensure_seed

HOW_TO_LOAD = "Load a record into it with `whoelse load FOLDER`."
BAR = 24


def opened(url: str, *, may_be_new: bool = False) -> Store:
    """Open the store of an address, or that of the environment, or the default one, which begins with the seed.

    A file that is not there is an error, lest a wrong letter in its name pass for an empty record; `may_be_new` is
    for commands that fill a store.
    """
    url = place.store_url(url)
    file = file_of(url)
    if file and not may_be_new and not place.is_default(url) and not file.exists():
        raise StoreError(f"There is no store file {file}.", f"See its name, or begin it: {HOW_TO_LOAD}")
    return _begun(to_be_replaced(url), url)


def to_be_replaced(url: str) -> Store:
    """Open a store that is given a whole history, so that it begins with nothing."""
    url = place.store_url(url)
    file = file_of(url)
    if file and place.is_default(url):
        file.parent.mkdir(parents=True, exist_ok=True)
    return open_store(url)


def to_be_filled(url: str, *, dry_run: bool) -> Store:
    """Open the store that a load goes into; a dry run into a file that is not there leaves none behind."""
    url = place.store_url(url)
    file = file_of(url)
    if dry_run and file and not file.exists():
        return _begun(open_store("memory:"), url)
    return opened(url, may_be_new=True)


def _begun(store: Store, url: str) -> Store:
    """Return the store of an address; the default one is given the record that comes with the program."""
    try:
        if place.is_default(url):
            begin_with_seed(store)
    except BaseException:
        store.close()
        raise
    return store


def file_of(url: str) -> Path | None:
    """Return the file of a store by its address; None where it is kept otherwise."""
    try:
        return place.file_of(url)
    except ValueError as error:
        raise InputError("The store's address is not one that this program knows.", EXAMPLES) from error


def record_of(store: Store, as_of: str = "") -> Record:
    """Return the record of a store, read as known on a date."""
    if not store.revision:
        raise InputError("The store is empty.", HOW_TO_LOAD)
    record = store.read()
    return record.as_of(as_of) if as_of else record


def progress_line() -> Progress | None:
    """Return what shows progress on standard error as a bar, where that is a terminal."""
    return _bar if sys.stderr.isatty() else None


def _bar(share: float, doing: str) -> None:
    done = round(share * BAR)
    end = "\n" if share >= 1 else ""
    sys.stderr.write(f"\r[{'#' * done}{'.' * (BAR - done)}] {doing:<30}{end}")
    sys.stderr.flush()


def begin_with_seed(store: Store) -> None:
    """Load the record that comes with the program into an empty store, and say so."""
    if not store.revision:
        sys.stderr.write("Loading the record that comes with the program.\n")
        ensure_seed(store, progress_line())


def theme_of(text: str) -> str:
    """Return a theme by its id or the name that screens show."""
    if not text:
        return ""
    known = {folded(word): name for name, shown in vocabulary.THEMES.items() for word in (name, shown)}
    if folded(text) not in known:
        raise InputError(f"“{text}” is none of the themes.", f"They are: {', '.join(vocabulary.THEMES)}.")
    return known[folded(text)]


def agreement_of(text: str) -> str:
    """Return an agreement by its id or the name that screens show."""
    known = {folded(word): name for name, shown in vocabulary.AGREEMENTS.items() for word in (name, shown)}
    if text and folded(text) not in known:
        raise InputError(f"“{text}” is none of the agreements.", f"They are: {', '.join(vocabulary.AGREEMENTS)}.")
    return known[folded(text)] if text else ""


def lines_of(name: str, read: Callable[[], bytes]) -> list[str]:
    """Return the lines of a list, as given in bytes, that hold something."""
    try:
        text = read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8.", "Save it as UTF-8 text, a name a line.") from error
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from error
    return [line.strip() for line in text.splitlines() if line.strip()]


def path_of(text: str) -> Path:
    """Return a path as given; the address of a store is none, and may hold a password that no message should repeat."""
    if "://" in text:
        raise InputError("A file or folder is asked for here, not an address.", "Name the store with --store.")
    return Path(text)


def list_of(name: str) -> list[str]:
    """Return the names in a file (text, CSV or a workbook), or on standard input for `-`."""
    try:
        content = sys.stdin.buffer.read() if name == "-" else path_of(name).read_bytes()
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from error
    return names_of(name, content)
