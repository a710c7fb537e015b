"""Change sets as large as a load of the seed, and what a program says that is to be killed while it writes them."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from graph.history import Batch, Change
from graph.model import Claim, Source
from graph.stores import neo4j_change
from graph.stores.open import open_store
from graph.stores.sqlite import SqliteStore

PIECES = 600  # ties in each load that goes in pieces
ONE, OTHER = ("BD", "IN", "KH", "LA", "LK", "MM", "NP"), ("ID", "MY", "PH", "PK", "SG", "TH", "TL", "VN")
SOURCE = Source(id="s", title="Source", kind="report")


def claims(count: int, first: int = 0, source: str = SOURCE.id) -> list[Claim]:
    """Ties of countries, which any record may name."""
    return [
        Claim(
            kind="tie",
            a=f"country:{ONE[number % len(ONE)]}",
            b=f"country:{OTHER[number % len(OTHER)]}",
            role="mou",
            name=f"Agreement {number}",
            directed="no",
            standing="standing",
            note=f"They met {number} times.",
            source=source,
        )
        for number in range(first, first + count)
    ]


def adding(count: int, first: int = 0) -> Batch:
    """A change set that adds that many ties and their source."""
    source = Source(id=f"s-{first}", title="Source", kind="report")
    things = (source, *claims(count, first, source.id))
    return Batch("Ayesha", "2026-11-20", f"ties from {first}", tuple(Change(None, thing) for thing in things))


@cache
def three_loads(count: int = 5000) -> list[Batch]:
    """Change sets that add ties, change all of them, and withdraw half of them."""
    old = claims(count)
    new = [replace(claim, note="They meet no more.", until="2025") for claim in old]
    return [
        Batch("a", "2026-11-20", "add", (Change(None, SOURCE), *(Change(None, claim) for claim in old))),
        Batch("a", "2026-11-20", "close", tuple(map(Change, old, new))),
        Batch("a", "2026-11-20", "withdraw", tuple(Change(claim, None) for claim in new[: count // 2])),
    ]


def load_three(file: str) -> None:
    """Apply the loads and say after each that it is kept."""
    batches = three_loads()
    with SqliteStore(Path(file)) as store:
        print("ready", flush=True)
        for batch in batches:
            store.apply(batch)
            print("kept", flush=True)


def load_in_pieces(url: str) -> None:
    """Apply smaller loads to a server, as if some hundred changes were too many for one transaction."""
    neo4j_change.AT_ONCE = 100
    with open_store(url) as store:
        print("ready", flush=True)
        for batch in three_loads(PIECES):
            store.apply(batch)
            print("kept", flush=True)


def load_small(file: str, first: str) -> None:
    """Apply many small change sets."""
    with SqliteStore(Path(file)) as store:
        for number in range(int(first), int(first) + 40):
            store.apply(adding(2, 2 * number))


def hold(file: str, pages: str = "1000") -> None:
    """Hold the file for writing until told to let go, with a change that is not kept.

    With few pages of memory the change stands in the file already, and only the journal can take it back.
    """
    with SqliteStore(Path(file)) as store, store._file.writing() as connection:
        connection.execute(f"PRAGMA cache_size = {int(pages)}")
        connection.execute("DELETE FROM claim")
        print("ready", flush=True)
        sys.stdin.readline()
        connection.execute("ROLLBACK")
        connection.execute("BEGIN")


if __name__ == "__main__":
    programs: dict[str, Callable[..., None]] = {
        "load_three": load_three,
        "load_in_pieces": load_in_pieces,
        "load_small": load_small,
        "hold": hold,
    }
    programs[sys.argv[1]](*sys.argv[2:])
