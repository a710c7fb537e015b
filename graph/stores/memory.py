"""The record in plain dictionaries, with nothing kept: for tests, and the specification of every other store."""

from collections.abc import Iterable, Iterator

from graph.history import Batch, Heading, fingerprint, json_of
from graph.model import Claim, Thing
from graph.record import Record, record_of, rows_of_claims
from graph.stores.base import Standing, Store, conflict_with


class MemoryStore(Store):
    """Holds batches in a list, and what stands now, with the batch that wrote it, by address."""

    def __init__(self) -> None:
        self._batches: dict[str, Batch] = {}
        self._standing: dict[str, tuple[Thing, str]] = {}
        self._last: dict[str, str] = {}
        self._fingerprint: int | None = 0  # None: to be found anew

    @property
    def revision(self) -> int:
        """How many batches the store holds."""
        return len(self._batches)

    def read(self) -> Record:
        """Return the record at the current revision."""
        nodes = [thing for thing, _ in self._standing.values() if not isinstance(thing, Claim)]
        claims = [(thing, batch) for thing, batch in self._standing.values() if isinstance(thing, Claim)]
        return record_of(self.revision, nodes, rows_of_claims(claims))

    def apply(self, batch: Batch) -> int:
        """Apply a batch whole or not at all and return the revision."""
        if batch.id in self._batches:
            return self.revision
        standing = dict(self._standing)
        for change in batch.changes:
            found = standing.get(change.address)
            if (found[0] if found else None) != change.before:
                last = self._batches.get(self._last.get(change.address, ""))
                raise conflict_with(change.address, Heading.of(last) if last else None)
            if change.after is None:
                del standing[change.address]
            else:
                standing[change.address] = (change.after, batch.id)
        self._standing, self._fingerprint = standing, None
        self._batches[batch.id] = batch
        self._last.update({change.address: batch.id for change in batch.changes})
        return self.revision

    def history(self, *, since: str = "") -> list[Heading]:
        """Return the headings of the batches, oldest first, from a day or after a batch id if given."""
        headings = [Heading.of(batch) for batch in self._batches.values()]
        if since in self._batches:
            return headings[list(self._batches).index(since) + 1 :]
        return [heading for heading in headings if heading.at >= since]

    def batch(self, batch_id: str) -> Batch | None:
        """Return one batch with its changes."""
        return self._batches.get(batch_id)

    def batches(self) -> Iterator[Batch]:
        """Yield all batches with their changes, oldest first."""
        yield from list(self._batches.values())

    def standing(self) -> Iterator[Standing]:
        """Yield every node and claim that stands now, with its address and the id of the batch that wrote it last."""
        yield from [(address, thing, batch) for address, (thing, batch) in self._standing.items()]

    def fingerprint(self) -> int:
        """Return the fingerprint of the record."""
        if self._fingerprint is None:
            self._fingerprint = fingerprint([json_of(thing) for thing in self.things()])
        return self._fingerprint

    def replace(self, batches: Iterable[Batch]) -> int:
        """Forget everything and hold these batches instead, whole or not at all; return the revision."""
        fresh = MemoryStore()
        for batch in batches:
            fresh.apply(batch)
        self._batches, self._standing, self._last = fresh._batches, fresh._standing, fresh._last
        self._fingerprint = fresh._fingerprint
        return self.revision

    def close(self) -> None:
        """Nothing is held."""
