"""Who is at a site: the one meaning that every answer about sites shares.

A living body is there by a presence that is in force on the record's date, its own or that of a joint team in which it
serves. That two serve in one team says nothing of why they should talk beyond it, so the need
for contact counts own presences only (`own`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.record import Record, Rows


@dataclass(frozen=True, slots=True)
class Presence:
    """A body at a site, the rows of the claims, and the number of its joint team where it is there by no other claim.

    `team` is -1 for a body that is there itself.
    """

    body: str
    rows: tuple[int, ...]
    team: int


def own(record: Record, rows: Rows) -> NDArray[np.bool_]:
    """Return which claims of presence say that a body is at a site itself, and not only with a joint team."""
    itself: NDArray[np.bool_] = record.in_force[rows] & (record.claims.through[rows] < 0)
    return itself


def present(record: Record, sites: Iterable[str]) -> list[Presence]:
    """Return the living bodies at a site, which may have an id on either side of a border, by the ids of the bodies."""
    found: dict[str, list[int]] = {}
    for site in sites:
        rows = record.rows_of(f"site:{site}", "presence")
        for row in rows[record.in_force[rows]].tolist():
            body = record.addresses[record.claims.a[row]].partition(":")[2]
            if record.is_living(body):
                found.setdefault(body, []).append(row)
    return [Presence(body, tuple(rows), _team(record, rows)) for body, rows in sorted(found.items())]


def _team(record: Record, rows: list[int]) -> int:
    teams = [int(record.claims.through[row]) for row in rows]
    return teams[0] if min(teams) >= 0 else -1


def site_name(record: Record, site: str, reader: str = "") -> str:
    """Return the name of a site; of a crossing that each side calls by its own name both, the reader's side first."""
    rows = [record.sites[one] for one in sides_of(record, site)]
    first, *others = [row.name for row in sorted(rows, key=lambda row: bool(reader) and row.country != reader)]
    alike = [name for name in others if name.startswith(first) or first.startswith(name)]
    return first if alike else " / ".join((first, *others))


def sides_of(record: Record, site: str) -> list[str]:
    """Return the ids under which a site is recorded: its own, and that of the other side."""
    first = record.sites[site].same_as or site
    return [first, *sorted(one.id for one in record.sites.values() if one.same_as == first)]
