"""Counts instead of scores: expected and found contacts, problems and sources read, by theme and network.

In the order of ids, and never ranked: a count measures what was read as much as the country.
"""

import numpy as np

from graph import vocabulary
from graph.analysis.contacts.contacts import counts
from graph.analysis.gaps.screening import screen
from graph.analysis.levels.hand_in_hand import hand_in_hand
from graph.answers import Cell, Counted
from graph.record import Record


def by_theme(record: Record, country: str) -> list[Counted]:
    """Return the counts of every theme in a country, in the order of the themes; a pair may count in several."""
    return [
        {"id": theme, "name": name, "contacts": counts(screen(record, country, theme))}
        for theme, name in vocabulary.THEMES.items()
    ]


def by_network(record: Record, country: str = "") -> list[Counted]:
    """Return for every network beyond one country with how many of those who should hear contact is recorded."""
    cells: dict[str, list[Cell]] = {}
    for cell in hand_in_hand(record, country)["cells"]:
        cells.setdefault(cell["network"]["id"], []).append(cell)
    return [_of_network(record, network, cells[network]) for network in sorted(cells)]


def _of_network(record: Record, network: str, cells: list[Cell]) -> Counted:
    found = [one["found"] for cell in cells for one in cell["should_hear"]]
    rows = record.rows_of(f"network:{network}")
    return {
        "id": network,
        "name": record.networks[network].name,
        "contacts": {
            "expected": len(found),
            "found": sum(found),
            "problems": 0,
            "sources_read": len(np.unique(record.claims.source[rows[record.begun[rows]]])),
        },
    }
