"""A gap as one line of a list that a room can read."""

from graph import vocabulary
from graph.analysis.contacts.contacts import Contact
from graph.answers import Gap
from graph.record import Record
from handouts.story.slide import Entry

NOTHING = "no recorded contact"


def is_problem(gap: Gap) -> bool:
    """Return whether a line rests on a source that reports a problem."""
    return gap["kind"].startswith("problem reported")


def entry_of(record: Record, gap: Gap, theme: str) -> Entry:
    """Return both sides, what is recorded of them, and why contact is expected."""
    a, b = (_short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"]))
    recorded = gap["sentence"].partition(": ")[0].partition(" (")[0]
    mark = "GAP?" if gap["kind"] == NOTHING else gap["kind"]
    said = [] if gap["kind"] == NOTHING else [recorded]
    said += [why] if (why := _why(record, gap, theme)) else []
    pairs = gap["folded"]["pairs"]
    said += [f"{pairs} pairs like this"] if pairs > 1 else []
    return Entry(f"{a} and {b}", mark, "; ".join(said))


def found_entry(record: Record, contact: Contact) -> Entry:
    """Return a contact that was expected and is on record, with its kinds and its year."""
    a, b = (_short(record, side["id"], side["name"]) for side in (contact.a, contact.b))
    year = f", {contact.year}" if contact.year else ""
    return Entry(f"{a} and {b}", "on record", f"{' and '.join(contact.how[:2])}{year}")


def _why(record: Record, gap: Gap, theme: str) -> str:
    """Return what both answer for, and at which steps of the chain."""
    for reason in gap["reasons"][:1]:
        if reason["kind"] == "site":
            return f"both work at {record.sites[reason['id']].name}"
        stages = " and ".join(dict.fromkeys(vocabulary.FUNCTIONS[stage] for stage in reason["stages"]))
        subject = "" if reason["id"] == theme else vocabulary.THEMES.get(reason["id"], "")
        return ": ".join(part for part in (subject, stages) if part)
    return ""


def _short(record: Record, body: str, name: str) -> str:
    return record.organizations[body].shown if body in record.organizations else name
