"""Who sits with these: how near a body is to the bodies of a list, by what they do and whom they know.

nearness = signs @ WEIGHTS; the weights are those of a conditional logit (choice.py) on the national committees of the
seed, fitted anew without each country in turn where the order is judged (evaluation_who_else.py).
"""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from graph.analysis.bodies.mandates import Mandates
from graph.analysis.bodies.services import heads_of, service_of
from graph.analysis.who_else.coverage import FUNCTIONS
from graph.record import Record

Signs = NDArray[np.float64]

# What each sign says of a body, and how much it weighs.
WEIGHTS: Mapping[str, float] = {
    "answers for what the list answers for": 1.75,
    "does what the list does": 1.71,
    "recorded contacts with the list": 1.46,
    "of a kind that is on the list": 1.58,
    "unit of another body": -1.07,
    "below a body of the list": -0.95,
}


def sits_with(record: Record, held: Mandates, listed: frozenset[str]) -> dict[str, float]:
    """Return for each living body of a country its nearness to the listed ones, 0 for an empty list.

    Only the order means anything. What another country has on record changes nothing.
    """
    if not listed.intersection(held.place):
        return dict.fromkeys(held.bodies, 0.0)
    found = signs(record, held, listed) @ np.array(list(WEIGHTS.values()))
    return dict(zip(held.bodies, found.tolist(), strict=True))


def signs(record: Record, held: Mandates, listed: frozenset[str], unread: Collection[int] = ()) -> Signs:
    """Return what speaks for each living body of a country beside a list: bodies x signs, in the order of WEIGHTS.

    Contacts read in the sources of the numbers given are left out.
    """
    functions = _functions(record, held)
    places = [held.place[body] for body in sorted(listed) if body in held.place]
    met = _contacts(record, listed, unread)
    return np.column_stack(
        [
            # What the whole list answers for says more than what one body of it does besides: hence the square.
            _alike(held.weight, held.weight[places].sum(axis=0) ** 2),
            _alike(functions, functions[places].sum(axis=0)),
            np.log1p([len(met.get(body, set()) - {body}) for body in held.bodies]),
            *_place(record, held, listed),
        ]
    )


def _alike(rows: Signs, wanted: Signs) -> Signs:
    """Return the cosine of each row with what is wanted, 0 where either is empty."""
    norms = np.linalg.norm(rows, axis=1) * np.linalg.norm(wanted)
    alike: Signs = np.divide(rows @ wanted, norms, out=np.zeros(len(rows)), where=norms > 0)
    return alike


def _functions(record: Record, held: Mandates) -> Signs:
    return np.array(
        [[name in record.organizations[body].functions for name in FUNCTIONS] for body in held.bodies], float
    )


def _contacts(record: Record, listed: Collection[str], unread: Collection[int]) -> dict[str, set[str]]:
    """Return the listed bodies with which each body has a recorded contact; a reported problem is none."""
    claims, found = record.claims, dict[str, set[str]]()
    for body in sorted(listed):
        own = record.number[f"organization:{body}"]
        for row in record.rows_of(f"organization:{body}", "tie").tolist():
            if record.begun[row] and not claims.absent[row] and int(claims.source[row]) not in unread:
                other = claims.b[row] if claims.a[row] == own else claims.a[row]
                found.setdefault(record.addresses[other].partition(":")[2], set()).add(body)
    return found


def _place(record: Record, held: Mandates, listed: frozenset[str]) -> list[Signs]:
    """Return the signs of where a body stands: its kind, and the line of command."""
    beside = [record.organizations[body].kind for body in listed]
    of_kind = [beside.count(record.organizations[body].kind) / len(beside) for body in held.bodies]
    unit = [service_of(record, body) != body for body in held.bodies]
    below = [not listed.isdisjoint(heads_of(record, body)) for body in held.bodies]
    return [np.array(values, float) for values in (of_kind, unit, below)]
