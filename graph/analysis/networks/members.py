"""Who belongs to a network on the date of the record: bodies and countries, each with its best role."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.columns import NONE, ROLES
from graph.record import Record

# From the table outwards: who speaks for a network before who looks on.
BY_CLOSENESS = (
    "focal-point",
    "secretariat",
    "lead",
    "coordinating-agency",
    "host",
    "steering-group",
    "member",
    "partner-agency",
    "participant",
    "observer",
    "donor",
)
# Who sits in a network for itself, and is no way into it for the country where it has its office.
OF_NO_STATE = frozenset({"ngo", "private-sector"})


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a network: its address, all its roles, the nearest to the table first, and the claims' rows."""

    address: str
    roles: tuple[str, ...]
    rows: tuple[int, ...]

    @property
    def role(self) -> str:
        """The role nearest to the table."""
        return self.roles[0]


@lru_cache(maxsize=4)
def members(record: Record) -> Mapping[str, Mapping[str, Member]]:
    """Return the members of every network: network id -> address -> Member.

    A membership counts while it is in force; in an ended network all that had begun count, for whoever asks for
    ended networks. The holder of a seat and the secretariat (a column of the network, without a claim) are members.
    """
    found: dict[str, dict[str, tuple[set[str], list[int]]]] = {}
    for network, address, role, row in _memberships(record):
        roles, rows = found.setdefault(network, {}).setdefault(address, (set(), []))
        roles.add(role)
        rows.append(row)
    for network_id, node in record.networks.items():
        if node.secretariat in record.organizations:
            found.setdefault(network_id, {}).setdefault(f"organization:{node.secretariat}", (set(), []))[0].add(
                "secretariat"
            )
    return {
        network: {
            address: Member(address, tuple(sorted(roles, key=BY_CLOSENESS.index)), tuple(rows))
            for address, (roles, rows) in sorted(group.items())
        }
        for network, group in found.items()
    }


def countries_of(record: Record, network: str) -> frozenset[str]:
    """Return the countries that are in a network themselves or by a body, without INT."""
    return countries_of_networks(record).get(network, frozenset())


def states_of(record: Record, network: str) -> frozenset[str]:
    """Return the countries that are in a network themselves or by a body of the state, without INT."""
    group = members(record).get(network, {})
    return frozenset(
        code for code in countries_of(record, network) if any(_is_for(record, member, code) for member in group)
    )


def _is_for(record: Record, address: str, country: str) -> bool:
    kind, _, name = address.partition(":")
    if kind == "country":
        return name == country
    body = record.organizations[name]
    return body.country == country and body.kind not in OF_NO_STATE


@lru_cache(maxsize=4)
def countries_of_networks(record: Record) -> Mapping[str, frozenset[str]]:
    """Return network id -> the countries in it, without INT."""
    found: dict[str, frozenset[str]] = {}
    for network, group in members(record).items():
        ends = (address.partition(":") for address in group)
        countries = {name if kind == "country" else record.organizations[name].country for kind, _, name in ends}
        found[network] = frozenset(countries - {"INT"})
    return found


def _memberships(record: Record) -> list[tuple[str, str, str, int]]:
    claims, names = record.claims, record.addresses
    found = []
    for kind, network_end, member_end in (("membership", claims.b, claims.a), ("seat", claims.a, claims.b)):
        for row in record.rows(kind).tolist():
            if claims.absent[row] or not record.begun[row] or member_end[row] == NONE:
                continue
            network = names[network_end[row]].partition(":")[2]
            if network not in record.networks or (record.ended[row] and record.is_running(network)):
                continue
            found.append((network, names[member_end[row]], ROLES[claims.role[row]], row))
    return found
