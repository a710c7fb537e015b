"""The record as the graph that people see: reading what stands, and making things stand or fall."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar

from neo4j import SummaryCounters

from graph.columns import FIELDS, Row
from graph.errors import StoreBusy
from graph.model import THINGS, Claim, Thing, Value
from graph.stores import cypher
from graph.stores.neo4j_names import CODED, KEPT, LABELS, Coded, ends, type_of
from graph.stores.neo4j_session import AnyTransaction, rows

Stands = tuple[Thing, str]  # a thing and the batch that wrote it last
SEAT = "seat"  # the one kind of claim that is a node
MOST_SURE = 100_000  # addresses that are remembered while a change is applied

Key = TypeVar("Key")
Written = tuple[str, Claim, str]  # a claim with its id, which takes long to compute, and its batch
Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one address holds before and after a change, and the batch that says so."""

    address: str
    before: Thing | None
    after: Thing | None
    batch: str


# --- reading ------------------------------------------------------------------------------------------------------


def read_nodes(transaction: AnyTransaction) -> Iterator[Stands]:
    """Yield the nodes that stand."""
    for kind in KEPT:
        for properties in rows(transaction, cypher.nodes(LABELS[kind])):
            yield _node(kind, properties)


def read_claims(transaction: AnyTransaction) -> Iterator[tuple[str, Row]]:
    """Yield the claims that stand, each as its id and the row that `record_of` reads."""
    for claim in rows(transaction, cypher.CLAIMS):
        yield claim[0], claim[1:]


def claim_of(row: Row) -> Stands:
    """Return the claim of a row and its batch."""
    return Claim(**dict(zip(FIELDS, row, strict=False))), row[len(FIELDS)]


def look_up(transaction: AnyTransaction, things: Mapping[str, Thing]) -> dict[str, Stands]:
    """Return what stands at the addresses, given with any thing of each: a claim tells its type."""
    found: dict[str, Stands] = {}
    for kind, ids in _grouped((_kind_of(thing), _id(address)) for address, thing in things.items()):
        for row in rows(transaction, _by_id(kind), ids=ids):
            stands = _node(kind, row) if kind in KEPT else claim_of(row[1:])
            found[f"{kind}:{row['id']}" if kind in KEPT else f"claim:{row[0]}"] = stands
    return found


def _by_id(kind: str) -> str:
    if kind == SEAT:
        return cypher.SEATS_BY_ID
    return cypher.nodes_by_id(LABELS[kind]) if kind in KEPT else cypher.claims_by_id(kind)


def _kind_of(thing: Thing) -> str:
    """The kind of a node, the type of a claim's relationship, or seat."""
    if not isinstance(thing, Claim):
        return thing.node
    return SEAT if thing.kind == SEAT else type_of(thing)


def _node(kind: str, properties: Properties) -> Stands:
    values = dict(properties)
    batch = values.pop("batch")
    return THINGS[kind].of_values(values), batch


# --- writing ------------------------------------------------------------------------------------------------------


def turn(transaction: AnyTransaction, turns: Iterable[Turn], there: Collection[str] = ()) -> None:
    """Make every address hold what it does after its turn; several turns of one address count as one.

    `there` are addresses that surely are nodes, so that nobody needs to look.
    """
    net: dict[str, Turn] = {}
    for each in turns:
        first = net.get(each.address, each)
        net[each.address] = Turn(each.address, first.before, each.after, each.batch)
    nodes = [each for each in net.values() if not each.address.startswith("claim:")]
    claims = [each for each in net.values() if each.address.startswith("claim:")]
    _clear_claims(transaction, [(_id(each.address), c) for each in claims if isinstance(c := each.before, Claim)])
    _clear_nodes(transaction, [each for each in nodes if each.before is not None])
    _put_nodes(transaction, [each for each in nodes if each.after is not None])
    written = [(_id(each.address), c, each.batch) for each in claims if isinstance(c := each.after, Claim)]
    _put_ends(transaction, (end for _, claim, _ in written for end in (claim.a, claim.b) if end not in there))
    _put_claims(transaction, written)
    _drop_unnamed(transaction, [before for each in net.values() if (before := each.before) is not None])


def _clear_claims(transaction: AnyTransaction, claims: Sequence[tuple[str, Claim]]) -> None:
    for kind, ids in _grouped((_kind_of(claim), claim_id) for claim_id, claim in claims):
        _run(transaction, cypher.DROP_SEATS if kind == SEAT else cypher.drop_claims(kind), ids=ids)


def _clear_nodes(transaction: AnyTransaction, turns: Sequence[Turn]) -> None:
    for label, ids in _grouped(ends(each.address) for each in turns):
        _run(transaction, cypher.drop_coded(label), ids=ids)
    for label, ids in _grouped(ends(each.address) for each in turns if each.after is None):
        _run(transaction, cypher.empty_nodes(label), ids=ids)


