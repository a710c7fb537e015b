"""Choose a store by its URL; drivers are imported only when asked for."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from graph.errors import InputError
from graph.stores.base import Store

EXAMPLES = "Use memory: or sqlite:///path/whoelse.db."


def open_store(url: str) -> Store:
    """Open the store of a URL: `memory:` or `sqlite:///path/whoelse.db` (a fourth slash for an absolute path)."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InputError("The store's address is not one that this program knows.", EXAMPLES) from error
    if parts.username or parts.password:
        raise InputError("The store's address holds a user name or password.", "Give credentials in the environment.")
    if parts.scheme == "memory":
        from graph.stores.memory import MemoryStore

        return MemoryStore()
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1 and not parts.query + parts.fragment:
        from graph.stores.sqlite import SqliteStore

        return SqliteStore(Path(unquote(parts.path[1:])))
    raise InputError("The store's address is not one that this program knows.", EXAMPLES)
