"""The contract of every store; memory.py is its executable specification."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.errors import Conflict, StoreDamaged, UnknownName
from graph.history import Batch, Heading, hash_of, json_of
from graph.model import Thing
from graph.record import Record
from graph.stores import backup
from graph.stores.still_named import sparing
from graph.words import count, joined

MOST_NAMED = 10  # claims in one sentence

Standing = tuple[str, Thing, str]


class Store(AbstractContextManager["Store"]):
    """A record with its whole history.

    Every store does three things its own way: read, append a batch whole or not at all, and list what it was given.
    Undo, verify, backup and restore follow from these and are the same everywhere.
    """

    @property
    def revision(self) -> int:
        """How many batches the store holds."""
        raise NotImplementedError

    def read(self) -> Record:
        """Return the record at the current revision."""
        raise NotImplementedError

    def apply(self, batch: Batch) -> int:
        """Apply a batch whole or not at all and return the revision.

        A batch that the store holds already changes nothing. Where a thing differs from what the batch expects
        before its change, `Conflict` names the thing and who changed it.
        """
        raise NotImplementedError

    def history(self, *, since: str = "") -> list[Heading]:
        """Return the headings of the batches, oldest first, from a day (`YYYY-MM-DD`) or after a batch id if given."""
        raise NotImplementedError

    def batch(self, batch_id: str) -> Batch | None:
        """Return one batch with its changes."""
        raise NotImplementedError

    def batches(self) -> Iterator[Batch]:
        """Yield all batches with their changes, oldest first."""
        raise NotImplementedError

    def standing(self) -> Iterator[Standing]:
        """Yield every node and claim that stands now, with its address and the id of the batch that wrote it last."""
        raise NotImplementedError

    def fingerprint(self) -> int:
        """Return the fingerprint of the record (history.fingerprint) as kept beside it at the last batch."""
        raise NotImplementedError

    def replace(self, batches: Iterable[Batch]) -> int:
        """Forget everything and hold these batches instead, whole or not at all; return the revision."""
        raise NotImplementedError

    def close(self) -> None:
        """Release what the store holds; calling it twice is fine."""
        raise NotImplementedError

    def problems(self) -> list[str]:
        """Return what the store itself finds wrong with its medium, one sentence each."""
        return []

    def things(self) -> Iterator[Thing]:
        """Yield every node and claim that stands now."""
        return (thing for _, thing, _ in self.standing())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def undo(self, batch_id: str, *, author: str, reason: str) -> Batch:
        """Take a batch back by a new one, which is returned; a batch that later ones rest on is a `Conflict`.

        A source that it added and that something else rests on by now stays.
        """
        batch = self.batch(batch_id)
        if batch is None:
            raise UnknownName(f"There is no batch {batch_id}.", "`whoelse changes` lists them.")
        for heading in self.history():
            if heading.undoes == batch.id and not self._is_undone(heading.id):
                raise Conflict(f"Batch {batch.id} has been undone already, by {heading.id}.", "Undo that one instead.")
        inverse = sparing(batch.inverse(author, now(), reason), self.things())
        if self.batch(inverse.id) is not None:  # undone and redone within this second: the same words at the same time
            raise Conflict(f"Batch {batch.id} was undone and redone a moment ago.", "Try again in a second.")
        self.apply(inverse)
        return inverse

    def _is_undone(self, batch_id: str) -> bool:
        return any(heading.undoes == batch_id for heading in self.history())

    def verify(self) -> list[str]:
        """Return what is wrong with the store, one sentence each; nothing wrong is an empty list."""
        try:
            return self.problems() or list(self._alterations()) or list(self._left_out())
        except StoreDamaged as error:
            return [error.what]

    def _alterations(self) -> Iterator[str]:
        standing = {address: (hash_of(json_of(thing)), batch) for address, thing, batch in self.standing()}
        if sum(number for number, _ in standing.values()) % 2**256 != self.fingerprint():
            yield "The record is not what was written: its fingerprint differs from the one kept beside it."
        expected: dict[str, tuple[int, str]] = {}
        for heading, batch in zip(self.history(), self.batches(), strict=True):
            if Heading.of(batch) != heading:
                yield f"Batch {heading.id} is not what was written: its changes do not fit its name and its counts."
            for change in batch.changes:
                if change.after is None:
                    expected.pop(change.address, None)
                else:
                    expected[change.address] = (hash_of(json_of(change.after)), heading.id)
        for address in sorted(standing.keys() | expected.keys()):
            if standing.get(address) != expected.get(address):
                yield f"{address} differs from what the history of changes says."

    def _left_out(self) -> Iterator[str]:
        claims = self.read().left_out
        if claims:
            named = joined(claims[:MOST_NAMED]) + " and more" * (len(claims) > MOST_NAMED)
            what = f"{count(len(claims), 'claim')} on what is not in the record, left out of every answer: {named}."
            yield f"{what} Take back the change that withdrew it; `whoelse changes` lists them."

    def backup(self, file: Path) -> str:
        """Write the whole history to a file that any store restores from and return its SHA-256."""
        return backup.write(file, self.batches())

    def restore(self, file: Path) -> int:
        """Hold what a backup holds, whole or not at all, and return the revision."""
        return self.replace(backup.each(file))


def conflict_with(change_address: str, last: Heading | None) -> Conflict:
    """Return the error of a batch that expects a thing to be what it is no longer."""
    by = f" by {last.author} on {last.at[:10]} ({last.reason}, batch {last.id})" if last else ""
    return Conflict(f"{change_address} has been changed{by} since it was read.", "Read it again and repeat the change.")


def damaged(what: str) -> StoreDamaged:
    """Return the error of a store whose content cannot be read."""
    return StoreDamaged(what, "Restore a backup with `whoelse restore FILE`, or begin with a new store file.")


def now() -> str:
    """Return this moment, in UTC, to the microsecond: two programs that write the same at once remain two."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
