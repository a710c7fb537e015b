"""What is said in a workshop, as changes of the record: contacts, that there is none, goals, influence, new bodies.

batch = contact(record, Workshop("Karachi", "2026-11-25"), "pk-customs", "pk-anf", said_by=BOTH, at=now())

Every function returns one small change with its author and source. `workshop.apart` parts it into what can be taken
back alone; `store.apply` keeps each, `store.undo` takes it back.
`said_by` is the id of the body that says it, BOTH or ROOM; `at` the moment (UTC, ISO 8601).
"""

from graph import vocabulary
from graph.analysis.gaps.decisions import check_pair, decide
from graph.analysis.workshop.workshop import BOTH, ROOM, Workshop
from graph.errors import InputError, SaidAlready
from graph.history import Batch, Change
from graph.model import Claim, Event, Source
from graph.record import Record

GOAL = "goal"


def present(record: Record, workshop: Workshop, body: str, country: str, *, at: str) -> Batch:
    """Return the change that records that a body takes part; the first also records the workshop as an event."""
    _check_body(record, body)
    source = workshop.source(record, ROOM)
    event = Event(
        id=workshop.id,
        name=workshop.author,
        kind="workshop",
        country=country,
        start=workshop.date,
        end=workshop.date,
        sources=(source.id,),
    )
    claim = Claim(
        kind="participation",
        a=f"organization:{body}",
        b=event.address,
        role="participant",
        read_on=workshop.date,
        source=source.id,
    )
    _refuse_double(record, claim)
    changes = () if event.id in record.events else (Change(None, event),)
    reason = f"{_name(record, body)} is in the room"
    return _batch(record, workshop, source, (*changes, Change(None, claim)), at, reason)


def contact(
    record: Record,
    workshop: Workshop,
    a: str,
    b: str,
    *,
    at: str,
    said_by: str = BOTH,
    role: str = "information-exchange",
    theme: str = "",
) -> Batch:
    """Return the change that records a contact of two bodies; `role` is a kind of tie (vocabulary.TIE_SENTENCES)."""
    check_pair(record, a, b)
    _check_word(role, vocabulary.TIE_SENTENCES, "kind of contact")
    source = workshop.source(record, said_by)
    first, second = sorted(f"organization:{body}" for body in (a, b))
    claim = Claim(
        kind="tie",
        a=first,
        b=second,
        role=role,
        directed="no",
        standing="standing",
        theme=theme,
        read_on=workshop.date,
        source=source.id,
    )
    return _adding(record, workshop, source, claim, at, f"A contact: {_pair(record, a, b)}, {_who(record, said_by)}")


def no_contact(record: Record, workshop: Workshop, a: str, b: str, *, at: str, theme: str = "") -> Batch:
    """Return the change that records that both sides say there is no contact; what they said before is withdrawn.

    One side alone cannot deny a contact for the other: nothing is recorded then.
    """
    source = workshop.source(record, BOTH)
    said = decide(record, a, b, "none", at=at, source=source, theme=theme).changes
    decided = {change.before for change in said}
    ends = {f"organization:{a}", f"organization:{b}"}
    earlier = (record.claim(int(row)) for row in record.rows_of(f"organization:{a}", "tie"))
    gone = tuple(
        Change(claim, None)
        for claim in earlier
        if {claim.a, claim.b} == ends and workshop.is_source(claim.source) and claim not in decided
    )
    reason = f"No contact: {_pair(record, a, b)}, said by both sides"
    return Batch(workshop.author, at, reason, (*gone, *said))


def goal(record: Record, workshop: Workshop, body: str, text: str, theme: str, *, at: str, said_by: str) -> Batch:
    """Return the change that records what a body aims at in a theme, in its own words."""
    _check_body(record, body)
    source = workshop.source(record, said_by)
    claim = _assessment(workshop, body, GOAL, theme, source.id, text.strip())
    return _adding(record, workshop, source, claim, at, f"A goal of {_name(record, body)}, {_who(record, said_by)}")


def influence(record: Record, workshop: Workshop, body: str, level: int, theme: str, *, at: str, said_by: str) -> Batch:
    """Return the change that records how much influence (1 to 5) a body is said to have on a theme.

    What the same body said of it earlier in the workshop is withdrawn.
    """
    _check_body(record, body)
    if level not in range(1, len(vocabulary.INFLUENCE) + 1):
        raise InputError(f"{level} is no influence.", f"Choose from 1 to {len(vocabulary.INFLUENCE)}.")
    role = list(vocabulary.INFLUENCE)[level - 1]
    source = workshop.source(record, said_by)
    claim = _assessment(workshop, body, role, theme, source.id)
    gone = tuple(
        Change(old, None)
        for row in record.rows_of(f"organization:{body}", "assessment")
        if (old := record.claim(int(row))).role in vocabulary.INFLUENCE and (old.b, old.source) == (claim.b, source.id)
    )
    _refuse_double(record, claim)
    reason = f"Influence of {_name(record, body)}: {vocabulary.INFLUENCE[role]}, {_who(record, said_by)}"
    return _batch(record, workshop, source, (*gone, Change(None, claim)), at, reason)


def _assessment(workshop: Workshop, body: str, role: str, theme: str, source: str, name: str = "") -> Claim:
    _check_word(theme, vocabulary.THEMES, "theme")
    says = {"since": workshop.date, "read_on": workshop.date, "source": source}
    return Claim(kind="assessment", a=f"organization:{body}", b=f"theme:{theme}", role=role, name=name, **says)


def _adding(record: Record, workshop: Workshop, source: Source, claim: Claim, at: str, reason: str) -> Batch:
    _refuse_double(record, claim)
    return _batch(record, workshop, source, (Change(None, claim),), at, reason)


def _batch(
    record: Record, workshop: Workshop, source: Source, changes: tuple[Change, ...], at: str, reason: str
) -> Batch:
    new = () if source.id in record.sources else (Change(None, source),)
    return Batch(workshop.author, at, reason, (*new, *changes))


def _refuse_double(record: Record, claim: Claim) -> None:
    if record.row_of_claim(claim.id) is not None:
        raise SaidAlready("This was said already, by the same side.", "It stands in the list below.")


def _check_body(record: Record, body: str) -> None:
    if body not in record.organizations:
        raise InputError(f"There is no body {body or '(empty)'} in the record.", "Add it first.")
    if not record.is_living(body):
        raise InputError(f"{_name(record, body)} has ended.", "Choose the body that followed it.")


def _check_word(word: str, known: dict[str, str], what: str) -> None:
    if word not in known:
        raise InputError(f"“{word}” is no {what}.", f"Choose one of: {', '.join(known)}.")


def _name(record: Record, body: str) -> str:
    return record.organizations[body].name


def _pair(record: Record, a: str, b: str) -> str:
    return f"{_name(record, a)} and {_name(record, b)}"


def _who(record: Record, said_by: str) -> str:
    return f"said by {said_by if said_by in (BOTH, ROOM) else _name(record, said_by)}"
