"""Where a record is kept: one contract, several stores, chosen by URL."""

from graph.stores.base import Store
from graph.stores.open import open_store

__all__ = ["Store", "open_store"]
