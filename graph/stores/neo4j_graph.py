"""The record as the graph that people see: reading what stands, and making things stand or fall."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

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


class Turn(NamedTuple):
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
    """Return what stands at the addresses, given with any thing of each: a claim tells its type and its ends."""
    found: dict[str, Stands] = {}
    for (statement, kind), ids in _grouped(_by_id(address, thing) for address, thing in things.items()):
        for row in rows(transaction, statement, ids=ids):
            stands = claim_of(row[1:]) if kind == Claim.node else _node(kind, row)
            found[f"{kind}:{row[0] if kind == Claim.node else row['id']}"] = stands
    return found


def _by_id(address: str, thing: Thing) -> tuple[tuple[str, str], object]:
    """The statement that looks a thing up, with the kind of node that it gives, and what it is asked for."""
    if not isinstance(thing, Claim):
        return (cypher.nodes_by_id(LABELS[thing.node]), thing.node), _id(address)
    if thing.kind == SEAT:
        return (cypher.SEATS_BY_ID, Claim.node), _id(address)
    type_, _, a, b = _between(thing)
    return (cypher.claims_by_id(type_, LABELS[a], LABELS[b]), Claim.node), [_id(address), _id(thing.a), _id(thing.b)]


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
        first = net.get(each.address)
        net[each.address] = each._replace(before=first.before) if first else each
    nodes = [each for each in net.values() if not each.address.startswith("claim:")]
    claims = [each for each in net.values() if each.address.startswith("claim:")]
    _clear_claims(transaction, [(_id(each.address), c) for each in claims if isinstance(c := each.before, Claim)])
    _clear_nodes(transaction, [each for each in nodes if each.before is not None])
    _put_nodes(transaction, [each for each in nodes if each.after is not None])
    written = [(_id(each.address), c, each.batch) for each in claims if isinstance(c := each.after, Claim)]
    put_ends(transaction, (end for end in ends_of(claims) if end not in there))
    _put_claims(transaction, written)
    _drop_unnamed(transaction, [before for each in net.values() if (before := each.before) is not None])


def _clear_claims(transaction: AnyTransaction, claims: Sequence[tuple[str, Claim]]) -> None:
    for statement, ids in _grouped(_drop(claim_id, claim) for claim_id, claim in claims):
        _run(transaction, statement, ids=ids)


def _drop(claim_id: str, claim: Claim) -> tuple[str, object]:
    if claim.kind == SEAT:
        return cypher.DROP_SEATS, claim_id
    type_, _, a, b = _between(claim)
    return cypher.drop_claims(type_, LABELS[a], LABELS[b]), [claim_id, _id(claim.a), _id(claim.b)]


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


def only_adds_claims(turns: Iterable[Turn]) -> bool:
    """Return whether these turns rest on no others: they draw claims where none was."""
    return all(each.before is None and isinstance(each.after, Claim) for each in turns)


def learn(there: set[str], turns: Iterable[Turn]) -> None:
    """Add what surely are nodes after these turns; forget all of it if some may have gone, or to save memory."""
    for each in turns:
        if each.before is not None or len(there) > MOST_SURE:
            there.clear()
            return
        there.update((each.after.a, each.after.b) if isinstance(each.after, Claim) else (each.address,))


def ends_of(turns: Iterable[Turn]) -> Iterator[str]:
    """Yield what the claims that are to stand join."""
    for each in turns:
        if isinstance(each.after, Claim):
            yield each.after.a
            yield each.after.b


def put_ends(transaction: AnyTransaction, addresses: Iterable[str]) -> None:
    """Make addresses be nodes, standing or not."""
    for label, ids in _grouped(ends(address) for address in dict.fromkeys(filter(None, addresses))):
        _run(transaction, cypher.put_ends(label), ids=ids)


def _put_claims(transaction: AnyTransaction, claims: Sequence[Written]) -> None:
    drawn = ((_between(each[1]), each) for each in claims if each[1].kind != SEAT)
    for (type_, kind, a, b), written in _grouped(drawn):
        fields, put = _rows(written)
        said = {"rows": put, "kind": kind, "a": f"{a}:", "b": f"{b}:"}
        counters = _run(transaction, cypher.put_claims(type_, LABELS[a], LABELS[b], fields), **said)
        if counters.relationships_created != len(put):
            raise StoreBusy("Somebody else deletes what this program writes.", "Try again.")
    _put_seats(transaction, [each for each in claims if each[1].kind == SEAT])


def _between(claim: Claim) -> tuple[str, str, str, str]:
    return type_of(claim), claim.kind, claim.a.partition(":")[0], claim.b.partition(":")[0]


def _rows(written: Sequence[Written]) -> tuple[tuple[str, ...], list[tuple[str | None, ...]]]:
    """Return the fields that any of these claims says, and the rows of `cypher.put_claims`."""
    ids, claims, batches = zip(*written, strict=True)
    a, b = ([_id(address) for address in map(attrgetter(end), claims)] for end in ("a", "b"))
    columns = zip(cypher.SAID, zip(*map(_SAID, claims), strict=True), strict=True)
    said = {name: [value or None for value in column] for name, column in columns if any(column)}
    return tuple(said), list(zip(a, b, ids, batches, *said.values(), strict=True))


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


_SAID = attrgetter(*cypher.SAID)
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
