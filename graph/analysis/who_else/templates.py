"""The role template: which roles every country is expected to fill, and who fills them here by the record."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from graph.analysis.bodies.interpol_bureau import is_interpol_bureau
from graph.analysis.bodies.mandates import Mandates, mandates
from graph.analysis.bodies.services import Services, services
from graph.analysis.country.treaty_desks import TREATY_DESK, treaty_desks
from graph.answers import Named, TemplateRole, TreatyDesk
from graph.record import Record
from graph.rules import rules
from graph.rules.rows import TemplateRule

Status = Literal["met", "missing", "not applicable"]

INTERPOL_BUREAU = "ncb"
# Of two tribunals the one whose name says so is the environment's.
ENVIRONMENT = "environment"
# Roles that are known better by what a body does than by its kind: the theme that a source gives it.
BY_DUTY = {"Pesticide registrar": "pesticides", "Fisheries enforcement": "fisheries"}
# Kinds that hold many other bodies besides: once somebody has the duty, the rest of the kind does not fill the role.
WIDER_THAN_THE_ROLE = frozenset({"agriculture"})
# Roles that only a body within a service of a kind fills: a police academy is no customs training centre.
WITHIN = {"Customs training centre": "customs"}


@dataclass(frozen=True, slots=True)
class Role:
    """One role of the template in a country, with the ids of the living bodies that fill it, best first."""

    rule: TemplateRule
    status: Status
    bodies: tuple[str, ...]


def template(record: Record, country: str) -> list[TemplateRole]:
    """Return the template with who fills each role: met, missing (nobody recorded), or not applicable here."""
    desks = treaty_desks(record, country)
    return [_shown(record, role, desks) for role in roles(record, country)]


def _shown(record: Record, role: Role, desks: list[TreatyDesk]) -> TemplateRole:
    bodies: list[Named] = [{"id": body, "name": record.organizations[body].name} for body in role.bodies]
    claims: list[str] = []
    if role.rule.group == TREATY_DESK:
        desk = desk_of(role.rule, desks)
        bodies, claims = desk["organizations"], desk["claims"]
    return {
        "role": role.rule.role,
        "group": role.rule.group,
        "status": role.status,
        "organizations": bodies,
        "source": role.rule.source,
        "claims": claims,
    }


@lru_cache(maxsize=64)
def roles(record: Record, country: str) -> tuple[Role, ...]:
    """Return the roles of the template in its order, each with who fills it."""
    held, houses = mandates(record, country), services(record, country)
    desks = treaty_desks(record, country)
    return tuple(_role(record, held, houses, rule, desks) for rule in rules().templates)


def _role(record: Record, held: Mandates, houses: Services, rule: TemplateRule, desks: list[TreatyDesk]) -> Role:
    if rule.group == TREATY_DESK:
        desk = desk_of(rule, desks)
        status: Status = "not applicable" if desk["status"] == "not a party" else "missing"
        bodies = tuple(named["id"] for named in desk["organizations"])
        return Role(rule, "met" if bodies else status, bodies)
    at_desk = {named["id"] for desk in desks for named in desk["organizations"]}
    country = record.organizations[held.bodies[0]].country if held.bodies else ""
    if not applies(record, country, rule.applies_if):
        return Role(rule, "not applicable", ())
    bodies = tuple(_best_first(record, held, houses, rule, at_desk))
    return Role(rule, "met" if bodies else "missing", bodies)


def desk_of(rule: TemplateRule, desks: list[TreatyDesk]) -> TreatyDesk:
    """Return the treaty desk that a row of the template asks for."""
    return next(desk for desk in desks if desk["agreement"] in rule.of and desk["role"] == rule.role)


def applies(record: Record, country: str, condition: str) -> bool:
    """Return whether a role is to be expected: a coast guard needs a coast; what is not recorded counts as there."""
    node = record.countries.get(country)
    if node is None:
        return True
    return not (
        (condition == "coast" and node.coast == "no") or (condition == "land neighbour" and not node.neighbours)
    )


def _best_first(record: Record, held: Mandates, houses: Services, rule: TemplateRule, at_desk: set[str]) -> list[str]:
    """Return who fills a role, one body a service: who has the duty by a source, then a desk, national ones first."""
    fit = list(_fillers(record, held, houses, rule))
    duty = {body for body in fit if _has_duty(held, body, BY_DUTY.get(rule.role, ""))}
    if WIDER_THAN_THE_ROLE.intersection(rule.of):
        fit = sorted(duty or at_desk.intersection(fit) or fit)
    tops = [body for body in fit if body in duty or houses.of[body] == body or houses.of[body] not in fit]

    def order(body: str) -> tuple[bool, bool, bool, bool, int, int, str]:
        node = record.organizations[body]
        ports = sum(_is_seaport(record, row) for row in record.rows_of(node.address, "presence").tolist())
        claims = len(record.rows_of(node.address))
        environmental = ENVIRONMENT in node.name.casefold()
        known = body not in duty, body not in at_desk
        return *known, node.level != "national", not environmental, -ports, -claims, body

    return sorted(tops, key=order)


def _is_seaport(record: Record, row: int) -> bool:
    site = record.sites.get(record.addresses[record.claims.b[row]].partition(":")[2])
    return site is not None and site.kind == "seaport"


def _fillers(record: Record, held: Mandates, houses: Services, rule: TemplateRule) -> Iterator[str]:
    for body in held.bodies:
        node = record.organizations[body]
        fits = node.kind in rule.of and is_interpol_bureau(node) == (rule.held_by == INTERPOL_BUREAU)
        if rule.role in WITHIN:
            fits = fits and record.organizations[houses.of[body]].kind == WITHIN[rule.role]
        if fits or _has_duty(held, body, BY_DUTY.get(rule.role, "")):
            yield body


def _has_duty(held: Mandates, body: str, theme: str) -> bool:
    """Whether a source gives a body the theme itself, not an agreement that touches it."""
    return bool(theme) and any(support.subject == theme for support in held.support(body, theme))
