"""The history as it lies in Neo4j: many changes a node, each of its lists holding one word of them all."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice, repeat
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from graph.history import Batch, json_of
from graph.model import Thing
from graph.stores import cypher
from graph.stores.neo4j_session import AnyTransaction, rows

IN_A_NODE = 500  # changes: some 150 kB
TO_THE_END = 2**62

Got = TypeVar("Got")


class Line(NamedTuple):
    """One change: its place in the batch of a number, both sides as JSON, and the batches that wrote them, if said."""

    number: int
    place: int
    address: str
    before: str
    after: str
    was: str = ""
    by: str = ""


def line_of(thing: Thing | None) -> str:
    """Return a thing as it is kept, nothing as the empty text."""
    return json_of(thing) if thing else ""


def lines_of(number: int, batch: Batch) -> Iterator[Line]:
    """Yield the changes of a batch."""
    for place, change in enumerate(batch.changes):
        yield Line(number, place, change.address, line_of(change.before), line_of(change.after))


def add(transaction: AnyTransaction, era: int, lines: Iterable[Line]) -> None:
    """Write changes into the history of an era, those of one batch in their order."""
    nodes = [_node(some) for _, same in groupby(lines, _number) for some in pieces(same, IN_A_NODE)]
    transaction.run(cypher.ADD_CHANGES, {"rows": nodes, "era": era}).consume()


_number = attrgetter("number")


def _node(lines: list[Line]) -> list[Any]:
    first, last = lines[0], lines[-1]
    lists = list(zip(*(line[2:] for line in lines), strict=True))
    return [first.number, first.place, last.place + 1, *(list(one) if any(one) else None for one in lists)]


def read(
    transaction: AnyTransaction, era: int, number: int, place: int = 0, end: int = TO_THE_END
) -> Iterator[tuple[str, str, str, str]]:
    """Yield changes of one batch, from a place to another: both sides and the batches that wrote them."""
    for row in rows(transaction, cypher.CHANGES, era=era, number=number, place=place, end=end):
        lists = [row[name] or repeat("", row["end"] - row["place"]) for name in ("before", "after", "was", "by")]
        yield from islice(zip(*lists, strict=True), max(place - row["place"], 0), end - row["place"])


def pieces(items: Iterable[Got], size: int) -> Iterator[list[Got]]:
    """Yield items in lists of at most a size."""
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece
