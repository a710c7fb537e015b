"""One claim as a sentence: who, what, with whom, on what, when; and that a source reports a problem where it does."""

from graph import vocabulary
from graph.model import Claim, Event, Network, Organization, Site
from graph.record import Record

PROBLEM_TIES = {
    "mou": "about a memorandum of understanding",
    "agreement": "about an agreement",
    "joint-task-force": "in a joint task force",
    "joint-operation": "in a joint operation",
    "committee": "in a committee",
    "information-exchange": "in exchanging information",
    "training": "in training together",
    "liaison": "in keeping a liaison",
    "reports-to": "in the line of command",
    "licensing-consultation": "in consulting on permits",
    "delegation": "in delegating powers",
}


def name_of(record: Record, address: str) -> str:
    """Return the full name of anything that has an address; a claim of an unknown thing shows its id."""
    kind, _, name = address.partition(":")
    if kind == "country":
        return record.country_name(name)
    if kind in ("theme", "agreement"):
        return vocabulary.THEMES.get(name) or vocabulary.AGREEMENTS.get(name, name)
    node = record.node(address)
    return node.name if isinstance(node, Organization | Network | Site | Event) else name


def sentence_of(record: Record, row: int) -> str:
    """Return a claim of the record as one sentence without its full stop, both sides under their full names."""
    return sentence(record, record.claim(row))


def sentence(record: Record, claim: Claim) -> str:
    """Return the same of any claim, also of one that is not in the record."""
    return _core(record, claim) + _on(claim) + _through(record, claim) + _when(claim)


def _core(record: Record, claim: Claim) -> str:
    a, b = name_of(record, claim.a), _object(record, claim.b)
    if claim.status == "absent":
        about = PROBLEM_TIES.get(claim.role, "")
        return f"The source reports a problem between {a} and {b}{' ' if about else ''}{about}"
    if not claim.b:
        held = f"; it is meant for {vocabulary.ORGANIZATION_KINDS[claim.holder_kind]}" if claim.holder_kind else ""
        return f"The holder of the seat “{claim.name}” of {a} is not recorded{held}"
    # The names are put in last and at once, so that a brace in one of them stays a brace.
    words = vocabulary.CLAIM_KINDS[claim.kind].sentences[claim.role]
    said = words.format_map({"a": a, "b": b, "name": claim.name})
    return f"planned: {said}" if claim.standing == "planned" else said


def _object(record: Record, address: str) -> str:
    """Return a name as it stands after a verb: the Basel Convention, but CITES."""
    name = name_of(record, address) if address else ""
    return f"the {name}" if address.startswith("agreement:") and " " in name else name


def _on(claim: Claim) -> str:
    return f", on {vocabulary.THEMES[claim.theme]}" if claim.theme else ""


def _through(record: Record, claim: Claim) -> str:
    return f", through {name_of(record, f'network:{claim.through}')}" if claim.through else ""


def _when(claim: Claim) -> str:
    if claim.standing == "episode":
        day = claim.since or claim.until
        return f" (once, {day})" if day else " (once)"
    if claim.since and claim.since == claim.until:
        return f" ({claim.since})"
    said = [f"{word} {day}" for word, day in (("since", claim.since), ("until", claim.until)) if day]
    return f" ({', '.join(said)})" if said else ""
