"""What this program holds in memory while it loads millions of claims into Neo4j, one bounded change after another.

python -m bench.neo4j_load 1000000 1g     a million claims in changes of 10,000; the server has a heap of 1 GB

A change is held in memory, so a load of any size is bounded if its changes are: that is what is shown. Takes minutes.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.memory import A_MEGABYTE, peak
from bench.neo4j import HEAP, ROOM
from graph.history import Batch, Change
from graph.model import Claim, Organization, Source, Thing
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_session import Login
from server.java import JavaServer, free_port

BODIES = 50_000
IN_ONE = 10_000  # claims in a change
PARTS = 10  # of a load, after each of which the peak is printed


def batches(claims: int) -> Iterator[Batch]:
    """Yield a change with the bodies, then the claims."""
    bodies = (
        Organization(id=f"o-{number}", name=f"Body {number}", country="PK", kind="customs") for number in range(BODIES)
    )
    for things in (iter([Source(id="s", title="Register", kind="report")]), bodies, made_up(claims)):
        while piece := tuple(Change(None, thing) for thing in islice(things, IN_ONE)):
            yield Batch("bench", "2026-11-25", f"load up to {piece[-1].address}", piece)


def made_up(claims: int) -> Iterator[Thing]:
    """Yield contacts, each between two bodies that have no other."""
    half = BODIES // 2
    for number in range(claims):
        a, b = f"organization:o-{number % half}", f"organization:o-{half + (number + number // half) % half}"
        note = f"Page {number} of the register."
        yield Claim(kind="tie", a=a, b=b, role="mou", directed="no", standing="standing", note=note, source="s")


def main(claims: int, heap: str = HEAP) -> None:
    """Load claims into a server of its own and print the peak of this process after each tenth."""
    with tempfile.TemporaryDirectory() as folder:
        server = JavaServer(Path(folder), free_port(), heap=heap, settings=ROOM)
        server.start()
        try:
            with Neo4jStore(server.url, "bench", Login("neo4j", server.password)) as store:
                _load(store, claims)
        finally:
            server.kill()


def _load(store: Neo4jStore, claims: int) -> None:
    begin, done, said = time.perf_counter(), -BODIES - 1, 0
    for batch in batches(claims):
        store.apply(batch)
        done += len(batch.changes)
        if done * PARTS >= (said + 1) * claims:
            said = done * PARTS // claims
            print(f"{done:>10,} claims {peak() / A_MEGABYTE:6.0f} MB {time.perf_counter() - begin:6.0f} s", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
