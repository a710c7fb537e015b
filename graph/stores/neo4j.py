"""The record on a Neo4j server: for teams that share one graph, and for whoever wants to ask it in Cypher."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock
from typing import TypeVar

from graph.errors import Conflict, InvalidThing, StoreBusy
from graph.history import Batch, Change, Heading, thing_of
from graph.model import Claim, Thing
from graph.record import Record, record_of, rows_of_claims
from graph.stores import cypher, neo4j_change, neo4j_graph, neo4j_log, neo4j_recovery, neo4j_renew, neo4j_schema
from graph.stores.base import Standing, Store, damaged
from graph.stores.neo4j_change import Run, Unfinished
from graph.stores.neo4j_graph import Stands
from graph.stores.neo4j_session import PIECE, AnyTransaction, Connection, Login, Work, rows
from graph.stores.neo4j_state import APPLYING, State, look
from graph.stores.sqlite import SqliteStore
from graph.stores.unsearched import unsearched

TRIES = 5  # reads that another program's change has crossed, before this counts as busy

Got = TypeVar("Got")
Before = dict[str, Stands | None]  # what stood before a change that is being applied


class Neo4jStore(Store):
    """Keeps nodes as nodes, claims as relationships (seats as nodes), and beside them the history as lines of JSON."""

    def __init__(self, url: str, name: str, login: Login) -> None:
        self._connection = Connection(url, name, login)
        self._token = secrets.token_hex(8)  # tells this store's changes under way from those of other programs
        self._lock = RLock()
        try:
            neo4j_schema.settle(self._connection)
        except BaseException:
            self.close()
            raise

    @property
    def revision(self) -> int:
        """How many batches the store holds."""
        return self._connection.read(look).revision

    def read(self) -> Record:
        """Return the record at the current revision, claims straight from their rows."""
        return self._steadily(_record)

    def apply(self, batch: Batch) -> int:
        """Apply a batch whole or not at all and return the revision."""
        _ = batch.id  # takes long for a large batch, so before anything is locked
        if len(batch.changes) <= neo4j_change.AT_ONCE:
            return self._change(False, lambda run: neo4j_change.append(run, self._token, batch))
        with unsearched():
            return self._change(True, lambda run: neo4j_change.append(run, self._token, batch, neo4j_change.AHEAD))

    def history(self, *, since: str = "") -> list[Heading]:
        """Return the headings of the batches, oldest first, from a day or after a batch id if given."""
        return self._steadily(lambda transaction, state: _history(transaction, state, since))

    def batch(self, batch_id: str) -> Batch | None:
        """Return one batch with its changes."""
        return self._steadily(lambda transaction, state: _batch(transaction, state, batch_id))

    def batches(self) -> Iterator[Batch]:
        """Yield all batches with their changes, oldest first."""
        for heading in self.history():
            batch = self.batch(heading.id)
            if batch is None:
                what = f"Another program replaced the store {self._connection.name} meanwhile."
                raise StoreBusy(what, "Try again.")
            yield batch

    def standing(self) -> Iterator[Standing]:
        """Yield every node and claim that stands now, with its address and the batch that wrote it last."""
        with self._connection.streaming() as transaction:
            state = look(transaction)
            with self._readable(transaction, state):
                yield from _standing(transaction, _before(transaction, state))
            if look(transaction).shown != state.shown:
                raise StoreBusy(f"Another program changed the store {self._connection.name} meanwhile.", "Try again.")

    def fingerprint(self) -> int:
        """Return the fingerprint of the record as kept beside it at the last batch."""
        return int(self._connection.read(look).fingerprint, 16)

    def replace(self, batches: Iterable[Batch]) -> int:
        """Forget everything and hold these batches instead, whole or not at all; return the revision."""
        with TemporaryDirectory(prefix="whoelse-") as folder, SqliteStore(Path(folder) / "wanted.db") as wanted:
            wanted.replace(batches)
            large = _changes(wanted) + self._size() > neo4j_change.AT_ONCE
            standing = self._standing if large else _all_standing
            revision = self._change(large, lambda run: neo4j_renew.renew(run, self._token, wanted, standing))
        neo4j_recovery.sweep(self._write_piece)
        return revision

    def _standing(self, _run: Run) -> Iterator[Standing]:
        """Yield what stands, read beside the pieces of a large change."""
        with self._connection.streaming() as transaction:
            yield from _standing(transaction, {})

    def _size(self) -> int:
        return int(self._connection.read(lambda transaction: next(rows(transaction, cypher.SIZE))))

    def close(self) -> None:
        """Close the connections; calling it twice is fine."""
        self._connection.close()

    def problems(self) -> list[str]:
        """Return what of the schema is missing, and which relationships do not lie where they say."""
        names = self._connection.read(neo4j_schema.missing_indexes)
        moved = self._connection.read(lambda transaction: list(rows(transaction, cypher.MOVED)))
        twice = self._connection.read(lambda transaction: list(rows(transaction, cypher.TWICE)))
        where = self._connection.name
        return [
            *(f"The store {where} is damaged: its index {name} is missing or does not work." for name in names),
            *(f"claim:{claim} lies between other nodes than those it names." for claim in moved),
            *(f"claim:{claim} stands more than once." for claim in twice),
        ]

    def _change(self, large: bool, work: Callable[[Run], int]) -> int:
        """Do a change in one transaction, or in many if it is large; what was left unfinished is ended before."""
        write, write_piece = self._connection.write, self._write_piece
        with self._lock:
            while True:
                try:
                    if large:
                        return work(write_piece)
                    return write(lambda transaction: work(lambda piece: piece(transaction)))
                except Unfinished:
                    neo4j_recovery.recover(write_piece, self._token)
                except Conflict:
                    if large:
                        neo4j_recovery.recover(write_piece, self._token)
                    raise

    def _write_piece(self, work: Work[Got]) -> Got:
        return self._connection.write(work, PIECE)

    def _steadily(self, work: Callable[[AnyTransaction, State], Got]) -> Got:
        """Return what a piece of work reads, all of one revision: it is repeated where a change crossed it."""

        def once(transaction: AnyTransaction) -> tuple[Got, bool]:
            state = look(transaction)
            with self._readable(transaction, state):
                got = work(transaction, state)
            return got, look(transaction).shown == state.shown

        for _ in range(TRIES):
            with suppress(StoreBusy):  # what it was about to read, or half had read, has been deleted
                got, is_whole = self._connection.read(once)
                if is_whole:
                    return got
        raise StoreBusy(f"Other programs keep changing the store {self._connection.name}.", "Try again in a moment.")

    @contextmanager
    def _readable(self, transaction: AnyTransaction, state: State) -> Iterator[None]:
        """Say that the store is damaged where something is nothing that this program would have written.

        What is deleted while it is read looks like that too, so first whether a change crossed the reading.
        """
        try:
            yield
        except (InvalidThing, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
            now = look(transaction)
            if now.shown != state.shown or now.phase == APPLYING:
                what = f"Another program changed the store {self._connection.name} meanwhile."
                raise StoreBusy(what, "Try again.") from error
            raise damaged(f"The store {self._connection.name} is damaged: its content cannot be read.") from error


def _record(transaction: AnyTransaction, state: State) -> Record:
    before = _before(transaction, state)
    if before:
        things = [(thing, batch) for _, thing, batch in _standing(transaction, before)]
        return _record_of_things(state.revision, things)
    nodes = [node for node, _ in neo4j_graph.read_nodes(transaction)]
    return record_of(state.revision, nodes, neo4j_graph.read_claims(transaction))


def _record_of_things(revision: int, things: list[Stands]) -> Record:
    claims = [(thing, batch) for thing, batch in things if isinstance(thing, Claim)]
    nodes = [thing for thing, _ in things if not isinstance(thing, Claim)]
    return record_of(revision, nodes, rows_of_claims(claims))


def _standing(transaction: AnyTransaction, before: Before) -> Iterator[Standing]:
    """Yield what stands, and in place of what is being changed what stood before."""
    for thing, batch in neo4j_graph.read_nodes(transaction):
        if thing.address not in before:
            yield thing.address, thing, batch
    for claim_id, row in neo4j_graph.read_claims(transaction):
        if f"claim:{claim_id}" not in before:
            yield f"claim:{claim_id}", *neo4j_graph.claim_of(row)
    yield from ((address, *stands) for address, stands in before.items() if stands)


def _before(transaction: AnyTransaction, state: State) -> Before:
    """Return what stood at every address that a change under way touches."""
    before: Before = {}
    if state.phase == APPLYING:
        for _, log in neo4j_recovery.read_logs(lambda work: work(transaction), state):
            for address, thing, _, was, _ in log:
                before.setdefault(address, (thing, was) if thing else None)
    return before


def _all_standing(run: Run) -> list[Standing]:
    standing: list[Standing] = run(lambda transaction: list(_standing(transaction, {})))
    return standing


def _changes(store: Store) -> int:
    return sum(one.added + one.changed + one.closed + one.withdrawn for one in store.history())


def _history(transaction: AnyTransaction, state: State, since: str) -> list[Heading]:
    asked = {"era": state.era, "revision": state.revision}
    after = next(rows(transaction, cypher.NUMBER_OF, id=since, **asked), 0)
    found = rows(transaction, cypher.HEADINGS, after=after, since="" if after else since, **asked)
    return [Heading(**heading) for heading in found]


def _batch(transaction: AnyTransaction, state: State, batch_id: str) -> Batch | None:
    asked = {"era": state.era, "revision": state.revision, "id": batch_id}
    heading = next(rows(transaction, cypher.HEADING, **asked), None)
    if heading is None:
        return None
    number = next(rows(transaction, cypher.NUMBER_OF, **asked))
    lines = neo4j_log.read(transaction, state.era, number)
    changes = tuple(Change(_thing(before), _thing(after)) for before, after, _, _ in lines)
    says = Heading(**heading)
    return Batch(says.author, says.at, says.reason, changes, says.file_hash, says.undoes)


def _thing(line: str) -> Thing | None:
    return thing_of(line) if line else None