def _put_nodes(transaction: AnyTransaction, turns: Sequence[Turn]) -> None:
    standing = [(after, each.batch) for each in turns if (after := each.after) is not None]
    for label, maps in _grouped((LABELS[node.node], _properties(node, batch)) for node, batch in standing):
        _run(transaction, cypher.put_nodes(label), rows=maps)
    edges = (
        (_edge(coded), pair) for node, _ in standing for coded in _CODED[node.node] for pair in _pairs(coded, node)
    )
    for statement, pairs in _grouped(edges):
        _run(transaction, statement, rows=pairs)


def made_sure(there: Collection[str], turns: Iterable[Turn]) -> Collection[str]:
    """Return the addresses that surely are nodes after these turns; none if some may have gone, or to save memory."""
    sure = set(there)
    for each in turns:
        if each.before is not None or len(sure) > MOST_SURE:
            return ()
        sure.update((each.after.a, each.after.b) if isinstance(each.after, Claim) else (each.address,))
    return sure


def _put_ends(transaction: AnyTransaction, addresses: Iterable[str]) -> None:
    for label, ids in _grouped(ends(address) for address in dict.fromkeys(filter(None, addresses))):
        _run(transaction, cypher.put_ends(label), ids=ids)


def _put_claims(transaction: AnyTransaction, claims: Sequence[Written]) -> None:
    for (type_, a, b), written in _grouped(
        (_between(claim), each) for each in claims if (claim := each[1]).kind != SEAT
    ):
        said = {"kind": written[0][1].kind, "a": f"{a}:", "b": f"{b}:"}
        drawn = _run(transaction, cypher.put_claims(type_, LABELS[a], LABELS[b]), rows=[*map(_row, written)], **said)
        if drawn.relationships_created != len(written):
            raise StoreBusy("Somebody else deletes what this program writes.", "Try again.")
    _put_seats(transaction, [each for each in claims if each[1].kind == SEAT])


def _between(claim: Claim) -> tuple[str, str, str]:
    return type_of(claim), claim.a.partition(":")[0], claim.b.partition(":")[0]


def _row(written: Written) -> list[str | None]:
    claim_id, claim, batch = written
    return [_id(claim.a), _id(claim.b), claim_id, batch, *(value or None for value in _SAID(claim))]


def _put_seats(transaction: AnyTransaction, seats: Sequence[Written]) -> None:
    if seats:
        put = [[_id(seat.a), _properties(seat, batch, id=seat_id)] for seat_id, seat, batch in seats]
        _run(transaction, cypher.PUT_SEATS, rows=put)
    held = ((ends(seat.b), seat_id) for seat_id, seat, _ in seats if seat.b)
    for label, pairs in _grouped((label, [seat, holder]) for (label, holder), seat in held):
        _run(transaction, cypher.put_holders(label), rows=pairs)


def _drop_unnamed(transaction: AnyTransaction, before: Iterable[Thing]) -> None:
    """Delete nodes that stood, or were named by what stood, if they stand no longer and nothing names them."""
    named = {address for thing in before for address in _names(thing)}
    for label, ids in _grouped(ends(address) for address in sorted(named) if address.partition(":")[0] in KEPT):
        _run(transaction, cypher.drop_unnamed(label), ids=ids)


def _names(thing: Thing) -> Iterator[str]:
    if isinstance(thing, Claim):
        yield from filter(None, (thing.a, thing.b))
        return
    yield thing.address
    for coded in _CODED[thing.node]:
        yield from (f"{coded.target}:{target}" for _, target in _pairs(coded, thing))


def _run(transaction: AnyTransaction, statement: str, **values: object) -> SummaryCounters:
    return transaction.run(statement, values).consume().counters


_SAID = attrgetter(*(name for name in FIELDS if name not in ("kind", "a", "b")))  # in the order of cypher.put_claims
_CODED: Mapping[str, Sequence[Coded]] = {kind: [edge for edge in CODED if edge.kind == kind] for kind in KEPT}


def _edge(coded: Coded) -> str:
    return cypher.put_coded(LABELS[coded.kind], coded.type, LABELS[coded.target])


def _pairs(coded: Coded, node: Thing) -> Iterator[list[str]]:
    """The ids of both ends of the edges that one attribute makes; an international body is in no country."""
    value: Value = getattr(node, coded.field)
    for target in dict.fromkeys((value,) if isinstance(value, str) else value):
        if target and (coded.target, target) != ("country", "INT"):
            yield [_id(node.address), target]


def _properties(thing: Thing, batch: str, **more: str) -> Properties:
    """What a node or relationship says: every field that is not empty, and the batch that wrote it last."""
    values = {name: value for name, value in thing.values().items() if value}
    return {**values, **more, "batch": batch}


def _id(address: str) -> str:
    return address.partition(":")[2]


def _grouped(pairs: Iterable[tuple[Key, Any]]) -> Iterator[tuple[Key, list[Any]]]:
    groups: dict[Key, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    yield from groups.items()
