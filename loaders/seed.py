"""The record that comes with the program, loaded into a store that is empty."""

from pathlib import Path

from graph.errors import Conflict
from graph.stores.base import Store
from loaders.load import LoadAnswer, Progress, load

FOLDER = Path(__file__).resolve().parent.parent / "seed"


def ensure_seed(store: Store, progress: Progress | None = None) -> LoadAnswer | None:
    """Load the seed where the store was never written to; None where there is a record already."""
    if store.revision:
        return None
    try:
        return load(store, [FOLDER], author="seed", reason="The record that comes with the program", progress=progress)
    except Conflict:
        # Two programs began with one empty store and the other was first.
        if not store.history():
            raise
        return None
