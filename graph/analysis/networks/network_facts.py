"""The factsheet of a network: the fields of the Basel Convention's factsheets of networks, in their order."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Literal

from graph import vocabulary
from graph.analysis.networks.members import Member, members, states_of
from graph.analysis.routes.overlap_graph import overlaps
from graph.answers import Field
from graph.model import Network, Organization
from graph.record import Record

MOST_NAMED, MOST_NEAR = 12, 6
LOOK_ON = frozenset({"observer", "donor"})
GOVERN = frozenset({"secretariat", "lead", "coordinating-agency", "host", "steering-group", "focal-point"})


def factsheet(record: Record, network: Network) -> list[Field]:
    """Return the fields in their order, each with what it rests on; None where the record has nothing.

    The field of contacts names the secretariat: no persons, telephone numbers or addresses are in the record. Behind
    the fields of the Convention stand three that the record has besides: meetings, pillars, seats.
    """
    group = members(record).get(network.id, {}).values()
    activities = [one for _, one in sorted(record.activities.items()) if one.network == network.id]
    events = [one for _, one in sorted(record.events.items()) if one.network == network.id]
    themes = [vocabulary.THEMES[theme] for theme in network.themes]
    return [
        _own(network, "date of establishment", network.start_year),
        _empty("legal basis"),
        _empty("objective"),
        _own(network, "nature", network.kind),
        _field(
            "activities", _listed([one.name for one in activities]), sources=_sources(one.sources for one in activities)
        ),
        _by(record, network, "membership", group, lambda member: member.role not in LOOK_ON),
        _by(record, network, "observers", group, lambda member: "observer" in member.roles),
        _own(network, "geographical scope", _scope(record, network)),
        _own(network, "substantive scope", _listed(themes)),
        _by(
            record,
            network,
            "governance structure",
            group,
            lambda member: bool(GOVERN.intersection(member.roles)),
            GOVERN,
        ),
        _field("cooperation", _cooperation(record, network), basis="coded"),
        _field("activities held", _held(len(events)), sources=_sources(one.sources for one in events)),
        _by(record, network, "source of funding", group, lambda member: "donor" in member.roles),
        _own(network, "contact information", _secretariat(record, network)),
        _empty("website"),
        _own(network, "meetings", network.meets),
        _field("pillars", _listed([vocabulary.PILLARS[one] for one in network.pillars]), basis="coded"),
        _field("seats are held by", _listed([_seat(seat) for seat in network.seat]), basis="coded"),
    ]


def _field(
    name: str,
    says: str,
    claims: Iterable[str] = (),
    sources: Iterable[str] = (),
    basis: Literal["recorded", "coded"] = "recorded",
) -> Field:
    if not says:
        return _empty(name)
    return {"field": name, "says": says, "basis": basis, "claims": list(claims), "sources": list(sources)}


def _empty(name: str) -> Field:
    return {"field": name, "says": None, "basis": "not recorded", "claims": [], "sources": []}


def _own(network: Network, name: str, says: str) -> Field:
    return _field(name, says, sources=network.sources)


def _by(
    record: Record,
    network: Network,
    name: str,
    group: Collection[Member],
    fits: Callable[[Member], bool],
    roles: Collection[str] = (),
) -> Field:
    """A field that names members, with the claims on them; with `roles` those of each that are among these.

    For a secretariat that is only a column of the network the sources of the network speak.
    """
    found = sorted((member for member in group if fits(member)), key=lambda member: _place(record, member))
    shown = [_member(record, member, roles) for member in found]
    sources = network.sources if any(not member.rows for member in found) else ()
    return _field(name, _listed(shown, "; "), record.claim_ids(row for member in found for row in member.rows), sources)


def _member(record: Record, member: Member, roles: Collection[str]) -> str:
    kind, _, name = member.address.partition(":")
    shown = record.country_name(name) if kind == "country" else _body(record, record.organizations[name])
    held = [role.replace("-", " ") for role in member.roles if role in roles]
    return f"{shown} ({', '.join(held)})" if held else shown


def _place(record: Record, member: Member) -> tuple[bool, str]:
    """Countries by name, then bodies by name."""
    kind, _, name = member.address.partition(":")
    return (False, record.country_name(name)) if kind == "country" else (True, record.organizations[name].shown)


def _body(record: Record, body: Organization) -> str:
    """A short name, with its country where several bodies have it: every country has an INTERPOL bureau."""
    is_one = _bearers(record)[body.shown] == 1 or body.country == "INT"
    return body.shown if is_one else f"{body.shown}, {record.country_name(body.country)}"


@lru_cache(maxsize=4)
def _bearers(record: Record) -> Mapping[str, int]:
    return Counter(body.shown for body in record.organizations.values())


def _scope(record: Record, network: Network) -> str:
    count = len(states_of(record, network.id))
    where = f" ({record.country_name(network.country)})" if network.country else ""
    return f"{network.scope}{where}" + (f", {count} countries recorded" if count > 1 else "")


def _cooperation(record: Record, network: Network) -> str:
    near = overlaps(record).get(network.id, {})
    # Everybody's own committees at home share a body with a regional network; that is no cooperation of the two.
    beyond = [other for other in near if network.scope == "national" or record.networks[other].scope != "national"]
    running = [other for other in beyond if record.is_running(other)]
    order = sorted(running, key=lambda other: (-near[other][0].count, other))
    return _listed([record.networks[other].shown for other in order], most=MOST_NEAR)


def _held(count: int) -> str:
    return f"{count} event{'s' * (count > 1)} recorded" if count else ""


def _secretariat(record: Record, network: Network) -> str:
    body = record.organizations.get(network.secretariat)
    return f"by its secretariat, {body.name}" if body else ""


def _seat(seat: str) -> str:
    agreement, is_role, role = seat.partition(":")
    if not is_role:
        return vocabulary.ORGANIZATION_KINDS.get(seat, seat)
    return f"{role.replace('-', ' ')} of the {vocabulary.AGREEMENTS.get(agreement, agreement)}"


def _listed(names: Collection[str], between: str = ", ", most: int = MOST_NAMED) -> str:
    """Names in a row; those of countries and bodies hold commas of their own."""
    shown = list(names)
    more = len(shown) - most
    return between.join(shown[:most]) + (f"{between.rstrip()} and {more} more" if more > 0 else "")


def _sources(several: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(source for sources in several for source in sources))
