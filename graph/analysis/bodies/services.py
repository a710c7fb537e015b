"""Services: the highest body below the ministry or policy board in a line of command, with its units.

houses = services(record, "PK")
houses.of["pk-mcc-islamabad"]               "pk-customs": the service that a body folds into
houses.services["pk-customs"].bodies        the service itself first, then its living units
houses.services["pk-customs"].stages        the union of their functions, in the order of the chain
houses.services["pk-customs"].heads         the bodies above, nearest first
houses.services["pk-customs"].ministry      the first ministry above (itself for a ministry), or ""
houses.services["pk-sindh-epa"].sisters     the name of its group of provincial sisters, or ""
"""

from collections.abc import Mapping
from dataclasses import dataclass

from graph import vocabulary
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


@dataclass(frozen=True, slots=True)
class Services:
    """The services of a country by id, sorted, and the service of each living body."""

    services: Mapping[str, Service]
    of: Mapping[str, str]


def services(record: Record, country: str) -> Services:
    """Return the services of a country (or of INT) on the date of the record: ended bodies are in none."""
    living = [body for body in record.bodies.get(country, ()) if record.is_living(body)]
    of = {body: service_of(record, body) for body in living}
    units: dict[str, list[str]] = {}
    for body in living:
        units.setdefault(of[body], []).append(body)
    found = {service: _service(record, service, bodies) for service, bodies in sorted(units.items())}
    return Services(found, of)


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
    heads: list[str] = []
    head = _head(record, body)
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


def _service(record: Record, service: str, bodies: list[str]) -> Service:
    head = record.organizations[service]
    heads = heads_of(record, service)
    above = (service, *heads)
    functions = {function for body in bodies for function in record.organizations[body].functions}
    return Service(
        id=service,
        bodies=(service, *(body for body in bodies if body != service)),
        heads=heads,
        ministry=next((body for body in above if record.organizations[body].kind == "ministry"), ""),
        stages=tuple(function for function in vocabulary.FUNCTIONS if function in functions),
        kind=head.kind,
        level=head.level,
        area=head.area,
        sisters=head.kind if head.level == "provincial" else "",
    )
