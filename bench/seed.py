"""The record of the seed, read once for all subjects that do not measure its reading."""

from functools import cache

from bench.scale import DATE, Scale
from graph.record import Record
from graph.stores.memory import MemoryStore
from loaders.seed import ensure_seed


@cache
def seed() -> Record:
    """Return the record of the seed as known on the day on which it was closed."""
    store = MemoryStore()
    ensure_seed(store)
    return store.read().as_of(DATE)


def focus(scale: Scale) -> tuple[str, ...]:
    """Return the countries that are measured: those asked for, else all of the seed."""
    return scale.focus or tuple(seed().countries)
