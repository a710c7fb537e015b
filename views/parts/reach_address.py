"""The part of the address that only Reach asks: the group, the conditions, and where a set begins."""

from collections.abc import Callable, Mapping
from typing import Any

from graph import vocabulary
from graph.analysis.reach.reach import LEAST_COST, MOST_COST
from graph.record import Record
from views.parts import ends

SEVERAL = "~"  # between ids; stands in no id
EVERYBODY = "every"  # stands beside the kinds of bodies: all national bodies of countries
NETWORK = "network:"
WHOLE = 100

# The fields of each question and what it is where nothing is asked.
LISTS = ("whom", "within", "bodies", "must", "never")
SWITCHES = ("everybody", "athome", "equal")
QUESTIONS = (*LISTS, "share", "each", "begin", "costs", *SWITCHES)


def defaults() -> dict[str, Any]:
    """Return what is asked at first: nobody, all of them, at equal costs."""
    lists: dict[str, Any] = {name: [] for name in LISTS}
    return {**lists, **dict.fromkeys(SWITCHES, False), "share": WHOLE, "each": 0, "begin": None, "costs": {}}


def value(record: Record, name: str, text: str) -> Any:
    """Return what a part of the address means, or None where it means nothing here."""
    if name in LISTS:
        known = _known(record)[name]
        return [part for part in dict.fromkeys(text.split(SEVERAL)) if known(part)]
    if name in SWITCHES:
        return text == "yes"
    if name == "begin":
        return text if is_beginning(record, text) else None
    return costs_of(record, text) if name == "costs" else _number(name, text)


def is_beginning(record: Record, text: str) -> bool:
    """Return whether a set may begin there: a body, a group or a network by its address."""
    return text.removeprefix(NETWORK) in record.networks if text.startswith(NETWORK) else ends.is_end(record, text)


def is_known(record: Record, name: str, held: Any) -> bool:
    """Return whether what a reader asked still means something in this record."""
    if name in LISTS:
        return all(_known(record)[name](part) for part in held)
    if name == "costs":
        return all(network in record.networks for network in held)
    return name != "begin" or held is None or is_beginning(record, held)


def _known(record: Record) -> Mapping[str, Callable[[str], bool]]:
    def is_network(text: str) -> bool:
        return text in record.networks

    return {
        "whom": lambda text: text in vocabulary.ORGANIZATION_KINDS or text == EVERYBODY,
        "within": lambda text: text in record.countries,
        "bodies": lambda text: text in record.organizations,
        "must": is_network,
        "never": is_network,
    }


def _number(name: str, text: str) -> int | None:
    most, least = {"share": (WHOLE, 1), "each": (20, 0)}[name]
    return max(least, min(most, int(text))) if text.isascii() and text.isdecimal() and len(text) < 6 else None


def costs_of(record: Record, text: str) -> dict[str, float]:
    """Return network -> cost of `ren:2~ccp:0.5`; what is no network or no cost is left out."""
    found = {}
    for part in text.split(SEVERAL):
        network, _, cost = part.rpartition(":")
        try:
            number = float(cost)
        except ValueError:
            continue
        if network in record.networks and (number == 0 or LEAST_COST <= number <= MOST_COST):
            found[network] = number
    return found
