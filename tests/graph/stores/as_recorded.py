"""What the record says of the things that the questions in Cypher ask for."""

from collections.abc import Mapping
from functools import cache

from graph.model import Claim, Organization
from graph.record import Record


@cache
def claims_of(record: Record, kind: str) -> tuple[Claim, ...]:
    """All claims of a kind."""
    return tuple(record.claim(int(row)) for row in record.rows(kind))


def name_of(address: str) -> str:
    """The id that an address ends with."""
    return address.partition(":")[2]


def body_at(record: Record, address: str) -> Organization | None:
    """The body at an address, None for anything else."""
    return record.organizations.get(name_of(address)) if address.startswith("organization:") else None


def country_of(record: Record, address: str) -> str:
    """The country that a body is of, or that the address is."""
    body = body_at(record, address)
    return body.country if body else name_of(address)


def is_over(record: Record, address: str) -> bool:
    """Whether a body has an end; a country has none."""
    body = body_at(record, address)
    return bool(body and body.until)


@cache
def memberships(record: Record) -> tuple[Claim, ...]:
    """The memberships without an end, of what has no end in what has no end."""
    return tuple(
        claim
        for claim in claims_of(record, "membership")
        if not (claim.until or is_over(record, claim.a) or record.networks[name_of(claim.b)].end_year)
    )


def is_of_no_state(record: Record, address: str) -> bool:
    """Whether somebody sits and learns for itself, not for a country."""
    body = body_at(record, address)
    return bool(body and body.kind in ("ngo", "private-sector"))


def is_contact(tie: Claim) -> bool:
    """Whether a tie counts as a recorded contact."""
    in_force = tie.standing == "episode" or (tie.standing == "standing" and not tie.until)
    return tie.status == "confirmed" and in_force


@cache
def contacts(record: Record) -> Mapping[str, tuple[tuple[Claim, str], ...]]:
    """The contacts of each body with another, each with the other's address."""
    found: dict[str, list[tuple[Claim, str]]] = {}
    for tie in claims_of(record, "tie"):
        if is_contact(tie) and body_at(record, tie.a) and body_at(record, tie.b):
            found.setdefault(tie.a, []).append((tie, tie.b))
            found.setdefault(tie.b, []).append((tie, tie.a))
    return {body: tuple(of_body) for body, of_body in found.items()}
