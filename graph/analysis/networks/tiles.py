"""The region as tiles of equal size: no outline and no border is drawn, and every country is as large as any other."""

from graph.analysis.names.named import named
from graph.analysis.networks.entry_points import entry_points
from graph.analysis.networks.members import states_of
from graph.answers import Entry, TileMap
from graph.record import Record
from graph.rules import rules


def tiles(record: Record, network_id: str = "") -> TileMap:
    """Return a tile for each country of the table, and how each is in a network if one is given.

    A tile says where to look for a country, nothing about where it ends. Members without a tile stand `beside`.
    """
    inside = states_of(record, network_id) if network_id else set[str]()
    placed = rules().tiles
    return {
        "tiles": [
            {
                "country": named(record, f"country:{code}"),
                "column": tile.column,
                "row": tile.row,
                "basis": _basis(record, code, network_id) if code in inside else None,
            }
            for code, tile in placed.items()
        ],
        "beside": [named(record, f"country:{code}") for code in sorted(inside - placed.keys())],
    }


def _basis(record: Record, code: str, network_id: str) -> Entry:
    return entry_points(record, code, network_id).basis or "country only"
