"""What a database needs before it can hold a record: constraints, indexes, the words of the vocabulary, one node."""

import hashlib
from collections.abc import Sequence

from graph.errors import StoreError
from graph.stores import cypher
from graph.stores.neo4j_log import IN_A_NODE
from graph.stores.neo4j_names import LABELS, WORDS
from graph.stores.neo4j_session import AnyTransaction, Connection, rows
from graph.stores.neo4j_state import State, state_of

VERSION = 2  # raise it whenever what stands in the database is to be read in another way

# What this program wants of constraints and words: another hash in the database, and they are brought up to date.
WANTED = hashlib.sha256(repr((cypher.SCHEMA, WORDS)).encode()).hexdigest()[:16]


def settle(connection: Connection) -> None:
    """Make an empty database a store, and bring an older one up to date; one of somebody else is refused."""
    state, is_empty = connection.read(_found)
    if state is None and not is_empty:
        what = f"The database at {connection.name} holds something else than a record of this program."
        raise StoreError(what, "It was left as it is: use an empty database.")
    if state is not None and state.version > VERSION:
        what = f"The store {connection.name} was written by a newer version of this program."
        raise StoreError(what, "Use that version.")
    if state is None or (state.version, state.schema) != (VERSION, WANTED):
        while state and state.version < VERSION and connection.write(_gather_changes):
            pass
        connection.write(_make_schema)
        connection.write(_await_indexes)
        connection.write(_make_words)


def _found(transaction: AnyTransaction) -> tuple[State | None, bool]:
    found = next(rows(transaction, cypher.STATE), None)
    if found is not None:
        return state_of(found["state"]), False
    return None, bool(next(rows(transaction, cypher.IS_EMPTY)))


def _gather_changes(transaction: AnyTransaction) -> int:
    return int(next(rows(transaction, cypher.GATHER_CHANGES, most=IN_A_NODE), 0))


def _make_schema(transaction: AnyTransaction) -> None:
    for statement in cypher.SCHEMA:
        transaction.run(statement).consume()


def _await_indexes(transaction: AnyTransaction) -> None:
    transaction.run(cypher.AWAIT_INDEXES).consume()


def _make_words(transaction: AnyTransaction) -> None:
    first = State(version=VERSION, schema=WANTED).values()
    transaction.run(cypher.FOUND, {"values": first}).consume()
    transaction.run(cypher.KEEP, {"values": {"version": VERSION, "schema": WANTED}}).consume()
    for kind, names in WORDS.items():
        words = [list(item) for item in names.items()]
        transaction.run(cypher.put_words(LABELS[kind]), {"rows": words}).consume()


def missing_indexes(transaction: AnyTransaction) -> Sequence[str]:
    """Return the names of constraints and indexes that are not there or do not work."""
    online = {row["name"] for row in rows(transaction, cypher.NAMES_OF_INDEXES) if row["state"] == "ONLINE"}
    return sorted(cypher.CONSTRAINTS.keys() - online)
