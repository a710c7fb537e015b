"""Services: the highest body below the ministry or policy board in a line of command, with its units.

houses = services(record, "PK")
houses.of["pk-mcc-islamabad"]               "pk-customs": the service that a body folds into
houses.services["pk-customs"].bodies        the service itself first, then its living units
houses.services["pk-customs"].stages        the union of their functions, in the order of the chain
houses.services["pk-customs"].heads         the bodies above, nearest first
houses.services["pk-customs"].ministry      the first ministry above (itself for a ministry), or ""
houses.services["pk-sindh-epa"].sisters     the name of its group of provincial sisters, or ""
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph import vocabulary
from graph.analysis.bodies.by_country import living
from graph.record import Record


@dataclass(frozen=True, slots=True)
class Service:
    """One service of a country; its id is that of the body that leads it."""

    id: str
    bodies: tuple[str, ...]
    heads: tuple[str, ...]
    ministry: str
    stages: tuple[str, ...]
    kind: str
    level: str
    area: str
    sisters: str


@dataclass(frozen=True, eq=False)
class Services:
    """The services of a country by id, sorted: the bodies of each, itself first, and the service of each living body.

    Where services of several countries stand side by side (`apart`), none is under anybody.
    """

    record: Record
    units: Mapping[str, tuple[str, ...]]
    of: Mapping[str, str]
    apart: bool = False

    @cached_property
    def services(self) -> Mapping[str, Service]:
        """The services themselves: made when one is looked at, since most of what is reckoned needs none."""
        return {service: self._service(service, bodies) for service, bodies in self.units.items()}

    @cached_property
    def heads(self) -> Mapping[str, tuple[str, ...]]:
        """The bodies above each service that has any, nearest first."""
        known = self.record.organizations
        below = [] if self.apart else [service for service in self.units if known[service].parent]
        return {service: heads for service in below if (heads := heads_of(self.record, service))}

    @cached_property
    def ministries(self) -> Mapping[str, str]:
        """The first ministry above each service that has one, itself for a ministry."""
        known, above = self.record.organizations, self.heads
        below = [] if self.apart else [one for one in self.units if one in above or known[one].kind == "ministry"]
        lines = ((service, *above.get(service, ())) for service in below)
        found = {line[0]: next((one for one in line if known[one].kind == "ministry"), "") for line in lines}
        return {service: ministry for service, ministry in found.items() if ministry}

    def _service(self, service: str, bodies: tuple[str, ...]) -> Service:
        head = self.record.organizations[service]
        functions = {function for body in bodies for function in self.record.organizations[body].functions}
        return Service(
            id=service,
            bodies=bodies,
            heads=self.heads.get(service, ()),
            ministry=self.ministries.get(service, ""),
            stages=tuple(function for function in vocabulary.FUNCTIONS if function in functions),
            kind=head.kind,
            level=head.level,
            area=head.area,
            sisters=head.kind if head.level == "provincial" else "",
        )


def services(record: Record, country: str) -> Services:
    """Return the services of a country (or of INT) on the date of the record: ended bodies are in none."""
    bodies, known = living(record).get(country, ()), record.organizations
    of = {body: service_of(record, body) if known[body].parent else body for body in bodies}
    units: dict[str, list[str]] = {}
    for body, service in of.items():
        units.setdefault(service, []).append(body)
    found = {service: _first(service, bodies) for service, bodies in sorted(units.items())}
    return Services(record, found, of)


def together(record: Record, houses: Sequence[Services]) -> Services:
    """Return the services of several countries as one."""
    if len(houses) == 1:
        return houses[0]
    units = {service: bodies for one in houses for service, bodies in one.units.items()}
    return Services(record, units, {body: service for one in houses for body, service in one.of.items()})


def _first(service: str, bodies: list[str]) -> tuple[str, ...]:
    return (service,) if len(bodies) == 1 else (service, *(body for body in bodies if body != service))


def service_of(record: Record, body: str) -> str:
    """Return the id of the service that a body folds into, which may be the body itself."""
    service = body
    for head in () if record.organizations[body].kind == "ministry" else heads_of(record, body):
        if _is_policy_board(record, head):
            break
        service = head
    return service


def heads_of(record: Record, body: str) -> tuple[str, ...]:
    """Return the living bodies of the same country above a body, nearest first; an ended one by its successor."""
    head = _head(record, body)
    if not head:
        return ()
    heads: list[str] = []
    while head and head != body and head not in heads:
        heads.append(head)
        head = _head(record, head)
    return tuple(heads)


def _head(record: Record, body: str) -> str:
    above = record.organizations[body].parent
    if not above:
        return ""
    if above in record.organizations and not record.is_living(above):
        above = record.successor(above) or ""
    same_country = above in record.organizations and (
        record.organizations[above].country == record.organizations[body].country
    )
    return above if same_country else ""


def _is_policy_board(record: Record, head: str) -> bool:
    """Whether a line of command ends below this head: a ministry, or a board that only makes policy."""
    organization = record.organizations[head]
    return organization.kind == "ministry" or organization.functions == ("policy",)
