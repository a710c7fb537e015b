"""What the lines of a list were taken for, as an answer: bodies, alternatives, and candidates to add."""

from graph.analysis.names.kind_words import kinds_named
from graph.analysis.names.lists import Listed
from graph.analysis.names.named import named_body
from graph.answers import ListedName
from graph.record import Record


def listed_name(record: Record, line: Listed) -> ListedName:
    """Return one line of a list with the body that it was taken for, and which it may mean instead."""
    return {
        "text": line.text,
        "organization": named_body(record, line.organization) if line.organization else None,
        "why": line.why,
        "alternatives": [named_body(record, body) for body in line.alternatives],
        "kind": None if line.organization else likely_kind(record, line),
    }


def likely_kind(record: Record, line: Listed) -> str | None:
    """Return the kind of body that a name speaks of: by the word for the kind, else as all near names on record."""
    near = {record.organizations[body].kind for body in line.alternatives}
    return next(iter((*kinds_named(line.text), *(near if len(near) == 1 else ()))), None)
