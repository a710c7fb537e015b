"""What a workshop recorded: who is in the room, contacts, what both sides deny, goals, influence, bodies it added."""

from collections.abc import Iterable

import numpy as np

from graph import vocabulary
from graph.analysis.bodies.services import service_of
from graph.analysis.names.named import named, named_body
from graph.analysis.workshop.workshop import BOTH, ROOM, Workshop
from graph.answers.workshop import HeardAssessment, HeardPair, Held, WorkshopAnswer
from graph.columns import KINDS
from graph.history import Heading
from graph.model import Claim
from graph.record import Record

HEARD = ("tie", "decision", "assessment", "participation")
INFLUENCES = {role: level for level, role in enumerate(vocabulary.INFLUENCE, start=1)}


def heard(record: Record, workshop: Workshop, history: Iterable[Heading]) -> WorkshopAnswer:
    """Return everything that a workshop recorded and that stands; `history` says in which order it was said."""
    place = {heading.id: number for number, heading in enumerate(history)}
    rows = sorted(_rows(record, workshop), key=lambda row: -place.get(record.batch_of(row), 0))
    assessments = [_assessment(record, workshop, row) for row in rows if record.claim(row).kind == "assessment"]
    present = (record.claim(row).a for row in rows if record.claim(row).kind == "participation")
    return {
        "workshop": workshop.name,
        "date": workshop.date,
        "present": [named(record, address) for address in present],
        "contacts": _pairs(record, workshop, rows, "tie"),
        "denied": _pairs(record, workshop, rows, "decision"),
        "goals": [said for said in assessments if said["goal"]],
        "influence": [said for said in assessments if said["influence"]],
        "bodies": [
            named_body(record, body.id)
            for body in record.organizations.values()
            if any(workshop.is_source(source) for source in body.sources)
        ],
    }


def _rows(record: Record, workshop: Workshop) -> list[int]:
    mine = [record.number[f"source:{source}"] for source in record.sources if workshop.is_source(source)]
    kinds = np.isin(record.claims.kind, [KINDS.index(kind) for kind in HEARD])
    # Taking part is over with its day; what else was said stands until it is withdrawn.
    took_part = record.claims.kind == KINDS.index("participation")
    stand = kinds & (record.in_force | took_part) & np.isin(record.claims.source, mine)
    return [int(row) for row in np.flatnonzero(stand)]


def _pairs(record: Record, workshop: Workshop, rows: Iterable[int], kind: str) -> list[HeardPair]:
    """One line for each pair and kind of contact, with all that said so."""
    found: dict[tuple[str, str, str, str], HeardPair] = {}
    known = _recorded_elsewhere(record, workshop) if kind == "tie" else set()
    for row in rows:
        claim = record.claim(row)
        if claim.kind != kind:
            continue
        line = found.setdefault(
            (claim.a, claim.b, claim.role, claim.theme),
            {
                "a": named(record, claim.a),
                "b": named(record, claim.b),
                "role": claim.role,
                "theme": claim.theme,
                "confirms": _sides(record, claim) in known,
                "held": [],
            },
        )
        line["held"].append(_held(record, workshop, row))
    return list(found.values())


def _recorded_elsewhere(record: Record, workshop: Workshop) -> set[frozenset[str]]:
    """The pairs of services of which a source besides this workshop records a contact."""
    ties = (record.claim(int(row)) for row in record.rows("tie") if record.in_force[row])
    return {_sides(record, tie) for tie in ties if tie.status == "confirmed" and not workshop.is_source(tie.source)}


def _sides(record: Record, tie: Claim) -> frozenset[str]:
    return frozenset(_service(record, address) for address in (tie.a, tie.b))


def _service(record: Record, address: str) -> str:
    kind, _, name = address.partition(":")
    return service_of(record, name) if kind == "organization" and record.is_living(name) else address


def _assessment(record: Record, workshop: Workshop, row: int) -> HeardAssessment:
    claim = record.claim(row)
    return {
        "body": named(record, claim.a),
        "theme": claim.b.partition(":")[2],
        "goal": claim.name,
        "influence": INFLUENCES.get(claim.role, 0),
        "held": _held(record, workshop, row),
    }


def _held(record: Record, workshop: Workshop, row: int) -> Held:
    source = record.claim(row).source
    said_by = BOTH if source == workshop.id else source.removeprefix(f"{workshop.id}-")
    if said_by not in (BOTH, "room"):
        said_by = record.organizations[said_by].name if said_by in record.organizations else said_by
    return {
        "claim": record.claim_id(row),
        "batch": record.batch_of(row),
        "said_by": ROOM if said_by == "room" else said_by,
    }
