"""What is coded of every body as columns by node number, so that a block takes its own with one look."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from graph import vocabulary
from graph.record import Record

KINDS: Mapping[str, int] = {kind: number for number, kind in enumerate(vocabulary.ORGANIZATION_KINDS)}
FUNCTIONS = tuple(vocabulary.FUNCTIONS)
BIT = {function: 1 << place for place, function in enumerate(FUNCTIONS)}


@dataclass(frozen=True, eq=False)
class BodyColumns:
    """By node number: the kind of a body, its functions as bits, and its area as a number, 0 where none is known."""

    kind: NDArray[np.int16]
    functions: NDArray[np.int32]
    area: NDArray[np.int32]


@lru_cache(maxsize=4)
def body_columns(record: Record) -> BodyColumns:
    """Return the columns of all bodies of a record, 0 for every other node."""
    size = len(record.addresses)
    kind, functions, area = np.zeros(size, np.int16), np.zeros(size, np.int32), np.zeros(size, np.int32)
    areas = {"": 0}
    bits: dict[tuple[str, ...], int] = {}
    for body in record.organizations.values():
        number = record.number[f"organization:{body.id}"]
        if body.functions not in bits:
            bits[body.functions] = sum(BIT[function] for function in set(body.functions))
        kind[number], functions[number] = KINDS[body.kind], bits[body.functions]
        area[number] = areas.setdefault(body.area, len(areas))
    return BodyColumns(kind, functions, area)
