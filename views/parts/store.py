"""The record that all readers share: read once for each revision of the store, never changed."""

import threading
from contextlib import suppress
from functools import lru_cache

import streamlit as st

from graph.errors import StoreError
from graph.history import Batch, Heading
from graph.record import Record
from graph.stores.base import Store
from graph.stores.open import open_store
from loaders import place
from loaders.seed import ensure_seed

State = tuple[int, str]

EVERY = 4.0  # seconds after which a page looks whether another program has changed a store on a server
FIRST = "First start: the record that comes with the program is loaded, once."


def record() -> Record:
    """Return the record at the newest revision; a store that was never written to gets the seed first."""
    url = place.store_url()
    store = _opened(url)
    if not store.revision:
        _seed(store)
    return _read(url, _state(store))


def follow() -> None:
    """See to it that this page shows within seconds what another program changes in a store that several share."""
    if not place.file_of(place.store_url()):
        _follow(_state(opened()))


def _state(store: Store) -> State:
    """The fingerprint tells a restored store from the one before it, which may have had as many batches."""
    return store.revision, f"{store.fingerprint():x}"


@st.fragment(run_every=EVERY)
def _follow(seen: State) -> None:
    with suppress(StoreError):  # the next click says it
        if _state(opened()) != seen:
            st.rerun()


@lru_cache(maxsize=8)
def known_on(newest: Record, date: str) -> Record:
    """Return the record as known on a date: one object for a date, so that what is reckoned from it is kept."""
    return newest.as_of(date)


def history() -> list[Heading]:
    """Return the changes of the record, oldest first."""
    return opened().history()


def opened() -> Store:
    """Return the store; what is written into it is everybody's."""
    return _opened(place.store_url())


def apply(batch: Batch) -> Batch:
    """Keep a change; everybody's next record holds it."""
    opened().apply(batch)
    return batch


def undo(batch: str, *, author: str, reason: str) -> Batch:
    """Take a change back, and return the change that does so."""
    return opened().undo(batch, author=author, reason=reason)


@st.cache_resource(show_spinner=False, max_entries=4, on_release=lambda store: store.close())
def _opened(url: str) -> Store:
    file = place.file_of(url)
    if file and place.is_default(url):
        file.parent.mkdir(parents=True, exist_ok=True)
    return open_store(url)


@st.cache_resource(show_spinner=False, max_entries=2)
def _read(url: str, state: State) -> Record:  # noqa: ARG001 (the state is what the cache goes by)
    return _opened(url).read()


@st.cache_resource(show_spinner=False)
def _first_start() -> threading.Lock:
    return threading.Lock()


def _seed(store: Store) -> None:
    """Load the seed, with a bar; who comes second waits for the first."""
    with _first_start():
        bar = st.progress(0.0, FIRST)

        def tell(share: float, doing: str) -> None:
            bar.progress(share, f"{FIRST} {doing} …")

        ensure_seed(store, tell)
        bar.empty()
