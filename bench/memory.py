"""What a claim weighs in the Record and in networkx; each is built in a process of its own, so that its peak is known.

python -m bench.memory record 1000000     prints what the record of so many made-up claims takes, as JSON
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

import networkx as nx

from bench.line import Line
from bench.made_up import KINDS, row
from bench.scale import DATE, PROMISED_MEMORY, Scale
from graph import vocabulary
from graph.columns import FIELDS, Row
from graph.model import Network, Organization, Source, Thing
from graph.record import Record, record_of

ROOT = Path(__file__).resolve().parent.parent
BODIES_A_CLAIM, NETWORKS_A_CLAIM = 50, 200  # so many claims for each body and network
A_MEGABYTE = 1e6


class Weight(TypedDict):
    """Bytes of the process before and at its peak, bytes of the columns alone, and the seconds of the building."""

    before: float
    peak: float
    columns: float
    indexed: float
    seconds: float


def measure(scale: Scale) -> list[Line]:
    """Return bytes a claim for the Record and networkx, the peak, and the time of the building."""
    ours, theirs = _child("record", scale.claims), _child("networkx", scale.for_networkx)
    each = (theirs["peak"] - theirs["before"]) / scale.for_networkx
    claims = f"{scale.claims:,} claims"
    graph = f"networkx.MultiDiGraph of {scale.for_networkx:,} claims: peak of the process"
    kept, indexed = ours["columns"] / scale.claims, ours["indexed"] / scale.claims
    peak = (ours["peak"] - ours["before"]) / scale.claims
    whole = ours["peak"] / A_MEGABYTE
    slow = theirs["seconds"] / scale.for_networkx * scale.claims
    return [
        Line(f"memory: each of {claims}, columns, texts, addresses", kept, each, graph, None, "B"),
        Line("memory: the same with the index and the masks of a date", indexed, each, graph, PROMISED_MEMORY, "B"),
        Line("memory: the same at the peak while building", peak, each, graph, None, "B"),
        Line(f"memory: the whole process with {claims}, peak", whole, None, "", None, "MB"),
        Line(f"memory: building {claims} from rows", ours["seconds"], slow, "networkx as above, as many claims", None),
    ]


def _child(what: str, claims: int) -> Weight:
    words = [sys.executable, "-m", "bench.memory", what, str(claims)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    weight: Weight = json.loads(done.stdout)
    return weight


def nodes(claims: int) -> list[Thing]:
    """Return the bodies and networks that so many made-up claims are about, and their source."""
    bodies = (
        Organization(id=f"body-{i}", name=f"Body {i}", country="AA", kind=KINDS[i % len(KINDS)])
        for i in range(max(claims // BODIES_A_CLAIM, 2))
    )
    networks = (
        Network(id=f"net-{i}", name=f"Network {i}", kind="forum", scope="regional")
        for i in range(max(claims // NETWORKS_A_CLAIM, 1))
    )
    return [Source(id="register", title="Register", kind="web page", published="2024"), *bodies, *networks]


def rows(claims: int) -> Iterator[tuple[str, Row]]:
    """Yield made-up claims as a store gives them: half contacts, half memberships, a tenth with a note."""
    bodies, networks = max(claims // BODIES_A_CLAIM, 2), max(claims // NETWORKS_A_CLAIM, 1)
    roles = tuple(vocabulary.TIE_SENTENCES)
    for i in range(claims):
        a = f"organization:body-{i * 7919 % bodies}"
        says = {"kind": "membership", "a": a, "b": f"network:net-{i * 31 % networks}", "role": "member"}
        if i % 2:
            b = f"organization:body-{(i * 7919 + 1 + i % 97) % bodies}"
            says = {
                "kind": "tie",
                "a": a,
                "b": b,
                "role": roles[i % len(roles)],
                "directed": "no",
                "standing": "standing",
            }
        yield row(i, **says, since=str(1990 + i % 36), note=f"Note {i}" if i % 10 == 0 else "", read_on="2026-11-25")


def _record(claims: int) -> tuple[float, float]:
    record = record_of(1, nodes(claims), rows(claims), DATE)
    assert len(record.claims) == claims
    return columns(record), columns(record) + indexes(record)


def columns(record: Record) -> float:
    """Return the bytes of the columns, of the texts and addresses that they point to, and of the addresses' index."""
    arrays = sum(value.nbytes for value in vars(record.claims).values() if hasattr(value, "nbytes"))
    tables = (record.claims.texts, record.addresses, record.number)
    texts = (*record.claims.texts, *record.addresses, *range(257, len(record.number)))  # small numbers are shared
    return float(arrays + sum(map(sys.getsizeof, (*tables, *texts))))


def indexes(record: Record) -> float:
    """Return the bytes of what reading adds: the index by node, and which claims count on the date."""
    record.rows_of(record.addresses[0])
    _ = record.in_force
    kept = (value for name, value in vars(record).items() if name not in ("claims", "number", "addresses"))
    arrays = [part for value in kept for part in (value if isinstance(value, tuple) else (value,))]
    return float(sum(part.nbytes for part in arrays if hasattr(part, "nbytes")))


def _networkx(claims: int) -> tuple[float, float]:
    graph = nx.MultiDiGraph()
    for node in nodes(claims):
        graph.add_node(node.address, **node.values())
    for claim_id, values in rows(claims):
        says = dict(zip(FIELDS, values, strict=False))
        graph.add_edge(says.pop("a"), says.pop("b"), key=claim_id, **says)
    assert graph.number_of_edges() == claims
    return 0.0, 0.0


def peak() -> float:
    """Return the bytes that this process ever held at once."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux, where getrusage counts what the parent held, too
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return float(held.split()[1]) * 1024
    held_at_once = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held_at_once * (1.0 if sys.platform == "darwin" else 1024.0)


def weighed(build: Callable[[int], tuple[float, float]], claims: int) -> Weight:
    """Return what building takes."""
    before, begin = peak(), time.perf_counter()
    of_columns, indexed = build(claims)
    seconds = time.perf_counter() - begin
    return {"before": before, "peak": peak(), "columns": of_columns, "indexed": indexed, "seconds": seconds}


if __name__ == "__main__":
    print(json.dumps(weighed({"record": _record, "networkx": _networkx}[sys.argv[1]], int(sys.argv[2]))))
