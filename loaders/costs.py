"""What it costs to work with a network: a table network_id,cost of whoever asks."""

import csv
from collections.abc import Iterable, Mapping

from graph.errors import InputError
from graph.record import Record

COLUMNS = ["network_id", "cost"]


def costs_of(record: Record, name: str, lines: Iterable[str]) -> Mapping[str, float]:
    """Return the costs that the lines of a file say; a network that it does not name costs 1. Raises InputError."""
    try:
        rows = list(csv.reader(lines))
    except csv.Error as error:
        raise InputError(f"{name} is no table of comma-separated values.") from error
    if not rows or rows[0] != COLUMNS:
        raise InputError(f"{name} does not begin with the columns {', '.join(COLUMNS)}.")
    found: dict[str, float] = {}
    for number, row in enumerate(rows[1:], 2):
        try:
            network, cost = row[0], float(row[1])
        except (IndexError, ValueError) as error:
            raise InputError(f"{name}, row {number}: not a network and a cost.", "Write for example ren,2.") from error
        if network not in record.networks or network in found:
            what = "has two costs" if network in found else "is no network of the record"
            raise InputError(f"{name}, row {number}: “{network}” {what}.")
        found[network] = cost
    return found
