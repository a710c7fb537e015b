"""Who could close a gap: the committees and networks in which both sides already sit, smallest first."""

from dataclasses import dataclass

from graph.analysis.gaps.gap_kinds import membership_rows, shared_mechanisms
from graph.analysis.gaps.screening import Pair, Screening


@dataclass(frozen=True, slots=True)
class SharedTable:
    """A running network in which both sides sit: its id, how many members it has, and the claims of the two seats."""

    network: str
    members: int
    claims: tuple[str, ...]


def shared_tables(seen: Screening, pair: Pair) -> list[SharedTable]:
    """Return the running networks in which both services of a pair have a seat, those with fewest members first."""
    found = [
        SharedTable(one.network, one.members, tuple(seen.record.claim_ids(membership_rows(seen, pair, one.network))))
        for _, one in shared_mechanisms(seen, pair)
        if one.running
    ]
    return sorted(found, key=lambda table: (table.members, table.network))
