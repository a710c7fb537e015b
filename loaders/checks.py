"""What the rows of a load say about each other: repeated ids, ids that lead nowhere, circles."""

from collections.abc import Iterable, Mapping

from graph.errors import Refusal
from graph.model import Thing
from loaders import references
from loaders.records import Placed, Reading
from loaders.tables import TABLES

Refused = list[tuple[Placed, Refusal]]


def checked(reading: Reading, standing: Mapping[str, Thing], *, cascade: bool) -> tuple[list[Placed], list[Refusal]]:
    """Return the rows that may be written and all refusals, by table and row.

    Where nothing will be written anyway, a row that names a refused row is no fault of its own; with `cascade` it is
    refused with it, and so is what rests on that.
    """
    refused = references.repeated(reading.things)
    repeats = {id(placed) for placed, _ in refused}
    things = [placed for placed in reading.things if id(placed) not in repeats]
    known = references.ALWAYS_KNOWN | standing.keys() | {placed.address for placed in things}
    if not cascade:
        known |= reading.meant
    refused += references.dangling(things, known, reading.meant, set() if cascade else reading.unread)
    refused += references.circles(things, standing)
    good = _without(things, refused)
    if cascade:
        gone = {placed.address for placed in things} - {placed.address for placed in good} - standing.keys()
        refused += references.resting_on(gone, good)
        good = _without(good, refused)
    return good, _in_order([*reading.refused, *(refusal for _, refusal in refused)])


def _without(things: Iterable[Placed], refused: Refused) -> list[Placed]:
    gone = {id(placed) for placed, _ in refused}
    return [placed for placed in things if id(placed) not in gone]


def _in_order(refused: Iterable[Refusal]) -> list[Refusal]:
    """Sort by table, then row; the faults of one row stay in the order in which they were found."""
    tables = list(TABLES)

    def place(refusal: Refusal) -> tuple[int, str, int]:
        name = refusal.file.replace("\\", "/").rpartition("/")[2].removesuffix(".csv")
        return tables.index(name), refusal.file, refusal.row

    return sorted(refused, key=place)
