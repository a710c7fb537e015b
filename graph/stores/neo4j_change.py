"""How a change set gets into Neo4j whole or not at all, in one transaction or, if it is large, in many.

First every change is written beside the record, with what it changes before and after; then the node `Store` says
that they are being applied; then they are, piece by piece; then `Store` says the new revision. Until that last word
readers lay what was before over what they read. Whoever comes after a crash drops what was only written beside, and
finishes what was being applied. See docs/decisions/010-neo4j.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, fields
from itertools import chain, islice
from typing import Any, TypeVar

from graph.errors import Conflict, StoreBusy
from graph.history import Batch, Change, Heading, hash_of, json_of
from graph.model import Thing
from graph.stores import cypher
from graph.stores.base import conflict_with
from graph.stores.memory import MemoryStore
from graph.stores.neo4j_graph import Stands, Turn, look_up, turn
from graph.stores.neo4j_session import AnyTransaction, Work, rows
from graph.stores.neo4j_state import APPLYING, STAGING, State, held, held_by, keep, state_of

AT_ONCE = 10_000  # changes in one transaction: some 100 MB of the server's memory
SILENT = 30_000  # milliseconds after which a program that stopped in the middle of a change is taken for dead

Got = TypeVar("Got")
Run = Callable[[Work[Any]], Any]
Staged = list[Any]  # number, place, address, before, after (as JSON), the batches that wrote before and after
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
        staged = list(_checked(run, state, batch.id, changes, known, done))
        fingerprint += sum(_adds(row) for row in staged)
        _stage(run, token, state.era, done, staged)
        done += len(staged)
    new = state.revision + 1
    switch(run, token, [(new, batch)], new, fingerprint)
    put(run, token, (Turn(address, c.before, c.after, batch.id) for address, c in addressed))
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
) -> Iterator[Staged]:
    """Yield the changes as they are staged, each compared with what stands before it."""
    for number, (address, change) in enumerate(changes, place):
        stands = known[address]
        if (stands[0] if stands else None) != change.before:
            raise _conflict(run, state, address)
        before, after, was = json_of(change.before), json_of(change.after), stands[1] if stands else None
        yield [state.revision + 1, number, address, _or_none(before), _or_none(after), was, None]
        known[address] = (change.after, batch) if change.after else None


def _or_none(line: str) -> str | None:
    return None if line == "null" else line


def _adds(row: Staged) -> int:
    return (hash_of(row[4]) if row[4] else 0) - (hash_of(row[3]) if row[3] else 0)


def _conflict(run: Run, state: State, address: str) -> Conflict:
    """Return the error that names who changed an address last."""
    asked = {"era": state.era, "revision": state.revision, "address": address}
    last = run(lambda transaction: next(rows(transaction, cypher.LAST_CHANGE, **asked), None))
    return conflict_with(address, Heading(**last) if last else None)


def _stage(run: Run, token: str, era: int, done: int, staged: Sequence[Staged]) -> None:
    """Write changes beside the record, unless an earlier try has done so."""

    def work(transaction: AnyTransaction) -> None:
        if held_by(transaction, token, STAGING).done == done:
            transaction.run(cypher.ADD_CHANGES, {"rows": staged, "era": era}).consume()
            keep(transaction, done=done + len(staged))

    run(work)


def stage_all(run: Run, token: str, era: int, staged: Iterable[Staged]) -> None:
    """Write any number of changes beside the record."""
    done = 0
    for piece in pieces(staged, AT_ONCE):
        _stage(run, token, era, done, piece)
        done += len(piece)


def switch(run: Run, token: str, batches: Sequence[tuple[int, Batch]], revision: int, fingerprint: int) -> None:
    """Write the headings and say that the changes are being applied: from now on they will be, come what may."""

    def work(transaction: AnyTransaction) -> None:
        state = held(transaction)
        if (state.token, state.phase) == (token, APPLYING):
            return
        state = held_by(transaction, token, STAGING)
        headings = [{"era": state.log_era, "number": n, **_heading(batch)} for n, batch in batches]
        transaction.run(cypher.ADD_BATCHES, {"rows": headings}).consume()
        next_fingerprint = f"{fingerprint % 2**256:x}"
        keep(transaction, phase=APPLYING, done=0, next_revision=revision, next_fingerprint=next_fingerprint)

    run(work)


def _heading(batch: Batch) -> dict[str, Any]:
    return dict(zip((field.name for field in fields(Heading)), astuple(Heading.of(batch)), strict=True))


def put(run: Run, token: str, log: Iterable[Turn]) -> None:
    """Apply changes piece by piece, each once."""
    done = 0
    for piece in pieces(log, AT_ONCE):
        put_piece(run, token, done, piece)
        done += len(piece)


def put_piece(run: Run, token: str, done: int, piece: Log) -> None:
    def work(transaction: AnyTransaction) -> None:
        if held_by(transaction, token, APPLYING).done == done:
            turn(transaction, piece)
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


def renew(run: Run, token: str, wanted: MemoryStore, standing: Work[dict[str, Stands]]) -> int:
    """Hold the batches of another store instead of all that is there, as a new era; return the revision."""
    state, _ = run(lambda transaction: begin(transaction, token, f"era {token}", renew=True))
    turns = _turns(run(standing), {address: (thing, batch) for address, thing, batch in wanted.standing()})
    batches = list(enumerate(wanted.batches(), 1))
    history = (row for number, batch in batches for row in _history(number, batch))
    diff = (_staged(0, place, t, was) for place, (t, was) in enumerate(turns))
    stage_all(run, token, state.era + 1, chain(diff, history))
    switch(run, token, batches, len(batches), wanted.fingerprint())
    put(run, token, [each for each, _ in turns])
    return finish(run, token)


def _turns(old: Mapping[str, Stands], new: Mapping[str, Stands]) -> list[tuple[Turn, str | None]]:
    """Return what leads from one record to another, with the batch that wrote what was there before."""
    turns = []
    for address in sorted(old.keys() | new.keys()):
        (before, was), (after, by) = old.get(address, (None, None)), new.get(address, (None, ""))
        if (before, was) != (after, by):
            turns.append((Turn(address, before, after, by), was))
    return turns


def _staged(number: int, place: int, each: Turn, was: str | None) -> Staged:
    lines = _or_none(json_of(each.before)), _or_none(json_of(each.after))
    return [number, place, each.address, *lines, was, each.batch]


def _history(number: int, batch: Batch) -> Iterator[Staged]:
    for place, change in enumerate(batch.changes):
        lines = _or_none(json_of(change.before)), _or_none(json_of(change.after))
        yield [number, place, change.address, *lines, None, None]


def pieces(items: Iterable[Got], size: int) -> Iterator[list[Got]]:
    """Yield items in lists of at most a size."""
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece
