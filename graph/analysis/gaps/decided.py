"""What both sides of a pair said of a contact that was expected: that there is none, or that none applies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph import dates
from graph.analysis.bodies.block import Block
from graph.columns import NONE, ROLES
from graph.record import Record
from graph.rules import rules

Decided = Literal["none", "not-applicable"]
MEANS: Mapping[str, Decided] = {"confirmed-none": "none", "not-applicable": "not-applicable"}


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a pair, the row of its claim, and the day as a number (0: not known)."""

    says: Decided
    row: int
    day: int

    @property
    def on(self) -> str:
        """The day as text, empty where it is not known."""
        return dates.text(self.day)


def decisions_of(block: Block, theme: str = "") -> dict[tuple[int, int], Decision]:
    """Return the newest decision of each pair of services (i < j) of a block, in force on the record's date.

    One about a theme counts only where that theme, or a wider one, is asked for.
    """
    record, claims = block.record, block.record.claims
    found: dict[tuple[int, int], Decision] = {}
    for row in block.rows("decision").tolist():
        places = [int(block.place_of_node[end]) for end in (claims.a[row], claims.b[row])]
        if min(places) < 0 or not record.in_force[row] or not _is_about(record, row, theme):
            continue
        i, j = sorted(int(block.service_of[place]) for place in places)
        decision = Decision(MEANS[ROLES[claims.role[row]]], row, int(record.began[row]))
        if i != j and ((i, j) not in found or found[i, j].day <= decision.day):
            found[i, j] = decision
    return found


def _is_about(record: Record, row: int, theme: str) -> bool:
    number = record.claims.theme[row]
    return number == NONE or (bool(theme) and theme in rules().within(record.addresses[number].partition(":")[2], ""))
