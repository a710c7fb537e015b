"""By which body a country is entered in a network: recorded, presumed (please confirm), or the country alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from graph.analysis.bodies.interpol_bureau import is_interpol_bureau
from graph.analysis.bodies.successors import today
from graph.analysis.networks.members import BY_CLOSENESS, Member, members
from graph.answers import Entry
from graph.columns import NONE, ROLES
from graph.model import Organization
from graph.record import Record

# A runner-up with two thirds of the first one's records, or two records fewer, is no clear second.
CLOSE_SHARE, CLOSE_COUNT = 2 / 3, 2
NATIONAL_ROLES = (
    "national-focal-point",
    "competent-authority",
    "designated-national-authority",
    "national-ozone-unit",
    "management-authority",
)
# Where no source names the holder of a role, the kind of body that is made for it.
KIND_FOR_ROLE = {"national-ozone-unit": "ozone-unit"}


@dataclass(frozen=True, slots=True)
class Door:
    """One body that sits for its country, with its role in the network and the ids of the claims that say so."""

    body: str
    role: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryPoints:
    """How a country is entered in a network.

    `basis` is None where neither the country nor a body of it is recorded. `doors` are bodies: all recorded ones,
    the nearest to the table first; or the presumed one, with whoever is close behind it ("one of ..."). `claims` are
    those of the country's own membership.
    """

    basis: Entry | None
    doors: tuple[Door, ...] = ()
    role: str = ""
    claims: tuple[str, ...] = ()

    @property
    def first(self) -> Door | None:
        """The body to ask first."""
        return self.doors[0] if self.doors else None


def entry_points(record: Record, country: str, network_id: str) -> EntryPoints:
    """Return how one country (ISO 3166-1 alpha-2) is entered in one network on the date of the record.

    First that applies: bodies of the country that a source names as members; the body that fills the seat, where a
    source names the country; the country alone. A seat is filled by the body to which a source gives the treaty role
    (or, failing that, a national role for the theme), or by the national body of the kind with most records; never by
    a provincial, local or ended one. International bodies are their own entry points.
    """
    if country == "INT":
        return EntryPoints(None)
    group = members(record).get(network_id, {})
    of_country = group.get(f"country:{country}")
    here = [member for member in group.values() if _country_of(record, member) == country]
    claims = tuple(record.claim_ids(of_country.rows)) if of_country else ()
    role = of_country.role if of_country else ""
    living = [member for member in here if record.is_living(_id(member.address))]
    if living:
        return EntryPoints("recorded", _recorded(record, living), role, claims)
    if of_country is None and not here:
        return EntryPoints(None)
    evidence = claims + tuple(claim for member in here for claim in record.claim_ids(member.rows))
    bodies = _successors(record, here) or presumed(record, country, network_id)
    held = role or min((member.role for member in here), key=BY_CLOSENESS.index)
    doors = tuple(Door(body, held, evidence + _role_claims(record, body, network_id)) for body in bodies)
    return EntryPoints("presumed" if doors else "country only", doors, held, evidence)


def _recorded(record: Record, living: list[Member]) -> tuple[Door, ...]:
    """Recorded members, by role, national ones first, then by how much is recorded of them."""

    def order(member: Member) -> tuple[int, bool, int, str]:
        body = record.organizations[_id(member.address)]
        return BY_CLOSENESS.index(member.role), not _is_national(body), -_records(record).get(body.id, 0), body.id

    doors = sorted(living, key=order)
    return tuple(Door(_id(m.address), m.role, tuple(record.claim_ids(m.rows))) for m in doors)


def _successors(record: Record, ended: list[Member]) -> list[str]:
    """The bodies that stand today for members that have ended."""
    found = (record.successor(_id(member.address)) for member in ended)
    return sorted({body for body in found if body is not None})


def presumed(record: Record, country: str, network_id: str) -> list[str]:
    """Return the bodies that presumably fill a country's seat, or would; more than one where no one stands out."""
    network = record.networks[network_id]
    for seat in network.seat:
        agreement, is_role, role = seat.partition(":")
        kind = KIND_FOR_ROLE.get(role, "") if is_role else seat
        bodies = list(_role_holders(record, country, f"agreement:{agreement}", (role,))) if is_role else []
        bodies = bodies or (_of_kind(record, country, network_id, kind) if kind else [])
        for theme in network.themes if is_role else ():
            bodies = bodies or list(_role_holders(record, country, f"theme:{theme}", NATIONAL_ROLES))
        if bodies:
            return bodies
    return []


