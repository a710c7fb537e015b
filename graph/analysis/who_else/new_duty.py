"""Who answers for an agreement, as a change to apply: the claim of a treaty desk that nobody filled."""

from dataclasses import dataclass

from graph import vocabulary
from graph.errors import InputError, UnknownName
from graph.history import Batch, Change
from graph.model import Claim, Source
from graph.record import Record


@dataclass(frozen=True, slots=True)
class Duty:
    """A role under an agreement, such as `competent-authority` under the `basel-convention`."""

    agreement: str
    role: str

    def held_by(self, body: str, source: str, at: str) -> Claim:
        """Return the claim that a body has it, read in a source at a moment."""
        return Claim(
            kind="responsibility",
            a=f"organization:{body}",
            b=f"agreement:{self.agreement}",
            role=self.role,
            source=source,
            read_on=at[:10],
        )


def new_duty(record: Record, body: str, duty: Duty, source: str | Source, at: str, author: str = "") -> Batch:
    """Return the change that records a duty of a body of the record; `at` is the time (UTC, ISO 8601).

    Raises UnknownName for a body or source that is not there, InputError for a body that has ended or a claim that is.
    """
    if body not in record.organizations:
        raise UnknownName(f"There is no body {body or '(empty)'} in the record.", "Choose one, or add a new one.")
    name = record.organizations[body].name
    if not record.is_living(body):
        raise InputError(f"{name} has ended.", "Choose the body that followed it.")
    added = source_to_add(record, source)
    claim = duty.held_by(body, source.id if isinstance(source, Source) else source, at)
    held = [record.claim(row) for row in record.rows_of(claim.a, "responsibility").tolist() if record.in_force[row]]
    if any((one.b, one.role, one.source) == (claim.b, claim.role, claim.source) for one in held):
        raise InputError(f"This is recorded already of {name}, from the same source.")
    agreement = vocabulary.AGREEMENTS[duty.agreement]
    changes = (*(Change(None, one) for one in added), Change(None, claim))
    return Batch(author or "not named", at, f"{name} answers for the {agreement}", changes)


def source_to_add(record: Record, source: str | Source) -> tuple[Source, ...]:
    """Return the source where it is new; raise where an id names none, or a new one has the id of another."""
    if isinstance(source, Source):
        if source.id in record.sources:
            raise InputError(f"There is a source {source.id} already.", "Name it by its id alone.")
        return (source,)
    if source not in record.sources:
        raise UnknownName(
            f"There is no source {source or '(empty)'} in the record.", "Every entry needs one: give its id."
        )
    return ()
