"""Treaty desks: who answers for each agreement in a country, as its sources say.

recorded      a body of the country holds the role by a claim in force
not a party   a claim says that the country left the agreement, or joined it only after the date of the record
not found     the record speaks of the country under this agreement (it is a Party, or another body has a part in it),
              but nobody is recorded for this desk
unknown       nothing recorded joins the country and the agreement: not even whether it is a Party
"""

from collections.abc import Iterator
from typing import Literal

from graph import vocabulary
from graph.analysis.bodies.successors import named_today
from graph.answers import Named, TreatyDesk
from graph.columns import ROLES
from graph.record import Record
from graph.rules import rules

Status = Literal["recorded", "not found", "not a party", "unknown"]

TREATY_DESK = "treaty desk"
PARTY = "party"
# Roles that speak for a country under an agreement, in the order in which one stands in for another.
SPEAKS_FOR = (
    "national-ozone-unit",
    "designated-national-authority",
    "management-authority",
    "competent-authority",
    "national-focal-point",
)
# An agreement for which the template names no desk has one all the same.
ANY_DESK = "Responsible body"
ANY_ROLE = (*SPEAKS_FOR, "licensing")
PARTS = (*SPEAKS_FOR, "scientific-authority", "licensing", "enforcement", PARTY)
MOST_TO_ASK = 3


def treaty_desks(record: Record, country: str) -> list[TreatyDesk]:
    """Return every desk of the eight agreements in a country, in the order of the agreements and of the template."""
    held = _held(record, country)
    return [
        _desk(record, country, agreement, role, held_by, held)
        for agreement in vocabulary.AGREEMENTS
        for role, held_by in desks_of(agreement)
    ]


def desks_of(agreement: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the desks of an agreement: the name of each, and the recorded roles that fill it, best first.

    A role that has no desk of its own under the agreement stands in at the first one: where only a national focal
    point is recorded for the Chemical Weapons Convention, it answers as the national authority.
    """
    rows = [row for row in rules().templates if row.group == TREATY_DESK and agreement in row.of]
    own = {row.held_by for row in rows}
    others = tuple(role for role in SPEAKS_FOR if role not in own)
    found = [(row.role, (row.held_by, *(others if place == 0 else ()))) for place, row in enumerate(rows)]
    return found or [(ANY_DESK, ANY_ROLE)]


def _held(record: Record, country: str) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Return (body, row) for each agreement and role that a body of the country holds by a claim in force."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for body in record.bodies.get(country, ()):
        for row in record.rows_of(f"organization:{body}", "responsibility"):
            if record.in_force[row] and not record.claims.absent[row]:
                kind, _, subject = record.addresses[record.claims.b[row]].partition(":")
                if kind == "agreement":
                    found.setdefault((subject, ROLES[record.claims.role[row]]), []).append((body, int(row)))
    return found


def _desk(
    record: Record,
    country: str,
    agreement: str,
    role: str,
    held_by: tuple[str, ...],
    held: dict[tuple[str, str], list[tuple[str, int]]],
) -> TreatyDesk:
    holders = next((held[agreement, by] for by in held_by if _anybody(record, held.get((agreement, by), []))), [])
    bodies = _order(record, holders)
    parties = list(_party_rows(record, country, agreement))
    others = [pair for (subject, _), found in held.items() if subject == agreement for pair in found]
    rows = [row for body, row in holders if body in bodies]
    if not bodies:
        rows = [row for row, _ in parties] + [row for _, row in others]
    status = "recorded" if bodies else _status([says for _, says in parties], bool(others))
    return {
        "agreement": agreement,
        "role": role,
        "status": status,
        "organizations": list(bodies.values()),
        "claims": record.claim_ids(dict.fromkeys(rows)),
        "ask": _to_ask(record, others) if status == "not found" else [],
    }


def _to_ask(record: Record, others: list[tuple[str, int]]) -> list[Named]:
    """Return who has another part in an agreement: who speaks for the country before who permits, who enforces last."""
    order = sorted(others, key=lambda pair: (PARTS.index(ROLES[record.claims.role[pair[1]]]), pair[0]))
    known = (named_today(record, body) for body, _ in order)
    found = {one["id"]: one for one in known if one is not None}
    return list(found.values())[:MOST_TO_ASK]


def _anybody(record: Record, holders: list[tuple[str, int]]) -> bool:
    return any(named_today(record, body) for body, _ in holders)


def _order(record: Record, holders: list[tuple[str, int]]) -> dict[str, Named]:
    """Return who holds a desk by the body that its claim names: living before followed, a body before a ministry."""

    def last(body: str) -> tuple[bool, bool, bool, str]:
        node = record.organizations[body]
        return not record.is_living(body), node.kind == "ministry", node.level != "national", body

    bodies = sorted({body for body, _ in holders}, key=last)
    found: dict[str, Named] = {}
    for body in bodies:
        today = named_today(record, body)
        if today is not None and today["id"] not in {named["id"] for named in found.values()}:
            found[body] = today
    return found


def _party_rows(record: Record, country: str, agreement: str) -> Iterator[tuple[int, bool]]:
    """Yield each claim on whether the country is a Party, with what it says for the date of the record."""
    target = record.number.get(f"agreement:{agreement}", -1)
    claims = record.claims
    for row in record.rows_of(f"country:{country}", "responsibility"):
        if claims.b[row] != target or ROLES[claims.role[row]] != PARTY:
            continue
        if record.in_force[row]:
            yield int(row), not bool(claims.absent[row])
        elif record.ended[row] or claims.since[row] > record.day:
            yield int(row), False


def _status(says: list[bool], spoken_of: bool) -> Status:
    if says and not any(says):
        return "not a party"
    return "not found" if says or spoken_of else "unknown"
