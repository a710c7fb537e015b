"""The file itself: a map with its search, and beside it what is on record of what was chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from handouts.alone.page import page
from handouts.map_file.evidence import Evidence
from handouts.map_file.network import network
from layout.drawn.payload import as_payload
from layout.drawn.scene import Scene

BODY = Path(__file__).parent / "map_file.html"


@dataclass(frozen=True, slots=True)
class MapFile:
    """What a file shows; `search` finds a box by the names of what it stands for: (name, box, thing)."""

    title: str
    says: str
    day: str  # YYYY-MM-DD
    scene: Scene
    evidence: Evidence
    search: tuple[tuple[str, str, str], ...]


def html(file: MapFile) -> str:
    """Return the page; the same map gives the same page."""
    return page(BODY, _data(file), _texts(file), title=file.title, day=file.day, says=file.says)


def _data(file: MapFile) -> dict[str, Any]:
    return {
        "scene": as_payload(file.scene),
        "network": network(file.scene),
        "things": file.evidence.things,
        "claims": file.evidence.claims,
        "search": file.search,
    }


def _texts(file: MapFile) -> Iterator[str]:
    yield file.says
    yield from (name for name, _, _ in file.search)
    for thing in file.evidence.things.values():
        yield from (thing["title"], *thing["facts"])
    for claim in file.evidence.claims.values():
        yield from claim.values()
    yield from (text.text for text in file.scene.texts)
