"""How a change set gets into Neo4j whole or not at all, in one transaction or, if it is large, in many.

First every change is written beside the record, with what it changes before and after; then the node `Store` says
that they are being applied; then they are, piece by piece; then `Store` says the new revision. Until that last word
readers lay what was before over what they read. Whoever comes after a crash drops what was only written beside, and
finishes what was being applied. See docs/decisions/010-neo4j.md.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from graph.errors import Conflict, StoreBusy
from graph.history import Batch, Change, Heading, hash_of
from graph.model import Thing
from graph.stores import cypher, neo4j_log
from graph.stores.base import conflict_with
from graph.stores.neo4j_graph import Stands, Turn, look_up, made_sure, turn
from graph.stores.neo4j_log import Line, line_of, pieces
from graph.stores.neo4j_session import AnyTransaction, Work, rows
from graph.stores.neo4j_state import APPLYING, STAGING, State, held, held_by, keep, state_of

AT_ONCE = 5_000  # changes in one transaction: some 50 MB of the server's memory
SILENT = 30_000  # milliseconds after which a program that stopped in the middle of a change is taken for dead

Run = Callable[[Work[Any]], Any]
Addressed = tuple[str, Change]
Log = Sequence[Turn]


class Unfinished(Exception):
    """Something is under way that must be ended first."""


def begin(transaction: AnyTransaction, token: str, batch: str, *, renew: bool = False) -> tuple[State, bool]:
    """Say that a change is under way, unless the batch is there already, and return the state before that."""
    found = next(rows(transaction, cypher.LOCK_ONLY))
    state = state_of(found["state"])
    if state.phase or state.sweep:
        if state.phase == STAGING and (state.token, state.batch, state.done) == (token, batch, 0):
            return state, False
        if state.phase and state.token != token and found["age"] < SILENT:
            raise StoreBusy("Another program is writing a large change.", "Try again in a moment.")
        raise Unfinished
    if not renew and _is_kept(transaction, state, batch):
        return state, True
    held(transaction)
    log = (state.era + 1, 0) if renew else (state.era, state.revision + 1)
    keep(transaction, phase=STAGING, token=token, batch=batch, log_era=log[0], log_number=log[1], done=0)
    return state, False


def _is_kept(transaction: AnyTransaction, state: State, batch: str) -> bool:
    """Return whether the store holds a batch."""
    known = rows(transaction, cypher.NUMBER_OF, era=state.era, id=batch, revision=state.revision)
    return next(known, None) is not None


def append(run: Run, token: str, batch: Batch) -> int:
    """Apply one batch and return the revision; `run` does each piece of work, in one transaction or in its own."""
    state, is_kept = run(lambda transaction: begin(transaction, token, batch.id))
    if is_kept:
        return int(state.revision)
    known: dict[str, Stands | None] = {}
    fingerprint, done = int(state.fingerprint, 16), 0
    addressed = [(change.address, change) for change in batch.changes]  # once: for a claim it is a hash
    for changes in pieces(addressed, AT_ONCE):
        _look_up_new(run, state, changes, known)
        lines = list(_checked(run, state, batch.id, changes, known, done))
        fingerprint += sum(map(_adds, lines))
        stage(run, token, state.era, done, lines)
        done += len(lines)
    new = state.revision + 1
    switch(run, token, [(new, Heading.of(batch))], new, fingerprint)
    put(run, token, pieces((Turn(address, c.before, c.after, batch.id) for address, c in addressed), AT_ONCE))
    return finish(run, token)


def _look_up_new(run: Run, state: State, changes: Sequence[Addressed], known: dict[str, Stands | None]) -> None:
    """Learn what stands at the addresses that no earlier change of the batch has touched."""
    new = {address: _some(change) for address, change in changes if address not in known}
    found = run(lambda transaction: look_up(transaction, new)) if state.revision else {}
    known.update({address: found.get(address) for address in new})


def _some(change: Change) -> Thing:
    return change.after or change.before  # type: ignore[return-value]  # its address would have failed before


def _checked(
    run: Run, state: State, batch: str, changes: Sequence[Addressed], known: dict[str, Stands | None], place: int
) -> Iterator[Line]:
    """Yield the changes as they are staged, each compared with what stands before it."""
    for number, (address, change) in enumerate(changes, place):
        stands = known[address]
        if (stands[0] if stands else None) != change.before:
            raise _conflict(run, state, address, stands[1] if stands else "")
        was = stands[1] if stands else ""
        yield Line(state.revision + 1, number, address, line_of(change.before), line_of(change.after), was)
        known[address] = (change.after, batch) if change.after else None


def _adds(line: Line) -> int:
    return (hash_of(line.after) if line.after else 0) - (hash_of(line.before) if line.before else 0)


def _conflict(run: Run, state: State, address: str, by: str) -> Conflict:
    """Return the error that names who changed an address last: the batch that wrote what stands, or one before."""
    asked = {"era": state.era, "revision": state.revision}

    def last(transaction: AnyTransaction) -> Any:
        stands = next(rows(transaction, cypher.HEADING, id=by, **asked), None)
        return stands or next(rows(transaction, cypher.LAST_CHANGE, address=address, **asked), None)

    found = run(last)
    return conflict_with(address, Heading(**found) if found else None)


def stage(run: Run, token: str, era: int, done: int, lines: Sequence[Line]) -> None:
    """Write changes beside the record, unless an earlier try has done so."""

    def work(transaction: AnyTransaction) -> None:
        if held_by(transaction, token, STAGING).done == done:
            neo4j_log.add(transaction, era, lines)
            keep(transaction, done=done + len(lines))

    run(work)


def switch(run: Run, token: str, history: Sequence[tuple[int, Heading]], revision: int, fingerprint: int) -> None:
    """Write the headings and say that the changes are being applied: from now on they will be, come what may."""

    def work(transaction: AnyTransaction) -> None:
        state = held(transaction)
        if (state.token, state.phase) == (token, APPLYING):
            return
        state = held_by(transaction, token, STAGING)
        headings = [{"era": state.log_era, "number": n, **asdict(heading)} for n, heading in history]
        transaction.run(cypher.ADD_BATCHES, {"rows": headings}).consume()
        next_fingerprint = f"{fingerprint % 2**256:x}"
        keep(transaction, phase=APPLYING, done=0, next_revision=revision, next_fingerprint=next_fingerprint)

    run(work)


def put(run: Run, token: str, log: Iterable[Log]) -> None:
    """Apply changes piece by piece, each once."""
    done = 0
    there: Collection[str] = ()
    for piece in log:
        put_piece(run, token, done, piece, there)
        done += len(piece)
        there = made_sure(there, piece)


def put_piece(run: Run, token: str, done: int, piece: Log, there: Collection[str] = ()) -> None:
    """Apply some changes, unless an earlier try has done so; `there` are addresses that surely are nodes."""

    def work(transaction: AnyTransaction) -> None:
        if held_by(transaction, token, APPLYING).done == done:
            turn(transaction, piece, there)
            keep(transaction, done=done + len(piece))

    run(work)


def finish(run: Run, token: str) -> int:
    """Say that the change is kept, and return the revision."""

    def work(transaction: AnyTransaction) -> int:
        state = held(transaction)
        if state.token == token and not state.phase:
            return state.revision  # an earlier try has done so
        state = held_by(transaction, token, APPLYING)
        renewed = state.log_era != state.era
        said = {"era": state.log_era, "revision": state.next_revision, "fingerprint": state.next_fingerprint}
        keep(transaction, **said, phase="", done=0, sweep=renewed)
        return state.next_revision

    revision: int = run(work)
    return revision
