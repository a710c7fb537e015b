"""The stores that keep the contract: whoever joins gets all of its tests."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from graph.stores import Store, open_store

NewStore = Callable[[], Store]


@pytest.fixture(params=["memory", "sqlite"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewStore]:
    """Opens a new, empty store at every call."""
    numbers = count()

    def url() -> str:
        return "memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/store-{next(numbers)}.db"

    with ExitStack() as opened:
        yield lambda: opened.enter_context(open_store(url()))


@pytest.fixture
def store(new_store: NewStore) -> Store:
    """An empty store."""
    return new_store()
