"""Which fields of a node or claim name another node, and which node they name."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from graph.model import Activity, Claim, Country, Event, Network, Organization, Site, Source, Thing

NAMES: dict[type[Thing], dict[str, str]] = {
    Source: {},
    Country: {"neighbours": "country", "sources": "source"},
    Organization: {
        "country": "country",
        "parent": "organization",
        "succeeded_by": "organization",
        "sources": "source",
    },
    Network: {"country": "country", "secretariat": "organization", "sources": "source"},
    Site: {"country": "country", "neighbour": "country", "same_as": "site", "sources": "source"},
    Event: {"network": "network", "host": "organization", "country": "country", "sources": "source"},
    Activity: {"network": "network", "sources": "source"},
    Claim: {"a": "", "b": "", "through": "network", "source": "source"},
}


def named_by(thing: Thing) -> Iterator[tuple[str, str]]:
    """Yield every field of a thing that names another one, with the address that it names."""
    return named_in(type(thing), lambda name: getattr(thing, name))


def named_in(kind_of_thing: type[Thing], value_of: Callable[[str], str | tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the same of a thing of a kind, by a function from a field to its value."""
    for name, kind in NAMES[kind_of_thing].items():
        value = value_of(name)
        for one in (value,) if isinstance(value, str) else value:
            if one:
                yield name, f"{kind}:{one}" if kind else one


def naming_only(node: Thing, there: Container[str]) -> Thing:
    """Return a node without the names of what is not there; a country outside the focus is named by ISO 3166."""
    lost = {name for name, address in named_by(node) if address not in there and not address.startswith("country:")}
    kept: dict[str, str | tuple[str, ...]] = {}
    for name in lost:
        value = getattr(node, name)
        kind = NAMES[type(node)][name]
        kept[name] = "" if isinstance(value, str) else tuple(one for one in value if f"{kind}:{one}" in there)
    return replace(node, **kept) if kept else node
