"""What was left unfinished in Neo4j: how it is read meanwhile, and how whoever comes next ends it."""

from collections.abc import Iterator

from graph.errors import StoreBusy
from graph.history import there, thing_of
from graph.model import Thing
from graph.stores import cypher, neo4j_log
from graph.stores.neo4j_change import AT_ONCE, SILENT, Run, finish, put_piece
from graph.stores.neo4j_graph import Turn
from graph.stores.neo4j_log import IN_A_NODE
from graph.stores.neo4j_session import AnyTransaction, rows
from graph.stores.neo4j_state import APPLYING, DROPPING, State, held, held_by, keep, state_of

Logged = tuple[str, Thing | None, Thing | None, str, str]  # address, before, after, and the batches that wrote both


def recover(run: Run, token: str) -> None:
    """End what is under way: finish what was being applied, drop what was only written beside."""
    state: State = run(lambda transaction: _take_over(transaction, token))
    if state.phase == APPLYING:
        go_on(run, token, state)
        finish(run, token)
    elif state.phase:
        _drop(run, token, state)
    sweep(run)


def go_on(run: Run, token: str, state: State) -> None:
    """Apply what is written beside the record and not applied yet."""
    for place, log in read_logs(run, state, state.done):
        put_piece(run, token, place, [Turn(a, before, after, by) for a, before, after, _, by in log], set())


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
        found = neo4j_log.read(transaction, state.log_era, state.log_number, place, place + AT_ONCE)
        return [_logged(line, state.batch) for line in found]

    while log := run(work):
        yield place, log
        place += len(log)


def _logged(line: tuple[str, str, str, str], batch: str) -> Logged:
    before, after = thing_of(line[0] or "null"), thing_of(line[1] or "null")
    address = there(after or before).address
    return address, before, after, line[2], line[3] or batch


def _nodes() -> int:
    """Return how many nodes of the history are deleted at once."""
    return max(AT_ONCE // IN_A_NODE, 1)


def _drop(run: Run, token: str, state: State) -> None:
    # A change of a renewed store is numbered from 0 on, any other comes after all that count.
    which = {"era": state.log_era, "first": state.log_number, "nodes": _nodes()}

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
        dropped: int = next(rows(transaction, cypher.DROP_OLD_CHANGES, era=state.era, nodes=_nodes()))
        if not dropped:
            transaction.run(cypher.DROP_OLD_BATCHES, {"era": state.era}).consume()
            keep(transaction, sweep=False)
        return dropped

    while run(work):
        pass
