"""Claims as columns: nothing lost, whatever the order, and little memory."""

import random
import sys
from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np
import pytest

from graph.columns import FIELDS, KINDS, NONE, ROLES, STANDINGS, Numbering, claim_at, columns_of
from graph.record import record_of, rows_of_claims
from tests.contract.small import CLAIMS, CUSTOMS, NODES

ROWS = list(rows_of_claims((claim, "batch-1") for claim in CLAIMS))


@pytest.mark.parametrize("seed", range(3))
def test_columns_do_not_depend_on_the_order_of_rows(seed: int) -> None:
    shuffled = random.Random(seed).sample(ROWS, len(ROWS))
    one, other = Numbering(["theme:wildlife"]), Numbering(["theme:wildlife"])
    left, right = columns_of(ROWS, one), columns_of(shuffled, other)
    assert one.texts() == other.texts()
    assert one.texts()[0] == "theme:wildlife"
    assert left.texts == right.texts
    for field in fields(left):
        np.testing.assert_array_equal(getattr(left, field.name), getattr(right, field.name))


def test_every_claim_comes_back() -> None:
    nodes = Numbering()
    columns = columns_of(ROWS, nodes)
    assert {claim_at(columns, row, nodes.texts()) for row in range(len(columns))} == set(CLAIMS)
    assert columns.id.tolist() == [int(c.id, 16) for c in sorted(CLAIMS, key=lambda c: (KINDS.index(c.kind), c.id))]


def test_no_claims_are_columns_too() -> None:
    columns = columns_of([], Numbering())
    assert len(columns) == 0
    assert columns.texts == ("",)


def test_what_is_not_said_is_no_number() -> None:
    columns = columns_of(rows_of_claims([(CLAIMS[-1], "b")]), Numbering())
    assert (columns.b[0], columns.theme[0], columns.through[0]) == (NONE, NONE, NONE)
    assert (columns.since[0], columns.texts[columns.note[0]]) == (0, "")


def test_small_numbers_hold_all_words() -> None:
    assert max(len(KINDS), len(ROLES), len(STANDINGS)) < 128
    assert FIELDS[:3] == ("kind", "a", "b")
    assert FIELDS[-1] == "source"


def test_a_claim_takes_at_most_two_hundred_bytes() -> None:
    """A million claims in about 200 MB (design.md §4), with what is derived once; one note in four differs."""
    count, row = 100_000, next(row for _, row in ROWS if row[0] == "tie")
    end, note = FIELDS.index("b"), FIELDS.index("note")

    def made_up(number: int) -> tuple[str, Sequence[str]]:
        values = list(row)
        values[end], values[note] = f"organization:b{number % 5000}", f"They met {number % (count // 4)} times."
        return f"{number:016x}", values

    others = (replace(CUSTOMS, id=f"b{number}") for number in range(5000))
    record = record_of(1, [*NODES, *others], map(made_up, range(count)))
    assert len(record.rows_of("organization:b7")) == np.count_nonzero(record.in_force) // 5000 == count // 5000
    held = [*vars(record.claims).values(), *vars(record).values(), *vars(record)["_by_node"]]
    arrays = sum(each.nbytes for each in held if isinstance(each, np.ndarray))
    texts = sum(map(sys.getsizeof, (*record.claims.texts, *record.addresses)))
    assert 100 < (arrays + texts) / count < 200