def _role_holders(record: Record, country: str, subject: str, roles: Iterable[str]) -> tuple[str, ...]:
    """The national bodies to which a source gives one of the roles, or who follow one, most often named first."""
    fit: dict[str, int] = {}
    for (holder, held), rows in _responsibilities(record).get(subject, {}).items():
        body = today(record, holder)
        if held in roles and body and _can_sit(record, body, country):
            fit[body] = fit.get(body, 0) + len(rows)
    return _clear_first(record, fit)


def _of_kind(record: Record, country: str, network_id: str, kind: str) -> list[str]:
    """The national bodies of a kind with most records; INTERPOL's bureau in its networks, a theme's own body first."""
    network = record.networks[network_id]
    bodies = [body for body in record.bodies.get(country, ()) if record.organizations[body].kind == kind]
    fit = [body for body in bodies if _can_sit(record, body, country)]
    if "interpol" in (network.id, network.secretariat):
        fit = [body for body in fit if is_interpol_bureau(record.organizations[body])] or fit
    themed = [body for body in fit if _has_national_role(record, body, network.themes)]
    tops = [body for body in fit if record.organizations[body].parent not in fit]
    return list(_clear_first(record, {body: _records(record).get(body, 0) for body in themed or tops or fit}))


def _clear_first(record: Record, weight: Mapping[str, int]) -> tuple[str, ...]:
    """The heaviest body, with whoever is close behind."""
    if not weight:
        return ()
    most = max(weight.values())
    least = min(CLOSE_SHARE * most, max(most - CLOSE_COUNT, 1))
    close = [body for body, count in weight.items() if count >= least]
    return tuple(sorted(close, key=lambda body: (-weight[body], -_records(record).get(body, 0), body)))


def _can_sit(record: Record, body: str, country: str) -> bool:
    organization = record.organizations[body]
    return organization.country == country and _is_national(organization) and record.is_living(body)


def _is_national(body: Organization) -> bool:
    """No level is coded for some ministries and bureaus; an area always is for what is not national."""
    return body.level in ("", "national") and not body.area


def _has_national_role(record: Record, body: str, themes: Iterable[str]) -> bool:
    return any(
        (body, role) in _responsibilities(record).get(f"theme:{theme}", {})
        for theme in themes
        for role in NATIONAL_ROLES
    )


def _role_claims(record: Record, body: str, network_id: str) -> tuple[str, ...]:
    """The claims by which a body holds the treaty role that the seat asks for, or a national role for the theme."""
    rows: list[int] = []
    for seat in record.networks[network_id].seat:
        agreement, _, role = seat.partition(":")
        rows += _responsibilities(record).get(f"agreement:{agreement}", {}).get((body, role), ())
    for theme, role in product(record.networks[network_id].themes, NATIONAL_ROLES):
        rows += _responsibilities(record).get(f"theme:{theme}", {}).get((body, role), ())
    return tuple(record.claim_ids(rows))


@lru_cache(maxsize=4)
def _responsibilities(record: Record) -> Mapping[str, Mapping[tuple[str, str], tuple[int, ...]]]:
    """Rows of the responsibilities in force: address of the subject -> (body, role) -> rows."""
    claims, names = record.claims, record.addresses
    found: dict[str, dict[tuple[str, str], tuple[int, ...]]] = {}
    for row in record.rows("responsibility").tolist():
        kind, _, body = names[claims.a[row]].partition(":")
        if kind == "organization" and record.in_force[row] and not claims.absent[row]:
            of_subject = found.setdefault(names[claims.b[row]], {})
            key = (body, ROLES[claims.role[row]])
            of_subject[key] = (*of_subject.get(key, ()), row)
    return found


@lru_cache(maxsize=4)
def _records(record: Record) -> Mapping[str, int]:
    """How many memberships and contacts in force are recorded of each body."""
    found: dict[str, int] = {}
    for kind in ("membership", "tie"):
        for row in record.rows(kind).tolist():
            if not record.begun[row] or record.claims.absent[row]:
                continue
            for end in {int(record.claims.a[row]), int(record.claims.b[row])} - {NONE}:
                sort, _, body = record.addresses[end].partition(":")
                if sort == "organization":
                    found[body] = found.get(body, 0) + 1
    return found


def _id(address: str) -> str:
    return address.partition(":")[2]


def _country_of(record: Record, member: Member) -> str:
    kind, _, name = member.address.partition(":")
    return record.organizations[name].country if kind == "organization" else ""
