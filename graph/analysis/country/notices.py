"""What stands above a country whose record is older than a change of its authorities."""

from graph import dates
from graph.record import Record

# The day of the change; the wording takes no side and implies no engagement.
CHANGES_OF_AUTHORITIES = {"AF": "2021-08-15", "MM": "2021-02-01"}


def notice(record: Record, country: str) -> str | None:
    """Return the banner of a country, None where the record is read as known before the change, or there was none."""
    day = CHANGES_OF_AUTHORITIES.get(country, "")
    if not day or record.day < dates.number(day):
        return None
    return (
        f"Much of this record of {record.country_name(country)} predates the change of authorities of {day[:4]}. "
        "It is shown as written then; no engagement with any authority is implied."
    )
