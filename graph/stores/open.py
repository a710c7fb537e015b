"""Choose a store by its URL; drivers are imported only when asked for."""

import os
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from graph.errors import InputError
from graph.stores.base import Store

EXAMPLES = "Use memory:, sqlite:///path/whoelse.db or neo4j://host:7687."
SERVERS = ("neo4j", "neo4j+s", "bolt", "bolt+s")


def open_store(url: str) -> Store:
    """Open the store of a URL.

    `memory:`, `sqlite:///path/whoelse.db` (a fourth slash for an absolute path), or `neo4j://host:7687` (`bolt://` for
    one server without routing, `+s` for TLS) with the credentials in NEO4J_USERNAME and NEO4J_PASSWORD.
    """
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InputError("The store's address is not one that this program knows.", EXAMPLES) from error
    if parts.username or parts.password:
        raise InputError("The store's address holds a user name or password.", "Give credentials in the environment.")
    if parts.scheme in SERVERS and _names_a_server(parts):
        return _open_server(parts)
    if parts.scheme == "memory":
        from graph.stores.memory import MemoryStore

        return MemoryStore()
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1 and not parts.query + parts.fragment:
        from graph.stores.sqlite import SqliteStore

        return SqliteStore(Path(unquote(parts.path[1:])))
    raise InputError("The store's address is not one that this program knows.", EXAMPLES)


def _names_a_server(parts: SplitResult) -> bool:
    try:
        known = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return known and parts.path in ("", "/") and not parts.query + parts.fragment


def _open_server(parts: SplitResult) -> Store:
    user, password = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
    if not password:
        raise InputError("The Neo4j server's password is not given.", "Set NEO4J_USERNAME and NEO4J_PASSWORD.")
    from graph.stores.neo4j import Neo4jStore
    from graph.stores.neo4j_session import Login

    return Neo4jStore(f"{parts.scheme}://{parts.netloc}", parts.netloc, Login(user, password))
