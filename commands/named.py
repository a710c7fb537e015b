"""What the words of a command name: the record, a country, a body, a group, a network."""

from argparse import Namespace

from commands.context import HOW_TO_LOAD, opened, record_of
from graph.errors import InputError
from graph.record import Record


def record_asked(asked: Namespace) -> Record:
    """Return the record that a command asks."""
    with opened(asked.store) as store:
        return record_of(store, asked.as_of)


def country_of(record: Record, text: str) -> str:
    """Return the code of a country by code or name."""
    from graph.analysis.names.country_names import resolve_country

    if not record.countries:
        raise InputError("The store holds no country.", HOW_TO_LOAD)
    return resolve_country(record, text)


def body_or_group(record: Record, text: str) -> str:
    """Return the address of a body by id, name or acronym; a group as it is; a country's code as the group of all."""
    from graph.analysis.names.groups import is_group
    from graph.analysis.names.names import BODIES, resolve

    if is_group(text):
        return text
    return f"country:{text.upper()}" if text.upper() in record.countries else resolve(record, text, what=BODIES)


def network_or_body(record: Record, text: str) -> str:
    """Return the address of a network or body by id, name or acronym."""
    from graph.analysis.names.names import resolve

    return resolve(record, text, what=("network", "organization"))


def network_of(record: Record, text: str) -> str:
    """Return the id of a network by id, name or acronym."""
    from graph.analysis.names.names import resolve

    return resolve(record, text, what=("network",)).partition(":")[2]
