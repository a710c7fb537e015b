"""Things by their id and full name, as answers name them."""

from graph.analysis.sentences import name_of
from graph.answers import Named
from graph.record import Record


def named(record: Record, address: str) -> Named:
    """Return the id and full name of anything that has an address."""
    return {"id": address.partition(":")[2], "name": name_of(record, address)}


def named_body(record: Record, body: str) -> Named:
    """Return a body by its id and full name."""
    return {"id": body, "name": record.organizations[body].name}
