"""What the rows of a load say about each other and the day: repeated ids, ids that lead nowhere, circles."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from graph.errors import Refusal
from graph.model import Claim, Thing
from loaders import references
from loaders.records import Draft, Place, Placed, Reading
from loaders.tables import TABLES

Refused = list[tuple[Placed, Refusal]]

# A clock may be wrong, yet no day is earlier than the last on which a claim of the seed was read.
RELEASED = "2026-11-25"
# Where the day begins first, it is fourteen hours ahead of UTC.
EARLIEST_DAY = timedelta(hours=14)


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
    unread = set() if cascade else reading.unread
    refused += references.dangling(things, known, reading.meant, unread)
    refused += _not_read_yet(things)
    refused += references.circles(things, standing)
    good = _without(things, refused)
    if cascade:
        gone = {placed.address for placed in things} - {placed.address for placed in good} - standing.keys()
        refused += references.resting_on(gone, good)
        good = _without(good, refused)
    too = references.dangling_too(reading.drafts, known, reading.meant, unread) + _not_read_yet_too(reading.drafts)
    return good, _in_order([*reading.refused, *too, *(refusal for _, refusal in refused)])


def _not_read_yet(things: Iterable[Placed]) -> Refused:
    today = _today()
    return [
        (placed, _in_the_future(placed, placed.thing.read_on))
        for placed in things
        if isinstance(placed.thing, Claim) and placed.thing.read_on > today[: len(placed.thing.read_on)]
    ]


def _not_read_yet_too(drafts: Iterable[Draft]) -> list[Refusal]:
    today = _today()
    dates = [(draft, str(draft.values.get("read_on", ""))) for draft in drafts if "read_on" not in draft.wrong]
    return [_in_the_future(draft, read_on) for draft, read_on in dates if read_on > today[: len(read_on)]]


def _in_the_future(place: Place, read_on: str) -> Refusal:
    return place.refusal("read_on", read_on, "lies in the future by the clock of this machine")


def _today() -> str:
    return latest_day(datetime.now(UTC))


def latest_day(moment: datetime) -> str:
    """Return the day as it is where it begins first, so that no place is refused its own today."""
    return max((moment + EARLIEST_DAY).date().isoformat(), RELEASED)


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
