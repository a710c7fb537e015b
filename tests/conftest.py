"""What holds for every test: nothing leaves the machine, and no outcome depends on the clock."""

import os
import sys

import pytest
from hypothesis import settings

from graph.record import Record
from graph.stores import Store
from graph.stores.memory import MemoryStore
from loaders.seed import ensure_seed

pytest_plugins = ["tests.servers"]

HERE = {"localhost", "127.0.0.1", "::1", "", "0.0.0.0", "::", None}  # the host part of an address of this machine


class LeftTheMachine(BaseException):
    """A test asked for another machine; not an Exception, so that no `except` in between hides it."""


def stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every look-up and connection that is not to this machine (an audit hook, so no library gets around it)."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in HERE:
        raise LeftTheMachine(f"a test asked for {host!r}")


sys.addaudithook(stay_on_this_machine)

settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")


@pytest.fixture(scope="session")
def seed_store() -> Store:
    """A store in memory with the seed, shared by all tests: read it, never write to it."""
    store = MemoryStore()
    ensure_seed(store)
    return store


@pytest.fixture(scope="session")
def seed(seed_store: Store) -> Record:
    """The record of the seed as known on the day on which it was closed, so that no answer depends on the clock."""
    return seed_store.read().as_of("2026-11-25")
