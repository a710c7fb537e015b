"""What a route may begin and end with, in the order in which people look for it: groups such as the customs of a
country first (`customs@TH`), then bodies, the customs services before others."""

from functools import lru_cache

from graph.analysis.names.groups import COUNTRY, KIND, group_of, is_group
from graph.errors import UnknownName
from graph.record import Record

# The kinds of which a group is offered for each country that has one on record.
GROUPS = {
    "customs": "Customs",
    "environment-authority": "Environmental authorities",
    "ozone-unit": "Ozone unit",
    "police": "Police",
}


@lru_cache(maxsize=64)
def all_of(record: Record, first: str) -> tuple[str, ...]:
    """Return groups, then bodies; what is of one country before all."""
    named = groups(record)
    home = tuple(group for group in named if first and _country(group) == first)
    others = tuple(group for group in named if group not in home)
    living = bodies(record, first)
    here = tuple(body for body in living if record.organizations[body].country == first)
    return (*home, *here, *others, *living[len(here) :])


@lru_cache(maxsize=8)
def groups(record: Record) -> tuple[str, ...]:
    """Return the groups that have a living body: all customs by country (`KIND@COUNTRY`) and of all countries
    (`kind:KIND`), then the next kind; then whole countries (`country:CODE`)."""
    living = {(who.kind, who.country) for who in record.organizations.values() if record.is_living(who.id)}
    codes = sorted(record.countries, key=record.country_name)
    found = []
    for kind in GROUPS:
        here = [f"{kind}@{code}" for code in codes if (kind, code) in living]
        found += [*here, f"{KIND}{kind}"] if here else []
    return (*found, *(f"{COUNTRY}{code}" for code in codes if is_group_of_somebody(record, f"{COUNTRY}{code}")))


def is_end(record: Record, name: str) -> bool:
    """Return whether a route may begin or end there: a body, or any group for which somebody stands."""
    return name in record.organizations or is_group_of_somebody(record, name)


@lru_cache(maxsize=1024)
def is_group_of_somebody(record: Record, name: str) -> bool:
    """Return whether a text is a group (`customs@TH,VN`) for which a body of the record stands."""
    try:
        return is_group(name) and bool(group_of(record, name).bodies)
    except UnknownName:
        return False


def _country(group: str) -> str:
    return group.removeprefix(COUNTRY) if group.startswith(COUNTRY) else group.partition("@")[2]


def country_of(record: Record, end: str) -> str:
    """Return the country of a body or group, or nothing."""
    return record.organizations[end].country if end in record.organizations else _country(end)


@lru_cache(maxsize=64)
def bodies(record: Record, first: str) -> tuple[str, ...]:
    """Return the living bodies: customs services by country, then all others; those of one country before all."""

    def order(body: str) -> tuple[bool, bool, bool, str, str]:
        who = record.organizations[body]
        country = record.country_name(who.country)
        return (
            who.country != first,
            who.kind != "customs" or not is_head(record, body),
            who.country == "INT",
            country,
            who.name,
        )

    living = [body for body in record.organizations if record.is_living(body)]
    return tuple(sorted(living, key=order))


@lru_cache(maxsize=64)
def customs_of(record: Record, country: str) -> str:
    """Return the customs service of a country, or nothing where none is recorded."""
    found = [body for body in record.bodies.get(country, ()) if record.organizations[body].kind == "customs"]
    heads = [body for body in found if record.is_living(body) and is_head(record, body)]
    return heads[0] if heads else ""


def is_head(record: Record, body: str) -> bool:
    """Return whether a body is national and not a unit of one of its own kind."""
    who = record.organizations[body]
    above = record.organizations.get(who.parent)
    return who.level in ("", "national") and not who.area and (above is None or above.kind != who.kind)


def name(record: Record, body: str) -> str:
    """Return a body with its country, its short name first and all by which it is looked for behind, as plain text."""
    if body not in record.organizations:
        return _group_name(record, body)
    who = record.organizations[body]
    country = record.country_name(who.country)
    short = who.shown if country in who.shown else f"{who.shown}, {country}"
    further = [text for text in (who.name, who.acronym) if text and text not in short]
    return f"{short} ({'; '.join(further)})" if further else short


def _group_name(record: Record, group: str) -> str:
    kind, _, country = group.removeprefix(KIND).partition("@")
    if group.startswith(COUNTRY):
        return f"{group_of(record, group).name}: any national body"
    if kind in GROUPS and "," not in country:
        return f"{GROUPS[kind]} of {record.country_name(country) if country else 'all countries'}"
    named = group_of(record, group).name
    return f"{named[:1].upper()}{named[1:]}"


@lru_cache(maxsize=8)
def networks(record: Record) -> tuple[str, ...]:
    """Return all networks by name."""
    return tuple(sorted(record.networks, key=lambda network: record.networks[network].shown.casefold()))


@lru_cache(maxsize=64)
def ended_between(record: Record, start: str, target: str) -> tuple[str, ...]:
    """Return the ended networks in which both ends, or their countries, were recorded, the last to end first."""
    both = _networks_of_all(record, start) & _networks_of_all(record, target)
    ended = [network for network in both if not record.is_running(network)]
    return tuple(sorted(ended, key=lambda network: (record.networks[network].end_year, network), reverse=True))


def _networks_of_all(record: Record, end: str) -> set[str]:
    return {network for body in group_of(record, end).bodies for network in _networks_of(record, body)}


def _networks_of(record: Record, body: str) -> set[str]:
    """Return the networks of which a body or its country is recorded as a member, at whatever time."""
    name = body.removeprefix("organization:")
    addresses = [f"organization:{name}"]
    if name in record.organizations:
        addresses.append(f"country:{record.organizations[name].country}")
    rows = [int(row) for address in addresses for row in record.rows_of(address, "membership")]
    return {record.addresses[record.claims.b[row]].partition(":")[2] for row in rows if record.begun[row]}
