"""What was left unfinished in Neo4j: how it is read meanwhile, and how whoever comes next ends it."""

from collections.abc import Iterator
from typing import Any

from graph.errors import StoreBusy
from graph.history import thing_of
from graph.model import Thing
from graph.stores import cypher
from graph.stores.neo4j_change import AT_ONCE, SILENT, Run, finish, put_piece
from graph.stores.neo4j_graph import Turn
from graph.stores.neo4j_session import AnyTransaction, rows
from graph.stores.neo4j_state import APPLYING, DROPPING, State, held, held_by, keep, state_of

Logged = tuple[str, Thing | None, Thing | None, str, str]  # address, before, after, and the batches that wrote both


def recover(run: Run, token: str) -> None:
    """End what is under way: finish what was being applied, drop what was only written beside."""
    state: State = run(lambda transaction: _take_over(transaction, token))
    if state.phase == APPLYING:
        for place, log in read_logs(run, state, state.done):
            put_piece(run, token, place, [Turn(a, before, after, by) for a, before, after, _, by in log])
        finish(run, token)
    elif state.phase:
        _drop(run, token, state)
    sweep(run)


def _take_over(transaction: AnyTransaction, token: str) -> State:
    found = next(rows(transaction, cypher.LOCK_ONLY))
    state = state_of(found["state"])
    if state.phase and state.token != token and found["age"] < SILENT:
        raise StoreBusy("Another program is writing a large change.", "Try again in a moment.")
    if state.phase:
        phase = APPLYING if state.phase == APPLYING else DROPPING
        keep(transaction, token=token, phase=phase)
        return state_of({**state.values(), "token": token, "phase": phase})
    return state


def read_logs(run: Run, state: State, place: int = 0) -> Iterator[tuple[int, list[Logged]]]:
    """Yield the changes under way from a place on, piece by piece, each piece with its place."""

    def work(transaction: AnyTransaction) -> list[Logged]:
        where = {"era": state.log_era, "number": state.log_number, "place": place, "end": place + AT_ONCE}
        return [_logged(row, state.batch) for row in rows(transaction, cypher.CHANGES, **where)]

    while log := run(work):
        yield place, log
        place += len(log)


def _logged(row: dict[str, Any], batch: str) -> Logged:
    before, after = thing_of(row["before"] or "null"), thing_of(row["after"] or "null")
    address = (after or before).address  # type: ignore[union-attr]  # one of them is there
    return address, before, after, row["was"], row["by"] or batch


def _drop(run: Run, token: str, state: State) -> None:
    # A change of a renewed store is numbered from 0 on, any other comes after all that count.
    which = {"era": state.log_era, "first": state.log_number, "most": AT_ONCE}

    def work(transaction: AnyTransaction) -> int:
        held_by(transaction, token, DROPPING)
        dropped: int = next(rows(transaction, cypher.DROP_CHANGES, **which))
        if not dropped:
            keep(transaction, phase="", done=0)
        return dropped

    while run(work):
        pass


def sweep(run: Run) -> None:
    """Delete the batches of older eras, and the changes that led to this one."""

    def work(transaction: AnyTransaction) -> int:
        state = held(transaction)
        if not state.sweep or state.phase:
            return 0
        dropped: int = next(rows(transaction, cypher.DROP_OLD_CHANGES, era=state.era, most=AT_ONCE))
        if not dropped:
            transaction.run(cypher.DROP_OLD_BATCHES, {"era": state.era}).consume()
            keep(transaction, sweep=False)
        return dropped

    while run(work):
        pass
