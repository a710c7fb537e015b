"""The roster of a country: its living bodies in the order of the enforcement chain, each with what it rests on."""

from graph import vocabulary
from graph.analysis.bodies.mandates import Mandates, mandates
from graph.analysis.bodies.services import Services, services
from graph.answers import RosterBody, SubjectHeld
from graph.record import Record, Rows

STAGE = {function: place for place, function in enumerate(vocabulary.FUNCTIONS)}


def roster(record: Record, country: str, theme: str = "") -> list[RosterBody]:
    """Return the living bodies of a country by stage, in each stage those of which most is recorded first.

    With a theme only services that answer for it, recorded ones first. A service stands in whole: a laboratory is
    part of how its customs service answers for a theme.
    """
    held, houses = mandates(record, country), services(record, country)
    answering = _answering(held, houses, theme)
    place = {service: _place(record, held, houses, service) for service in houses.services}
    bodies = [body for body in held.bodies if not theme or houses.of[body] in answering]

    def order(body: str) -> tuple[bool, tuple[int, bool, bool, int, str], bool, str]:
        service = houses.of[body]
        return not answering.get(service, False), place[service], body != service, body

    return [_body(record, held, houses, body) for body in sorted(bodies, key=order)]


def _place(record: Record, held: Mandates, houses: Services, service: str) -> tuple[int, bool, bool, int, str]:
    """Return where a service stands: first stage of its head, whether a source says what it does, level, claims."""
    node, bodies = record.organizations[service], houses.services[service].bodies
    stage = min((STAGE[function] for function in node.functions), default=len(STAGE))
    silent = not any(held.is_recorded[held.place[body]].any() for body in bodies)
    known = sum(len(record.rows_of(f"organization:{body}")) for body in bodies)
    return stage, silent, node.level != "national", -known, service


def _answering(held: Mandates, houses: Services, theme: str) -> dict[str, bool]:
    """Return the services that answer for a theme, and whether a source says so; none without a theme."""
    found: dict[str, bool] = {}
    for body in held.bodies if theme else ():
        basis = held.basis(body, theme)
        if basis is not None:
            service = houses.of[body]
            found[service] = found.get(service, False) or basis == "recorded"
    return found


def _body(record: Record, held: Mandates, houses: Services, body: str) -> RosterBody:
    node = record.organizations[body]
    rows = known_rows(record, node.address)
    read_in = {record.addresses[source].partition(":")[2] for source in record.claims.source[rows].tolist()}
    return {
        "id": node.id,
        "name": node.name,
        "acronym": node.acronym or None,
        "kind": node.kind,
        "level": node.level or None,
        "service": houses.of[body],
        "parent": node.parent or None,
        "stages": [function for function in vocabulary.FUNCTIONS if function in node.functions],
        "subjects": [_subject(held, body, theme) for theme in held.subjects_of(body)],
        "until": node.until or None,
        "claims": record.claim_ids(rows.tolist()),
        "sources": sorted(read_in | set(node.sources)),
    }


def _subject(held: Mandates, body: str, theme: str) -> SubjectHeld:
    return {"subject": theme, "basis": held.basis(body, theme) or "coded"}


def known_rows(record: Record, address: str) -> Rows:
    """Return the rows of all claims about a thing that were known on the date of the record, ended ones too."""
    rows = record.rows_of(address)
    return rows[record.begun[rows]]
