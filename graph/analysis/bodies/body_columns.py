"""What is coded of every body as columns by node number, so that a block takes its own with one look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph import vocabulary
from graph.analysis.bodies.by_country import numbers_of_bodies
from graph.analysis.bodies.party import may_be_party
from graph.record import Record

KINDS: Mapping[str, int] = {kind: number for number, kind in enumerate(vocabulary.ORGANIZATION_KINDS)}
FUNCTIONS = tuple(vocabulary.FUNCTIONS)
BIT = {function: 1 << place for place, function in enumerate(FUNCTIONS)}


@dataclass(frozen=True, eq=False)
class BodyColumns:
    """By node number: the kind of a body, its functions as bits, its area as a number, and whether it may be a party.

    An area is 0 where none is known.
    """

    kind: NDArray[np.int16]
    functions: NDArray[np.int32]
    area: NDArray[np.int32]
    party: NDArray[np.bool_]


@lru_cache(maxsize=4)
def body_columns(record: Record) -> BodyColumns:
    """Return the columns of all bodies of a record, 0 for every other node."""
    bodies, numbers = record.organizations.values(), numbers_of_bodies(record)
    bits = {functions: _bits(functions) for functions in {body.functions for body in bodies}}
    areas = {area: place for place, area in enumerate(["", *sorted({body.area for body in bodies} - {""})])}

    def column(values: Iterable[object], kind: type) -> NDArray[Any]:
        found: NDArray[Any] = np.zeros(len(record.addresses), kind)
        found[numbers] = np.fromiter(values, kind, len(numbers))
        return found

    return BodyColumns(
        kind=column((KINDS[body.kind] for body in bodies), np.int16),
        functions=column((bits[body.functions] for body in bodies), np.int32),
        area=column((areas[body.area] for body in bodies), np.int32),
        party=column((may_be_party(body) for body in bodies), np.bool_),
    )


def _bits(functions: Iterable[str]) -> int:
    return sum(BIT[function] for function in set(functions))
