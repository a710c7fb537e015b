"""Who stands today for a body that has ended."""

from graph.answers import Named
from graph.record import Record


def today(record: Record, body: str) -> str | None:
    """Return a body that lives on the date of the record, or the one that stands for it, or none."""
    return body if record.is_living(body) else record.successor(body)


def named_today(record: Record, body: str) -> Named | None:
    """Return a body under its name, an ended one as its successor that says whom it follows; None if there is none."""
    follower = today(record, body)
    if follower is None:
        return None
    name = record.organizations[follower].name
    if follower != body:
        name += f" (follows {record.organizations[body].name}; please confirm)"
    return {"id": follower, "name": name}
