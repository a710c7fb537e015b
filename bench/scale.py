"""How much is measured: everything, or a little of everything for the tests."""

from dataclasses import dataclass

PROMISED_LOAD = 3.0  # seconds, the whole seed into an empty SQLite store
PROMISED_START = 2.0  # seconds, until the program answers from a loaded store
PROMISED_ACTION, PROMISED_SERVER = 0.1, 400.0  # seconds of the slowest twentieth, megabytes
PROMISED_MAP, PROMISED_LARGE_MAP = 0.3, 1.5  # seconds until a map is drawn, of 435 and of 3,000 boxes
PROMISED_CLICK = 0.2  # seconds
PROMISED_EDIT = 0.005  # seconds, one country of the large record after an edit
PROMISED_MEMORY = 200.0  # bytes a claim: a million in 200 MB

DATE = "2026-11-25"  # the day on which the seed was closed


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes: made-up countries and bodies in each, sizes of one country, claims, and how often each run is taken."""

    times: int
    countries: int
    bodies: int
    sizes: tuple[int, ...]
    claims: int
    for_networkx: int
    focus: tuple[str, ...] = ()
    pages: bool = True
    grown: tuple[int, ...] = (400, 800, 1600, 3200)
    sessions: int = 50
    actions: int = 10
    pause: float = 3.0
    boxes: tuple[int, ...] = (435, 3000)


WHOLE = Scale(times=3, countries=200, bodies=100, sizes=(100, 200, 400, 800), claims=1_000_000, for_networkx=100_000)
