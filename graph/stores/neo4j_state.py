"""What a store in Neo4j says of itself: one node, read by everybody and locked by whoever writes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from graph.errors import StoreBusy, StoreError
from graph.stores import cypher
from graph.stores.base import damaged
from graph.stores.neo4j_session import AnyTransaction, rows

# The phases of a change too large for one transaction; "" where nothing is under way.
STAGING = "staging"  # its changes are written beside the record, nothing of the record has changed
APPLYING = "applying"  # they are all there and being applied: it will be finished by whoever comes
DROPPING = "dropping"  # it was given up, its changes are being deleted


@dataclass(frozen=True, slots=True)
class State:
    """The node `Store`: the revision with its fingerprint, and what is under way.

    Batches count if they are of the same `era` (restoring a backup begins a new one) and not after `revision`.
    `log_era` and `log_number` name the changes under way, `done` how many of them are staged or applied, `token` who
    does it; `next_revision`, `next_fingerprint` and `batch` what will be true then.
    """

    version: int = 0
    schema: str = ""
    era: int = 1
    revision: int = 0
    fingerprint: str = "0"
    phase: str = ""
    token: str = ""
    log_era: int = 0
    log_number: int = 0
    done: int = 0
    next_revision: int = 0
    next_fingerprint: str = "0"
    batch: str = ""
    sweep: bool = False  # batches of an older era are still to be deleted

    @property
    def shown(self) -> tuple[object, ...]:
        """What decides which record a reader sees: as long as it stays the same, reads fit together."""
        return self.era, self.revision, self.phase == APPLYING, self.log_era, self.log_number

    def values(self) -> dict[str, Any]:
        """Return the properties of the node."""
        return asdict(self)


def state_of(properties: Mapping[str, Any]) -> State:
    """Return the state that the properties of the node say."""
    try:
        state = State(**{name: properties[name] for name in _NAMES})
        int(state.fingerprint, 16)
    except (KeyError, ValueError, TypeError) as error:
        raise damaged("The store in Neo4j is damaged: its node Store is not what was written.") from error
    return state


_NAMES = tuple(field.name for field in fields(State))


def look(transaction: AnyTransaction) -> State:
    """Return the state; a database that lost it is no store."""
    found = next(rows(transaction, cypher.STATE), None)
    if found is None:
        raise StoreError("The Neo4j database holds no record any more.", "Restore a backup.")
    return state_of(found["state"])


def held(transaction: AnyTransaction) -> State:
    """Return the state, locked until the transaction ends."""
    return state_of(next(rows(transaction, cypher.LOCK)))


def look_at(transaction: AnyTransaction, token: str, phase: str) -> State:
    """Return the state of a change under way; somebody else may have taken it over."""
    return _owned(look(transaction), token, phase)


def held_by(transaction: AnyTransaction, token: str, phase: str) -> State:
    """Return the state of a change under way, locked until the transaction ends."""
    return _owned(held(transaction), token, phase)


def _owned(state: State, token: str, phase: str) -> State:
    if (state.token, state.phase) != (token, phase):
        raise StoreBusy("Another program took over while this one was silent; the change may be kept.", "Repeat it.")
    return state


def keep(transaction: AnyTransaction, **values: object) -> None:
    """Write some of the state."""
    transaction.run(cypher.KEEP, {"values": values}).consume()
