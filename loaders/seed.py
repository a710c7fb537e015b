"""The record that comes with the program, loaded into a store that is empty."""

from pathlib import Path

from graph.stores.base import Store
from loaders.load import LoadAnswer, Progress, load

FOLDER = Path(__file__).resolve().parent.parent / "seed"


def ensure_seed(store: Store, progress: Progress | None = None) -> LoadAnswer | None:
    """Load the seed where the store was never written to; None where there is a record already."""
    if store.revision:
        return None
    answer = load(store, [FOLDER], author="seed", reason="The record that comes with the program", progress=progress)
    # Where two programs began with one empty store, the other may have been first.
    return answer if answer["batch"] else None
