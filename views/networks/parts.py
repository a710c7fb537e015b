"""The parts of the page Networks that are about several networks at once."""

from graph.record import Record
from views.networks import catalogue, headings, links, region_map, seats_map, shared, strategy

DRAW = {
    "": catalogue.draw,
    "seats": seats_map.draw,
    "region": region_map.draw,
    "overlap": shared.draw,
    "strategy": strategy.draw,
    "links": links.draw,
}


def draw(record: Record, part: str) -> None:
    """Draw the part that the address names, the catalogue where it names none that is shown."""
    DRAW[part if part in headings.parts() else ""](record)
