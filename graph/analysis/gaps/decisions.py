"""Deciding a gap: a contact, none, or not applicable, as a change of the record that can be undone.

decide(record, "pk-customs", "pk-sepa", "contact", said_on="2026-11-25", at=now())      a Batch for `store.apply`
"""

from collections.abc import Iterator
from typing import Literal

from graph import dates
from graph.analysis.bodies.services import heads_of, service_of
from graph.errors import InputError
from graph.history import Batch, Change
from graph.model import Claim, Source
from graph.record import Record

As = Literal["contact", "none", "not-applicable"]
ROLES: dict[As, str] = {"none": "confirmed-none", "not-applicable": "not-applicable"}
WORDS: dict[As, str] = {"contact": "a contact", "none": "no contact", "not-applicable": "contact not applicable"}


def decide(
    record: Record,
    a: str,
    b: str,
    as_: As,
    *,
    at: str,
    source: str | Source = "",
    said_on: str = "",
    contact: str = "liaison",
    theme: str = "",
    author: str = "",
    reason: str = "",
) -> Batch:
    """Return the change that decides a pair of bodies; `at` is the moment of the change (`stores.base.now()`).

    It rests on a source, of the record or added with it, or on what both sides said on a day, for which a source of
    kind workshop is added. `contact` is the kind of contact. An earlier decision on the pair (and the same theme) is
    withdrawn. Raises InputError where the two are one house or ended, both or no ground is given, or the same is
    recorded already.
    """
    check_pair(record, a, b)
    ground = _ground(record, source, said_on, at[:10])
    claim = _claim(a, b, as_, ground.id, said_on, contact, theme)
    if record.row_of_claim(claim.id) is not None:
        raise InputError(f"This is recorded already, as claim {claim.id}.", f"See it with `whoelse claims {claim.id}`.")
    changes = [Change(old, None) for old in _earlier(record, a, b, as_, claim)]
    if ground.id not in record.sources:
        changes.append(Change(None, ground))
    changes.append(Change(None, claim))
    names = " and ".join(record.organizations[body].name for body in (a, b))
    return Batch(author or "not named", at, reason or f"Decided: {WORDS[as_]} between {names}", tuple(changes))


def check_pair(record: Record, a: str, b: str) -> None:
    """Raise InputError where two bodies are no pair: unknown, ended, one service, or one line of command."""
    for body in (a, b):
        if body not in record.organizations:
            raise InputError(f"There is no body {body} in the record.", "`whoelse find` looks for names.")
        if not record.is_living(body):
            raise InputError(f"{record.organizations[body].name} has ended.", "Decide for the body that followed it.")
    names = (record.organizations[a].name, record.organizations[b].name)
    if service_of(record, a) == service_of(record, b):
        raise InputError(f"{names[0]} and {names[1]} are one service.", "Units of one service are never a gap.")
    if b in heads_of(record, a) or a in heads_of(record, b):
        raise InputError(f"{names[0]} and {names[1]} stand in one line of command.", "That is never a gap.")


def _ground(record: Record, source: str | Source, said_on: str, today: str) -> Source:
    """The source that a decision rests on, as recorded or as it will be."""
    if bool(source) == bool(said_on):
        raise InputError("A decision rests on one source, or on the day on which both sides said it.", "Give one.")
    if isinstance(source, Source):
        return record.sources.get(source.id, source)
    if source:
        if source not in record.sources:
            raise InputError(f"There is no source {source} in the record.", "Load it first, or give the day.")
        return record.sources[source]
    if fault := dates.fault_of(said_on):
        raise InputError(f"The date “{said_on}” {fault}.")
    if dates.number(said_on) > dates.number(today):
        raise InputError(f"The date {said_on} has not come yet.")
    new = Source(id=f"said-{said_on}", title="Said by both sides", published=said_on, kind="workshop")
    return record.sources.get(new.id, new)


def _claim(a: str, b: str, as_: As, source: str, said_on: str, contact: str, theme: str) -> Claim:
    ends = sorted(f"organization:{body}" for body in (a, b))
    says = {"a": ends[0], "b": ends[1], "since": said_on, "theme": theme, "source": source, "read_on": said_on}
    if as_ == "contact":
        return Claim(kind="tie", role=contact, directed="no", standing="standing", **says)
    return Claim(kind="decision", role=ROLES[as_], **says)


def _earlier(record: Record, a: str, b: str, as_: As, claim: Claim) -> Iterator[Claim]:
    """Yield the decisions that this one takes the place of: a contact only if it was said on the same day."""
    sides = service_of(record, a), service_of(record, b)
    for row in _rows(record, sides):
        old = record.claim(row)
        is_decision = old.kind == "decision" and old.theme in (claim.theme, "") and not old.until
        workshop = record.sources[old.source].kind == "workshop" and old.status == "confirmed"
        is_contact = old.kind == "tie" and as_ != "contact" and workshop and old.source == claim.source
        if is_decision or is_contact:
            yield old


def _rows(record: Record, sides: tuple[str, str]) -> list[int]:
    """The rows of all ties and decisions between two services."""
    numbers = []
    for side in sides:
        units = record.bodies[record.organizations[side].country]
        numbers.append({record.number[f"organization:{unit}"] for unit in units if service_of(record, unit) == side})
    first, second = numbers
    rows = [*record.rows("tie").tolist(), *record.rows("decision").tolist()]
    ends = ((row, int(record.claims.a[row]), int(record.claims.b[row])) for row in rows)
    return [row for row, a, b in ends if (a in first and b in second) or (a in second and b in first)]
