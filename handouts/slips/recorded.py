"""What is recorded about one body, as lines that it can call right or wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph import vocabulary
from graph.analysis.bodies.mandates import mandates
from graph.analysis.bodies.recorded_roles import touches
from graph.analysis.sentences import sentence_of
from graph.columns import KINDS
from graph.record import Record
from handouts.paper import words

# What a body is asked about, in this order, and what each kind of claim is called.
HEADS = {
    "responsibility": "What you answer for",
    "tie": "Your contacts",
    "membership": "Your networks",
    "presence": "Where you work",
    "participation": "Where you have been",
}
PRESUMED = "Presumed by the editors"
MOST_PRESUMED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a slip: under which head it stands, what it says, and who says so when."""

    head: str
    says: str
    source: str = ""


def recorded(record: Record, body: str, units: tuple[str, ...] = (), theme: str = "") -> list[Said]:
    """Return what is recorded in force about a body and its units; presumptions last.

    Of each kind what speaks of the theme stands first, then the newest.
    Problems that a source reports are no part of it: a slip may be read by whoever sits beside. What several sources
    say alike is one line.
    """
    found = [
        said
        for kind in HEADS
        for said in _of_kind(record, (body, *(unit for unit in units if unit != body)), kind, theme)
    ]
    return [*found, *_presumed(record, body)]


def _of_kind(record: Record, bodies: tuple[str, ...], kind: str, theme: str) -> Iterator[Said]:
    """Yield the claims of one kind: first those about the body itself, then those about its units."""
    seen: set[str] = set()
    for one in bodies:
        rows = record.rows_of(f"organization:{one}", kind).tolist()
        living = [row for row in rows if record.in_force[row] and not record.claims.absent[row]]
        for row in sorted(living, key=lambda row: (not _is_on(record, row, theme), -int(record.began[row]), row)):
            says = _shorter(record, one, sentence_of(record, row))
            if says not in seen:
                seen.add(says)
                yield Said(HEADS[KINDS[record.claims.kind[row]]], says, _source(record, row))


def _is_on(record: Record, row: int, theme: str) -> bool:
    """Return whether a claim speaks of a theme: as its own, or as what a body answers for."""
    claim = record.claim(row)
    kind, _, name = claim.b.partition(":")
    subjects = [claim.theme, name if kind in ("theme", "agreement") else ""]
    return bool(theme) and any(touches(subject, "", theme) for subject in subjects if subject)


def _shorter(record: Record, body: str, sentence: str) -> str:
    """Return a sentence with the short name of the body whose slip it is."""
    node = record.organizations[body]
    return words.opened(sentence.replace(node.name, node.shown, 1) if node.name in sentence else sentence)


def _source(record: Record, row: int) -> str:
    source = record.sources[record.addresses[record.claims.source[row]].partition(":")[2]]
    name = source.publisher or source.title
    return f"{name}, {source.published[:4]}" if source.published else name


def _presumed(record: Record, body: str) -> Iterator[Said]:
    """Yield what the editors coded: what the body is, what it is part of, what it does and may answer for."""
    node = record.organizations[body]
    yield Said(PRESUMED, f"{words.opened(words.kind(node.kind))}{f', {node.level}' if node.level else ''}")
    if node.parent in record.organizations:
        yield Said(PRESUMED, f"Part of {record.organizations[node.parent].name}")
    if node.functions:
        yield Said(
            PRESUMED, f"Steps of the chain: {words.joined([vocabulary.FUNCTIONS[one] for one in node.functions])}"
        )
    held = mandates(record, node.country)
    subjects = held.subjects_of(body) if body in held.place else []  # a body that has ended answers for nothing
    coded = [theme for theme in subjects if held.basis(body, theme) != "recorded"]
    if coded:
        yield Said(PRESUMED, f"Answers for {words.some([words.subject(one) for one in coded], MOST_PRESUMED)}")
