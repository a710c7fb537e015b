"""How a Neo4j store comes to hold another history, whole or not at all, with no more in memory than one batch.

The new history has been replayed into a file beside, so it is known to fit together. What leads from the record that
stands to the new one is written beside, with the new history, as an era of its own; then it is applied.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from graph.model import Thing
from graph.stores import neo4j_change
from graph.stores.base import Standing
from graph.stores.neo4j_change import Run, begin, finish, stage, switch
from graph.stores.neo4j_graph import look_up
from graph.stores.neo4j_log import Line, line_of, lines_of, pieces
from graph.stores.neo4j_recovery import go_on
from graph.stores.neo4j_session import AnyTransaction
from graph.stores.neo4j_state import STAGING, held_by, look
from graph.stores.sqlite import SqliteStore

Side = tuple[Thing | None, str]  # what an address holds before or after, and the batch that wrote it
NOTHING: Side = (None, "")
DIFFERENCE = 0  # the number under which what leads from one record to the other lies: batches begin with 1


def renew(run: Run, token: str, wanted: SqliteStore, standing: Callable[[Run], Iterable[Standing]]) -> int:
    """Hold the batches of another store instead of all that is there, as a new era; return the revision."""
    state, _ = run(lambda transaction: begin(transaction, token, f"era {token}", renew=True))
    done = 0
    for lines in pieces(chain(_difference(run, token, wanted, standing), _history(wanted)), neo4j_change.AT_ONCE):
        stage(run, token, state.era + 1, done, lines)
        done += len(lines)
    history = list(enumerate(wanted.history(), 1))
    switch(run, token, history, len(history), wanted.fingerprint())
    go_on(run, token, run(look))
    return finish(run, token)


def _history(wanted: SqliteStore) -> Iterator[Line]:
    for number, batch in enumerate(wanted.batches(), 1):
        yield from lines_of(number, batch)


def _difference(
    run: Run, token: str, wanted: SqliteStore, standing: Callable[[Run], Iterable[Standing]]
) -> Iterator[Line]:
    """Yield what leads from what stands to what is wanted."""
    both = chain(_old_and_new(run, token, wanted, standing), _only_new(run, token, wanted))
    changed = ((address, old, new) for address, old, new in both if old != new)
    for place, (address, (before, was), (after, by)) in enumerate(changed):
        yield Line(DIFFERENCE, place, address, line_of(before), line_of(after), was, by)


def _old_and_new(
    run: Run, token: str, wanted: SqliteStore, standing: Callable[[Run], Iterable[Standing]]
) -> Iterator[tuple[str, Side, Side]]:
    for some in pieces(standing(run), neo4j_change.AT_ONCE):
        run(lambda transaction: held_by(transaction, token, STAGING))  # a sign of life
        found = wanted.standing_at(address for address, _, _ in some)
        yield from ((address, (thing, was), found.get(address, NOTHING)) for address, thing, was in some)


def _only_new(run: Run, token: str, wanted: SqliteStore) -> Iterator[tuple[str, Side, Side]]:
    for some in pieces(wanted.standing(), neo4j_change.AT_ONCE):
        things = {address: thing for address, thing, _ in some}

        def work(transaction: AnyTransaction, things: dict[str, Thing] = things) -> set[str]:
            held_by(transaction, token, STAGING)
            return set(look_up(transaction, things))

        there = run(work)
        yield from ((address, NOTHING, (thing, by)) for address, thing, by in some if address not in there)
