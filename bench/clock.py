"""Times, taken fairly: the best of several runs, each on what no run has touched before."""

import gc
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from graph.record import Record

Made = TypeVar("Made")
Got = TypeVar("Got")


def best(times: int, run: Callable[[], Got]) -> tuple[float, Got]:
    """Return the shortest of several times in seconds, and what the last run gave."""
    return best_of(times, lambda: None, lambda _: run())


def best_of(times: int, make: Callable[[], Made], run: Callable[[Made], Got]) -> tuple[float, Got]:
    """Return the shortest time of a run, in seconds, on something newly made each time, and what the last run gave."""
    taken, got = one(make, run)
    for _ in range(times - 1):
        again, got = one(make, run)
        taken = min(taken, again)
    return taken, got


def one(make: Callable[[], Made], run: Callable[[Made], Got]) -> tuple[float, Got]:
    """Return the time of one run and what it gave; what others left behind is cleared away before."""
    made = make()
    gc.collect()
    begin = time.perf_counter()
    got = run(made)
    return time.perf_counter() - begin, got


def cold(record: Record) -> Record:
    """Return a record of which nothing is indexed or remembered: as after a load."""
    return record.as_of(record.date)


def slowest(record: Record, countries: Iterable[str], ask: Callable[[Record, str], object]) -> tuple[float, str]:
    """Return the country whose answer takes longest where nobody has asked anything, and its time in seconds."""
    return max((one(lambda: cold(record), partial(_asked, ask, country))[0], country) for country in countries)


def _asked(ask: Callable[[Record, str], object], country: str, record: Record) -> object:
    return ask(record, country)
