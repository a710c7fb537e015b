"""Claims as columns: NumPy arrays and a table of texts, about a hundred bytes a claim."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from graph import dates, vocabulary
from graph.model import Claim

Numbers = NDArray[np.int32]

KINDS = tuple(vocabulary.CLAIM_KINDS)
ROLES = tuple(dict.fromkeys(role for kind in vocabulary.CLAIM_KINDS.values() for role in kind.sentences))
STANDINGS = ("", *vocabulary.STANDINGS)

# One claim as it comes from a store: the fields of Claim in their order, then the batch that wrote it last.
Row = Sequence[str]
FIELDS = tuple(field.name for field in fields(Claim))
NONE = -1


class Numbering:
    """Texts by number, in the order in which they were first seen."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.number: dict[str, int] = {}
        for text in texts:
            self.of(text)

    def of(self, text: str) -> int:
        """Return the number of a text, a new one if it is new."""
        return self.number.setdefault(text, len(self.number))

    def texts(self) -> tuple[str, ...]:
        """Return the texts by number."""
        return tuple(self.number)

    def put_in_order(self, first: int) -> Numbers:
        """Number the texts from a number on in their order, and return the new number of each old one; -1 stays -1."""
        old = self.texts()
        self.number = {text: number for number, text in enumerate((*old[:first], *sorted(old[first:])))}
        return np.array([*(self.number[text] for text in old), NONE], np.int32)


@dataclass(frozen=True, eq=False)
class Claims:
    """The claims of a record, sorted by kind and id; row i of every column is one claim.

    `a`, `b`, `theme`, `through` and `source` are numbers of nodes (-1: none); `since`, `until` and `read_on` dates
    as YYYYMMDD (0: not known); `name`, `holder_kind`, `note` and `batch` numbers in `texts`; `kind`, `role` and
    `standing` places in KINDS, ROLES and STANDINGS.
    """

    id: NDArray[np.uint64]
    kind: NDArray[np.int8]
    a: Numbers
    b: Numbers
    role: NDArray[np.int8]
    name: Numbers
    directed: NDArray[np.bool_]
    standing: NDArray[np.int8]
    absent: NDArray[np.bool_]
    since: Numbers
    until: Numbers
    theme: Numbers
    through: Numbers
    holder_kind: Numbers
    note: Numbers
    read_on: Numbers
    source: Numbers
    batch: Numbers
    texts: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.id)

    def only(self, kept: NDArray[np.bool_]) -> "Claims":
        """Return some of the claims, in the same order."""
        return replace(self, **{name: getattr(self, name)[kept] for name in _NUMBERED.names or ()})


def columns_of(rows: Iterable[tuple[str, Row]], nodes: Numbering) -> Claims:
    """Return the columns of claims given as (id in hexadecimal, row); the numbering of nodes grows as needed.

    Whatever the order of the rows, the columns and both numberings are the same.
    """
    texts, known = Numbering([""]), len(nodes.number)
    found = np.fromiter(_numbers(rows, nodes, texts), dtype=_NUMBERED)
    found = found[np.lexsort((found["id"], found["kind"]))]
    columns = {name: np.ascontiguousarray(found[name]) for name in found.dtype.names or ()}
    for names, numbering, first in ((_NODES, nodes, known), (_TEXTS, texts, 0)):
        place = numbering.put_in_order(first)
        columns.update({name: place[columns[name]] for name in names})
    return Claims(**columns, texts=texts.texts())


def naming(claims: Claims, nodes: Sequence[bool]) -> NDArray[np.bool_]:
    """Return whether each claim names, in any place, one of the nodes that are marked, by number."""
    marked = np.array([*nodes, False])  # the last one is for an end that is empty
    found: NDArray[np.bool_] = np.logical_or.reduce([marked[getattr(claims, name)] for name in _NODES])
    return found


_NODES = ("a", "b", "theme", "through", "source")
_TEXTS = ("name", "holder_kind", "note", "batch")


_NUMBERED = np.dtype(
    [
        ("id", np.uint64),
        ("kind", np.int8),
        ("a", np.int32),
        ("b", np.int32),
        ("role", np.int8),
        ("name", np.int32),
        ("directed", np.bool_),
        ("standing", np.int8),
        ("absent", np.bool_),
        ("since", np.int32),
        ("until", np.int32),
        ("theme", np.int32),
        ("through", np.int32),
        ("holder_kind", np.int32),
        ("note", np.int32),
        ("read_on", np.int32),
        ("source", np.int32),
        ("batch", np.int32),
    ]
)


def _numbers(rows: Iterable[tuple[str, Row]], nodes: Numbering, texts: Numbering) -> Iterator[tuple[int | bool, ...]]:
    node, text, day = nodes.of, texts.of, dates.number
    kinds, roles, standings = ({word: i for i, word in enumerate(words)} for words in (KINDS, ROLES, STANDINGS))
    for claim_id, row in rows:
        kind, a, b, role, name, directed, standing, status, since, until, theme, through, holder, note, read, source = (
            row[:16]
        )
        yield (
            int(claim_id, 16),
            kinds[kind],
            node(a),
            node(b) if b else NONE,
            roles[role],
            text(name),
            directed == "yes",
            standings[standing],
            status == "absent",
            day(since),
            day(until),
            node("theme:" + theme) if theme else NONE,
            node("network:" + through) if through else NONE,
            text(holder),
            text(note),
            day(read),
            node("source:" + source),
            text(row[16]),
        )


def claim_at(claims: Claims, row: int, addresses: Sequence[str]) -> Claim:
    """Return one claim as an object."""
    kind = KINDS[claims.kind[row]]

    def name_of(number: int) -> str:
        return addresses[number].partition(":")[2] if number != NONE else ""

    return Claim(
        kind=kind,
        a=addresses[claims.a[row]],
        b=addresses[claims.b[row]] if claims.b[row] != NONE else "",
        role=ROLES[claims.role[row]],
        name=claims.texts[claims.name[row]],
        directed=("yes" if claims.directed[row] else "no") if kind == "tie" else "",
        standing=STANDINGS[claims.standing[row]],
        status="absent" if claims.absent[row] else "confirmed",
        since=dates.text(int(claims.since[row])),
        until=dates.text(int(claims.until[row])),
        theme=name_of(int(claims.theme[row])),
        through=name_of(int(claims.through[row])),
        holder_kind=claims.texts[claims.holder_kind[row]],
        note=claims.texts[claims.note[row]],
        read_on=dates.text(int(claims.read_on[row])),
        source=name_of(int(claims.source[row])),
    )
