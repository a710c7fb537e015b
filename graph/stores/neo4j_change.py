"""How a change set gets into Neo4j whole or not at all, in one transaction or, if it is large, in many.

First every change is written beside the record, with what it changes before and after; then the node `Store` says
that they are being applied; then they are, piece by piece; then `Store` says the new revision. Until that last word
readers lay what was before over what they read. Whoever comes after a crash drops what was only written beside, and
finishes what was being applied. See docs/decisions/010-neo4j.md.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import wait
from dataclasses import asdict
from functools import partial
from itertools import count
from typing import Any, NamedTuple

from graph.errors import Conflict, StoreBusy
from graph.history import Batch, Change, Heading, hash_of, there
from graph.model import Thing
from graph.stores import cypher, neo4j_log
from graph.stores.base import conflict_with
from graph.stores.in_order import Before, InOrder
from graph.stores.neo4j_graph import Stands, Turn, ends_of, learn, look_up, only_adds_claims, put_ends, turn
from graph.stores.neo4j_log import Line, line_of, pieces
from graph.stores.neo4j_session import AnyTransaction, Work, rows
from graph.stores.neo4j_state import APPLYING, STAGING, State, held, held_by, keep, look_at, state_of

AT_ONCE = 5_000  # changes in one transaction: some 50 MB of the server's memory
AHEAD = 2  # pieces under way at once: the server draws one while it commits the one before
PATIENCE = 2.0  # seconds that a piece drawn ahead waits for its turn before it makes room
SILENT = 30_000  # milliseconds after which a program that stopped in the middle of a change is taken for dead

Run = Callable[[Work[Any]], Any]
Addressed = tuple[str, Change]
Log = Sequence[Turn]
NOTHING = (None, "")


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


def append(run: Run, token: str, batch: Batch, ahead: int = 0) -> int:
    """Apply one batch and return the revision; `run` does each piece of work, in one transaction or in its own.

    Where each has its own, `ahead` of them may be under way at once.
    """
    state, is_kept = run(lambda transaction: begin(transaction, token, batch.id))
    if is_kept:
        return int(state.revision)
    fingerprint, done = int(state.fingerprint, 16), 0
    addresses: list[str] = []  # kept: for a claim it is a hash
    with InOrder(ahead) as order:
        for lines in _checked(run, state, batch):
            fingerprint += sum(map(_adds, lines))
            order.add(partial(stage, run, token, state.era, done, lines))
            addresses += [line.address for line in lines]
            done += len(lines)
    new = state.revision + 1
    switch(run, token, [(new, Heading.of(batch))], new, fingerprint)
    turns = (Turn(a, c.before, c.after, batch.id) for a, c in zip(addresses, batch.changes, strict=True))
    put(run, token, pieces(turns, AT_ONCE), ahead)
    return finish(run, token)


def _checked(run: Run, state: State, batch: Batch) -> Iterator[list[Line]]:
    """Yield the changes piece by piece as they are staged, each compared with what stands before it."""
    left: dict[str, Thing | None] = {}  # what earlier changes of the batch left
    place = count()
    for changes in pieces(((change.address, change) for change in batch.changes), AT_ONCE):
        found = _found(run, state, (each for each in changes if each[0] not in left))
        lines = []
        for address, change in changes:
            thing, was = (left[address], batch.id) if address in left else found.get(address, NOTHING)
            if thing != change.before:
                raise _conflict(run, state, address, was)
            before, after = line_of(change.before), line_of(change.after)
            lines.append(Line(state.revision + 1, next(place), address, before, after, was if thing else ""))
            left[address] = change.after
        yield lines


def _found(run: Run, state: State, changes: Iterable[Addressed]) -> dict[str, Stands]:
    """Return what stands at some addresses; in an empty record nothing does."""
    some = {address: there(change.after or change.before) for address, change in changes}
    found: dict[str, Stands] = run(lambda transaction: look_up(transaction, some)) if state.revision else {}
    return found


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


def stage(run: Run, token: str, era: int, done: int, lines: Sequence[Line], before: Before = None) -> None:
    """Write changes beside the record."""
    place = Place(token, STAGING, done, len(lines))
    _in_turn(run, place, lambda transaction: neo4j_log.add(transaction, era, lines), before)


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


def put(run: Run, token: str, log: Iterable[Log], ahead: int = 0) -> None:
    """Apply changes piece by piece, each once and in its turn.

    What only adds claims rests on no other piece, so it may be drawn while the one before is being kept.
    """
    done = 0
    sure: set[str] = set()
    with InOrder(ahead) as order:
        for piece in log:
            is_free = only_adds_claims(piece)
            if ahead and is_free:
                _make_ends(run, token, piece, sure)
            order.add(partial(put_piece, run, token, done, piece, sure), alone=not is_free)
            done += len(piece)


def _make_ends(run: Run, token: str, piece: Log, sure: set[str]) -> None:
    """Make what a piece joins be nodes, kept at once: two pieces that make one node would wait for each other."""
    new = [end for end in ends_of(piece) if end not in sure]

    def work(transaction: AnyTransaction) -> None:
        held_by(transaction, token, APPLYING)
        put_ends(transaction, new)

    if new:
        run(work)
        sure.update(new)


def put_piece(run: Run, token: str, done: int, piece: Log, sure: set[str], before: Before = None) -> None:
    """Apply some changes; `sure` are addresses that surely are nodes, and it learns those of this piece."""
    place = Place(token, APPLYING, done, len(piece))
    _in_turn(run, place, lambda transaction: turn(transaction, piece, sure), before)
    learn(sure, piece)


class Place(NamedTuple):
    """Of which change, in which phase, after how many changes and of how many a piece is."""

    token: str
    phase: str
    done: int
    size: int


def _in_turn(run: Run, place: Place, work: Work[None], before: Before) -> None:
    """Do the work of a piece, unless an earlier try has done so, and keep it after the piece before."""

    def once(transaction: AnyTransaction, patience: float | None) -> None:
        is_ahead = before is not None and not before.done()
        if not is_ahead:
            _await(before, patience)  # one that failed is not passed over: what it did not keep would be lost
        # Only who has its turn may lock: the piece before needs the lock, and after a cut at COMMIT it makes us wait.
        state = (look_at if is_ahead else held_by)(transaction, place.token, place.phase)
        if state.done > place.done:
            return
        work(transaction)
        if is_ahead:
            _await(before, patience)
            held_by(transaction, place.token, place.phase)
        keep(transaction, done=place.done + place.size)

    try:
        run(lambda transaction: once(transaction, PATIENCE))
    except _InTheWay:
        _await(before, None)
        run(lambda transaction: once(transaction, None))


class _InTheWay(Exception):
    """What was drawn ahead may be what the piece before waits for."""


def _await(before: Before, patience: float | None) -> None:
    """Wait until the piece before is kept; its error is raised here too."""
    if before is not None:
        wait([before], patience)
        if not before.done():
            raise _InTheWay
        before.result()


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
