"""What a route may begin and end with, in the order in which people look for it: groups such as the customs of a
country first (`customs@TH`), then bodies, the customs services before others."""

from functools import lru_cache

from graph.analysis.names.groups import group_of
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
    home = tuple(group for group in named if _country(group) == first)
    others = tuple(group for group in named if group not in home)
    living = bodies(record, first)
    here = tuple(body for body in living if record.organizations[body].country == first)
    return (*home, *here, *others, *living[len(here) :])


@lru_cache(maxsize=8)
def groups(record: Record) -> tuple[str, ...]:
    """Return the groups that have a living body, as `KIND@COUNTRY`: all customs by country, then the next kind."""
    living = {(who.kind, who.country) for who in record.organizations.values() if record.is_living(who.id)}
    codes = sorted(record.countries, key=record.country_name)
    return tuple(f"{kind}@{code}" for kind in GROUPS for code in codes if (kind, code) in living)


def is_end(record: Record, name: str) -> bool:
    """Return whether a route may begin or end there."""
    return name in record.organizations or name in groups(record)


def _country(group: str) -> str:
    return group.partition("@")[2]


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
        kind, _, country = body.partition("@")
        return f"{GROUPS.get(kind, kind)} of {record.country_name(country)}"
    who = record.organizations[body]
    country = record.country_name(who.country)
    short = who.shown if country in who.shown else f"{who.shown}, {country}"
    further = [text for text in (who.name, who.acronym) if text and text not in short]
    return f"{short} ({'; '.join(further)})" if further else short


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
